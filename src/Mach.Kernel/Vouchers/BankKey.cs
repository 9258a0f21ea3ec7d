namespace Mach.Kernel;

/// <summary>On whose account work is done (R-VOU-11, R-VOU-12, R-VOU-18, R-VOU-20). The kernel bills nobody; it says who is meant.</summary>
internal sealed class BankKey : VoucherKey
{
    private const uint Null = 601, Create = 610, ModifyPersona = 611;
    private const uint OriginatorPid = 1, PersonaToken = 2, PersonaId = 3, PersonaAdoptAny = 4, OriginatorAndSender = 5;
    private const int DemandedRoom = 500;
    private const int NoPersona = -1, NoSender = -1;

    internal override uint ToldCommand => Null;

    internal override kern_return_t Run(
        KTask caller, uint command, VoucherValue? given, ReadOnlySpan<byte> content, out VoucherValue? value)
    {
        value = null;
        switch (command)
        {
            case Create:
                value = OwnAccount.Value;
                return KERN_SUCCESS;
            case MACH_VOUCHER_ATTR_REDEEM:
                value = given;
                return given is null || (given is WorkForAnother { Worker: var worker } && worker == ProcessName.Of(caller))
                    ? KERN_SUCCESS
                    : KERN_INVALID_CAPABILITY;
            case MACH_VOUCHER_ATTR_SEND_PREPROCESS:
                value = given is BankValue sent ? Sent(sent, ProcessName.Of(caller)) : null;
                return KERN_SUCCESS;
            case MACH_VOUCHER_ATTR_AUTO_REDEEM:
                value = given is BankValue received ? Received(received, ProcessName.Of(caller)) : null;
                return KERN_SUCCESS;
            case ModifyPersona:
                return KERN_NO_ACCESS;
            default:
                return KERN_INVALID_ARGUMENT;
        }
    }

    /// <summary>What a value is in a message of this sender's.</summary>
    internal static BankValue Sent(BankValue value, ProcessName sender) => value switch
    {
        WorkForAnother work => new AccountInTransit(work.Originator, sender, work),
        AccountInTransit => value,
        _ => new AccountInTransit(sender, sender, OwnAccount.Value),
    };

    /// <summary>What a value is to the receiver of the message: its own again if it sent it itself.</summary>
    internal static BankValue Received(BankValue value, ProcessName receiver) => value switch
    {
        AccountInTransit transit when transit.Sender == receiver => transit.AtSender,
        AccountInTransit transit when transit.Originator == receiver => OwnAccount.Value,
        AccountInTransit transit => new WorkForAnother(transit.Originator, transit.Sender, receiver),
        _ => value,
    };

    internal override kern_return_t Tell(KTask caller, VoucherValue value, Span<byte> room, out int size)
    {
        var (originator, sender) = Parties((BankValue)value, caller);
        return TellText(sender == NoSender ? $"account of task {originator}" : $"work for task {originator}, passed on by task {sender}", DemandedRoom, room, out size);
    }

    internal override kern_return_t Command(
        KTask caller, uint command, VoucherValue? value, ReadOnlySpan<byte> given, Span<byte> room, out int size)
    {
        size = 0;
        if (command is < OriginatorPid or > OriginatorAndSender)
            return KERN_INVALID_ARGUMENT;
        if (value is not BankValue bank)
            return KERN_INVALID_VALUE;
        var (originator, sender) = Parties(bank, caller);
        switch (command)
        {
            case OriginatorPid:
                return Write(room, [originator], out size);
            case OriginatorAndSender:
                return Write(room, [originator, sender], out size);
            case PersonaId:
                return Write(room, [NoPersona], out size);
            case PersonaToken:
                return KERN_INVALID_OBJECT;     // there are no personas: every value is a plain task's
            default:
                return KERN_NOT_SUPPORTED;      // nor can one be adopted
        }
    }

    private static (int Originator, int Sender) Parties(BankValue value, KTask caller) => value switch
    {
        WorkForAnother work => (work.Originator.Number, work.Sender.Number),
        AccountInTransit transit => (transit.Originator.Number, transit.Sender.Number),
        _ => (caller.ProcessId, NoSender),
    };

    private static kern_return_t Write(Span<byte> room, ReadOnlySpan<int> words, out int size)
    {
        var bytes = System.Runtime.InteropServices.MemoryMarshal.AsBytes(words);
        size = 0;
        if (!bytes.TryCopyTo(room))
            return KERN_NO_SPACE;
        size = bytes.Length;
        return KERN_SUCCESS;
    }
}
