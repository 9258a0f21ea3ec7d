using System.Text;

namespace Mach.Kernel;

/// <summary>What an attribute key means: how recipes make its values, and what is told of them. It has no state.</summary>
internal abstract class VoucherKey
{
    private static readonly VoucherKey s_importance = new ImportanceKey(), s_bank = new BankKey(), s_priority = new PriorityKey(), s_bytes = new UserBytesKey();

    /// <summary>Who looks after a key; null for those that nobody looks after any more, and for numbers that are no keys (R-VOU-1).</summary>
    internal static VoucherKey? Of(uint key) => key switch
    {
        MACH_VOUCHER_ATTR_KEY_IMPORTANCE => s_importance,
        MACH_VOUCHER_ATTR_KEY_BANK => s_bank,
        MACH_VOUCHER_ATTR_KEY_PTHPRIORITY => s_priority,
        MACH_VOUCHER_ATTR_KEY_USER_DATA or MACH_VOUCHER_ATTR_KEY_TEST => s_bytes,
        _ => null,
    };

    /// <summary>The command that stands in the recipe told of a value; for some keys no recipe can be fed back (R-VOU-16).</summary>
    internal abstract uint ToldCommand { get; }

    /// <summary>Runs a command of a recipe.</summary>
    /// <param name="caller">Who makes the voucher.</param>
    /// <param name="command">The command.</param>
    /// <param name="given">The previous voucher's value, or the one built so far.</param>
    /// <param name="content">What the recipe brings along.</param>
    /// <param name="value">The new value; null for none.</param>
    internal abstract kern_return_t Run(
        KTask caller, uint command, VoucherValue? given, ReadOnlySpan<byte> content, out VoucherValue? value);

    /// <summary>Writes a value for a user to read.</summary>
    /// <returns>KERN_NO_SPACE where there is too little room.</returns>
    internal abstract kern_return_t Tell(KTask caller, VoucherValue value, Span<byte> room, out int size);

    /// <summary>mach_voucher_attr_command.</summary>
    internal abstract kern_return_t Command(
        KTask caller, uint command, VoucherValue? value, ReadOnlySpan<byte> given, Span<byte> room, out int size);

    /// <summary>As <see cref="Tell"/>, a text with its final NUL, where so much room is asked for.</summary>
    protected static kern_return_t TellText(string text, int demanded, Span<byte> room, out int size)
    {
        size = 0;
        var bytes = Encoding.ASCII.GetBytes(text + "\0");
        if (room.Length < Math.Max(demanded, bytes.Length))
            return KERN_NO_SPACE;
        bytes.CopyTo(room);
        size = bytes.Length;
        return KERN_SUCCESS;
    }
}

/// <summary>Bytes of the user's own, and of tests (R-VOU-9).</summary>
internal sealed class UserBytesKey : VoucherKey
{
    internal override uint ToldCommand => MACH_VOUCHER_ATTR_USER_DATA_STORE;

    internal override kern_return_t Run(
        KTask caller, uint command, VoucherValue? given, ReadOnlySpan<byte> content, out VoucherValue? value)
    {
        value = given;
        if (command == MACH_VOUCHER_ATTR_USER_DATA_STORE)
            value = content.Length > 0 ? new UserBytes(content.ToArray()) : null;
        return command is MACH_VOUCHER_ATTR_USER_DATA_STORE or MACH_VOUCHER_ATTR_REDEEM ? KERN_SUCCESS : KERN_INVALID_ARGUMENT;
    }

    internal override kern_return_t Tell(KTask caller, VoucherValue value, Span<byte> room, out int size)
    {
        var content = ((UserBytes)value).Content;
        size = 0;
        if (!content.AsSpan().TryCopyTo(room))
            return KERN_NO_SPACE;
        size = content.Length;
        return KERN_SUCCESS;
    }

    internal override kern_return_t Command(
        KTask caller, uint command, VoucherValue? value, ReadOnlySpan<byte> given, Span<byte> room, out int size)
    {
        size = 0;
        return KERN_FAILURE;    // it has no commands (R-VOU-19)
    }
}

/// <summary>Quality of service and relative priority (R-VOU-13).</summary>
internal sealed class PriorityKey : VoucherKey
{
    private const int QosShift = 8, QosTiers = 6;
    private const uint QosMask = 0x003fff00, RelativeMask = 0xff, OtherForm = 0x20000000;

    internal override uint ToldCommand => 701;      // PTHPRIORITY_NULL

    internal override kern_return_t Run(
        KTask caller, uint command, VoucherValue? given, ReadOnlySpan<byte> content, out VoucherValue? value)
    {
        value = null;
        if (command != 710 || content.Length != sizeof(uint))       // PTHPRIORITY_CREATE
            return KERN_INVALID_ARGUMENT;
        var word = Normal(BitConverter.ToUInt32(content));
        value = word == 0 ? null : new ThreadPriority(word);
        return KERN_SUCCESS;
    }

    internal override kern_return_t Tell(KTask caller, VoucherValue value, Span<byte> room, out int size)
    {
        var written = BitConverter.TryWriteBytes(room, ((ThreadPriority)value).Word);
        size = written ? sizeof(uint) : 0;
        return written ? KERN_SUCCESS : KERN_NO_SPACE;
    }

    internal override kern_return_t Command(
        KTask caller, uint command, VoucherValue? value, ReadOnlySpan<byte> given, Span<byte> room, out int size)
    {
        size = 0;
        return KERN_FAILURE;    // as user bytes
    }

    /// <summary>One tier and its relative priority; 0 where the word names no tier.</summary>
    private static uint Normal(uint word)
    {
        var tiers = (word & QosMask) >> QosShift;
        var tier = System.Numerics.BitOperations.TrailingZeroCount(tiers);
        return tiers == 0 || tier >= QosTiers || (word & OtherForm) != 0 ? 0 : (1u << (tier + QosShift)) | (word & RelativeMask);
    }
}

/// <summary>The importance of the task that asks (R-VOU-10). It is a value to be passed on; the kernel schedules nobody by it.</summary>
internal sealed class ImportanceKey : VoucherKey
{
    internal override uint ToldCommand => MACH_VOUCHER_ATTR_NOOP;

    internal override kern_return_t Run(
        KTask caller, uint command, VoucherValue? given, ReadOnlySpan<byte> content, out VoucherValue? value)
    {
        value = given;
        if (content.Length > 0)
            return KERN_INVALID_ARGUMENT;
        if (command == MACH_VOUCHER_ATTR_IMPORTANCE_SELF)
            value = new TaskImportance(ProcessName.Of(caller));
        return command is MACH_VOUCHER_ATTR_IMPORTANCE_SELF or MACH_VOUCHER_ATTR_REDEEM ? KERN_SUCCESS : KERN_INVALID_ARGUMENT;
    }

    internal override kern_return_t Tell(KTask caller, VoucherValue value, Span<byte> room, out int size) =>
        TellText($"importance of task {((TaskImportance)value).Of.Number}", 0, room, out size);

    internal override kern_return_t Command(
        KTask caller, uint command, VoucherValue? value, ReadOnlySpan<byte> given, Span<byte> room, out int size)
    {
        size = 0;
        if (given.Length != sizeof(uint) || room.Length is not (0 or sizeof(uint)))
            return KERN_INVALID_ARGUMENT;
        // A task's own importance is nothing that it could give back.
        return command == MACH_VOUCHER_IMPORTANCE_ATTR_DROP_EXTERNAL ? KERN_INVALID_ARGUMENT : KERN_NOT_SUPPORTED;
    }
}
