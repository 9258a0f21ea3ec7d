using System.Buffers.Binary;

namespace Mach.Generators.Tests;

/// <summary>A kernel that answers every message with what a test wrote, and notes what is released.</summary>
internal sealed unsafe class ReplyScript
{
    public const uint Self = 0x203;

    private readonly List<string> _released = [];

    public ReplyScript() => Thread = new(Trap);

    public ScriptedThread Thread { get; }

    /// <summary>The message to answer with; its size field is set.</summary>
    public byte[] Reply { get; set; } = [];

    /// <summary>The codes of the transport, in turn; success when there are no more.</summary>
    public Queue<kern_return_t> Codes { get; } = new();

    /// <summary>What was released, in words.</summary>
    public IReadOnlyList<string> Released => _released;

    /// <summary>The frames of mach_msg2.</summary>
    public List<TrapFrame> Sends { get; } = [];

    private void Trap(ref TrapFrame frame)
    {
        switch (frame.Number)
        {
            case MachTrapNumbers.mach_msg2_trap:
                Sends.Add(frame);
                var code = Codes.TryDequeue(out var next) ? next : KERN_SUCCESS;
                if (code == KERN_SUCCESS && (frame.A1 & 2) != 0)
                    Reply.CopyTo(new Span<byte>((void*)frame.A0, (int)(uint)frame.A6));
                frame.Return(code);
                break;
            case MachTrapNumbers.task_self_trap:
                frame.Return(Self);
                break;
            case MachTrapNumbers._kernelrpc_mach_port_deallocate_trap:
                Note(frame, $"deallocate {frame.A1}");
                frame.Return(KERN_SUCCESS);
                break;
            case MachTrapNumbers._kernelrpc_mach_port_mod_refs_trap:
                Note(frame, $"mod_refs {frame.A1} {frame.A2} {(int)frame.A3}");
                frame.Return(KERN_SUCCESS);
                break;
            case MachTrapNumbers._kernelrpc_mach_port_unguard_trap:
                Note(frame, $"unguard {frame.A1} {frame.A2}");
                frame.Return(KERN_SUCCESS);
                break;
            case MachTrapNumbers._kernelrpc_mach_vm_deallocate_trap:
                Note(frame, $"free {frame.A1} {frame.A2}");
                frame.Return(KERN_SUCCESS);
                break;
            default:
                frame.Return(KERN_NOT_SUPPORTED);
                break;
        }
    }

    private void Note(TrapFrame frame, string what)
    {
        Assert.Equal(Self, frame.A0);
        if (frame.A1 != Self)
            _released.Add(what);
    }

    /// <summary>A simple reply of a code and words.</summary>
    public static byte[] Simple(int id, kern_return_t code, params uint[] words)
    {
        var message = new byte[36 + (words.Length * 4)];
        BinaryPrimitives.WriteUInt32LittleEndian(message, 18 << 8);
        BinaryPrimitives.WriteInt32LittleEndian(message.AsSpan(4), message.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(message.AsSpan(12), ScriptedThread.Reply);
        BinaryPrimitives.WriteInt32LittleEndian(message.AsSpan(20), id);
        message[28] = 1;
        BinaryPrimitives.WriteInt32LittleEndian(message.AsSpan(32), (int)code);
        for (var i = 0; i < words.Length; i++)
            BinaryPrimitives.WriteUInt32LittleEndian(message.AsSpan(36 + (i * 4)), words[i]);
        return message;
    }

    /// <summary>A complex reply: descriptors, then bytes.</summary>
    public static byte[] Complex(int id, byte[][] descriptors, params byte[] rest)
    {
        byte[] message = [.. new byte[28], .. descriptors.SelectMany(d => d), .. rest];
        BinaryPrimitives.WriteUInt32LittleEndian(message, 0x80000000 | (18 << 8));
        BinaryPrimitives.WriteInt32LittleEndian(message.AsSpan(4), message.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(message.AsSpan(12), ScriptedThread.Reply);
        BinaryPrimitives.WriteInt32LittleEndian(message.AsSpan(20), id);
        BinaryPrimitives.WriteInt32LittleEndian(message.AsSpan(24), descriptors.Length);
        return message;
    }

    public static byte[] Port(uint name, byte disposition)
    {
        var place = new byte[12];
        BinaryPrimitives.WriteUInt32LittleEndian(place, name);
        place[10] = disposition;
        return place;
    }

    public static byte[] Region(byte type, ulong address, uint size, byte disposition = 0, byte deallocate = 1)
    {
        var place = new byte[16];
        BinaryPrimitives.WriteUInt64LittleEndian(place, address);
        (place[8], place[9], place[10], place[11]) = (deallocate, 1, disposition, type);
        BinaryPrimitives.WriteUInt32LittleEndian(place.AsSpan(12), size);
        return place;
    }

    public static byte[] Guarded(uint name, ulong context, ushort flags)
    {
        var place = Region(4, context, name, 16, 0);
        BinaryPrimitives.WriteUInt16LittleEndian(place.AsSpan(8), flags);
        return place;
    }

    public static byte[] Words(params uint[] words) => [.. words.SelectMany(BitConverter.GetBytes)];
}
