namespace Mach.Conformance;

/// <summary>Every argument of one message call, as bare as the traps take them.</summary>
public record struct MessageArguments
{
    /// <summary>MACH64_*; the two old traps see the low half.</summary>
    public ulong Options { get; set; }

    /// <summary>The address of what is sent, and of the receive buffer where a trap has no other.</summary>
    public ulong Message { get; set; }

    public uint SendSize { get; set; }

    public uint ReceiveName { get; set; }

    /// <summary>mach_msg_overwrite: where to receive; 0 receives into the message.</summary>
    public ulong ReceiveBuffer { get; set; }

    public uint ReceiveSize { get; set; }

    public uint Timeout { get; set; }

    /// <summary>The old traps' notify.</summary>
    public uint Priority { get; set; }

    /// <summary>mach_msg2: what the other traps read from memory.</summary>
    public uint Bits { get; set; }

    public uint Remote { get; set; }

    public uint Local { get; set; }

    public uint Voucher { get; set; }

    public int Id { get; set; }

    public uint DescriptorCount { get; set; }

    /// <summary>The header of a note, for the trap that has it in registers.</summary>
    public MessageArguments With(Note note)
    {
        var bits = note.IsComplex ? note.Bits | MACH_MSGH_BITS_COMPLEX : note.Bits;
        return this with
        {
            Bits = bits,
            Remote = note.Remote,
            Local = note.Local,
            Voucher = note.Voucher,
            Id = note.Id,
            DescriptorCount = note.IsComplex ? note.Count ?? (uint)note.Descriptors : 0,
        };
    }

    /// <summary>The registers for one of the traps. mach_msg2 is told to reach whatever it finds, unless the options say.</summary>
    public readonly TrapFrame Frame(MessageTrap trap) => trap switch
    {
        MessageTrap.MachMsg => new TrapFrame(MachTrapNumbers.mach_msg_trap)
        {
            A0 = Message, A1 = (uint)Options, A2 = SendSize, A3 = ReceiveSize, A4 = ReceiveName, A5 = Timeout, A6 = Priority,
        },
        MessageTrap.MachMsgOverwrite => new TrapFrame(MachTrapNumbers.mach_msg_overwrite_trap)
        {
            A0 = Message, A1 = (uint)Options, A2 = SendSize, A3 = ReceiveSize, A4 = ReceiveName, A5 = Timeout, A6 = Priority,
            A7 = ReceiveBuffer,
        },
        _ => new TrapFrame(MachTrapNumbers.mach_msg2_trap)
        {
            A0 = Message,
            A1 = Options | ((Options & MACH64_SEND_MSG) != 0 && (Options & Kinds) == 0 ? MACH64_SEND_ANY : 0),
            A2 = Bits | (ulong)SendSize << 32,
            A3 = Remote | (ulong)Local << 32,
            A4 = Voucher | (ulong)(uint)Id << 32,
            A5 = DescriptorCount | (ulong)ReceiveName << 32,
            A6 = ReceiveSize | (ulong)Priority << 32,
            A7 = Timeout,
        },
    };

    private const ulong Kinds = MACH64_SEND_KOBJECT_CALL | MACH64_SEND_MQ_CALL | MACH64_SEND_ANY | MACH64_SEND_DK_CALL;
}
