using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Mach.Abi;

/// <summary>What generated clients share: sending requests, and judging and reading replies. Nothing here trusts a reply.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class MigStub
{
    /// <summary>Marks a call to a kernel object (<c>MACH64_SEND_KOBJECT_CALL</c>).</summary>
    public const ulong KernelObject = 1UL << 33;

    /// <summary>Marks a message to a queue (<c>MACH64_SEND_MQ_CALL</c>).</summary>
    public const ulong Queue = 1UL << 34;

    private const ulong Send = 1, Receive = 2;
    private const uint MakeSendOnce = 21 << 8, Complex = 0x80000000;
    private const int SendOnceNotification = 71;
    private const int BitsOffset = 0, SizeOffset = 4, RemoteOffset = 8, IdOffset = 20, DescriptorCountOffset = 24;
    private const int CodeOffset = 32, ErrorReplySize = 36, PortDescriptorSize = 12;

    /// <summary>The NDR record of a little-endian machine.</summary>
    private const ulong LittleEndian = 1UL << 32;

    /// <summary>Writes the number of descriptors of a complex request.</summary>
    public static void Descriptors(Span<byte> message, int count) => MigWire.Write(message, DescriptorCountOffset, count);

    /// <summary>Writes the NDR record of a request.</summary>
    public static void Ndr(Span<byte> message, int offset) => MigWire.Write(message, offset, LittleEndian);

    /// <summary>Writes a port descriptor.</summary>
    public static void Port(Span<byte> message, int offset, uint name, uint disposition)
    {
        MigWire.Write(message, offset, name);
        MigWire.Write(message, offset + 4, 0);
        MigWire.Write(message, offset + 8, ((uint)(byte)disposition << 16) | (MACH_MSG_PORT_DESCRIPTOR << 24));
    }

    /// <summary>Writes a descriptor of out-of-line data.</summary>
    public static void Region(Span<byte> message, int offset, ulong address, uint size, bool deallocate, bool physical)
    {
        MigWire.Write(message, offset, address);
        MigWire.Write(message, offset + 8, Flags(deallocate, physical) | (MACH_MSG_OOL_DESCRIPTOR << 24));
        MigWire.Write(message, offset + 12, size);
    }

    /// <summary>Writes a descriptor of an out-of-line array of rights.</summary>
    public static void Ports(Span<byte> message, int offset, ulong address, uint count, byte disposition, bool deallocate)
    {
        MigWire.Write(message, offset, address);
        MigWire.Write(message, offset + 8, Flags(deallocate, physical: false) | ((uint)disposition << 16) | (MACH_MSG_OOL_PORTS_DESCRIPTOR << 24));
        MigWire.Write(message, offset + 12, count);
    }

    private static uint Flags(bool deallocate, bool physical) => (deallocate ? 1u : 0) | (physical ? 0 : 1u << 8);

    /// <summary>Copies an array into a request.</summary>
    public static int Array<T>(Span<byte> message, int offset, ReadOnlySpan<T> elements)
        where T : unmanaged
    {
        var bytes = MemoryMarshal.AsBytes(elements);
        bytes.CopyTo(message[offset..]);
        return MigWire.Round(bytes.Length);
    }

    /// <summary>Sends a request and receives its reply into the same buffer; the caller's header stays in registers.</summary>
    /// <param name="thread">Who calls.</param>
    /// <param name="message">The request from offset 24 on, with room for reply and trailer.</param>
    /// <param name="size">The size of the request.</param>
    /// <param name="remote">The port to send to.</param>
    /// <param name="disposition">What becomes of the right to it.</param>
    /// <param name="id">The id of the request.</param>
    /// <param name="descriptors">How many descriptors the request has.</param>
    /// <param name="kind">Who serves the port.</param>
    /// <returns>
    /// The code of the transport. The reply port is given up unless the send was refused with nothing consumed: an answer may
    /// still arrive on it. An interrupted send is repeated whole, an interrupted receive as a receive, as the user library does.
    /// </returns>
    public static kern_return_t Call(CallingThread thread, Span<byte> message, int size, uint remote, uint disposition, int id, int descriptors, ulong kind)
    {
        var reply = thread.MigReplyPort;
        kern_return_t code;
        do
            code = Trap(thread, message, Send | Receive | kind, disposition | MakeSendOnce, size, remote, reply, id, descriptors);
        while (code == kern_return_t.MACH_SEND_INTERRUPTED);
        while (code == kern_return_t.MACH_RCV_INTERRUPTED)
            code = Trap(thread, message, Receive, 0, 0, 0, reply, 0, 0);
        if (!KeepsReplyPort(code))
            thread.DropMigReplyPort();
        return code;
    }

    /// <summary>Sends a request that is not answered.</summary>
    public static kern_return_t SendOnly(CallingThread thread, Span<byte> message, int size, uint remote, uint disposition, int id, int descriptors, ulong kind)
    {
        kern_return_t code;
        do
            code = Trap(thread, message, Send | kind, disposition, size, remote, 0, id, descriptors);
        while (code == kern_return_t.MACH_SEND_INTERRUPTED);
        return code;
    }

    private static unsafe kern_return_t Trap(
        CallingThread thread, Span<byte> message, ulong options, uint bits, int size, uint remote, uint reply, int id, int descriptors, uint timeout = 0)
    {
        fixed (byte* data = message)
        {
            if (descriptors != 0)
                bits |= Complex;
            var receives = (options & Receive) != 0;
            var frame = new TrapFrame(MachTrapNumbers.mach_msg2_trap)
            {
                A0 = (ulong)data,
                A1 = options,
                A2 = bits | ((ulong)(uint)size << 32),
                A3 = remote | ((ulong)((options & Send) != 0 ? reply : 0) << 32),
                A4 = (ulong)(uint)id << 32,
                A5 = (uint)descriptors | ((ulong)(receives ? reply : 0) << 32),
                A6 = receives ? (uint)message.Length : 0,
                A7 = timeout,
            };
            thread.Call(ref frame);
            return frame.Code;
        }
    }

    /// <summary>Judges a reply that has no descriptors when it succeeds.</summary>
    /// <param name="reply">The reply, as received.</param>
    /// <param name="id">The id of the request plus 100.</param>
    /// <param name="minimum">The least size of success.</param>
    /// <param name="maximum">The greatest size of success.</param>
    /// <returns>The routine's own code, or what is wrong with the reply.</returns>
    public static kern_return_t CheckSimple(ReadOnlySpan<byte> reply, int id, int minimum, int maximum)
    {
        if (CheckId(reply, id) is not kern_return_t.KERN_SUCCESS and var wrong)
            return wrong;
        var size = MigWire.Read<int>(reply, SizeOffset);
        if (IsComplex(reply) || MigWire.Read<uint>(reply, RemoteOffset) != 0 || size < ErrorReplySize)
            return kern_return_t.MIG_TYPE_ERROR;
        var code = (kern_return_t)MigWire.Read<int>(reply, CodeOffset);
        var fits = size >= minimum && size <= maximum;
        if (!fits && (size != ErrorReplySize || code == kern_return_t.KERN_SUCCESS))
            return kern_return_t.MIG_TYPE_ERROR;
        return code;
    }

    /// <summary>Judges a reply that has descriptors when it succeeds, but not yet the descriptors.</summary>
    /// <param name="reply">The reply, as received.</param>
    /// <param name="id">The id of the request plus 100.</param>
    /// <param name="minimum">The least size of success.</param>
    /// <param name="maximum">The greatest size of success.</param>
    /// <param name="descriptors">How many descriptors it must have.</param>
    /// <returns>The routine's own code, or what is wrong with the reply.</returns>
    public static kern_return_t CheckComplex(ReadOnlySpan<byte> reply, int id, int minimum, int maximum, int descriptors)
    {
        if (CheckId(reply, id) is not kern_return_t.KERN_SUCCESS and var wrong)
            return wrong;
        var size = MigWire.Read<int>(reply, SizeOffset);
        if (MigWire.Read<uint>(reply, RemoteOffset) != 0)
            return kern_return_t.MIG_TYPE_ERROR;
        if (!IsComplex(reply))
        {
            var code = size == ErrorReplySize ? (kern_return_t)MigWire.Read<int>(reply, CodeOffset) : kern_return_t.KERN_SUCCESS;
            return code == kern_return_t.KERN_SUCCESS ? kern_return_t.MIG_TYPE_ERROR : code;
        }
        var good = size >= minimum && size <= maximum && MigWire.Read<int>(reply, DescriptorCountOffset) == descriptors;
        return good ? kern_return_t.KERN_SUCCESS : kern_return_t.MIG_TYPE_ERROR;
    }

    private static kern_return_t CheckId(ReadOnlySpan<byte> reply, int id)
    {
        var actual = MigWire.Read<int>(reply, IdOffset);
        if (actual == id)
            return kern_return_t.KERN_SUCCESS;
        return actual == SendOnceNotification ? kern_return_t.MIG_SERVER_DIED : kern_return_t.MIG_REPLY_MISMATCH;
    }

    private static bool IsComplex(ReadOnlySpan<byte> message) => (MigWire.Read<uint>(message, BitsOffset) & Complex) != 0;

    /// <summary>Judges a descriptor: its type, and its disposition unless any will do (0).</summary>
    public static bool Is(ReadOnlySpan<byte> reply, int offset, uint type, byte disposition) =>
        reply[offset + 11] == type && (disposition == 0 || reply[offset + 10] == disposition);

    /// <summary>Judges the descriptors of a fixed number of rights.</summary>
    public static bool ArePorts(ReadOnlySpan<byte> reply, int offset, int count, byte disposition)
    {
        for (var at = offset; count > 0; at += PortDescriptorSize, count--)
        {
            if (!Is(reply, at, MACH_MSG_PORT_DESCRIPTOR, disposition))
                return false;
        }
        return true;
    }

    /// <summary>Copies the names of a fixed number of rights out of a reply, as far as they are used and the caller has room; others are released.</summary>
    /// <returns>False when the caller has less room than rights are used.</returns>
    public static bool Names(CallingThread thread, ReadOnlySpan<byte> reply, int offset, int count, int used, Span<uint> room)
    {
        for (var i = 0; i < count; i++)
        {
            var at = offset + (i * PortDescriptorSize);
            var name = MigWire.Read<uint>(reply, at);
            if (i < Math.Min(used, room.Length))
                room[i] = name;
            else
                new ReceivedRights(thread).Release(name, reply[at + 10]);
        }
        return used <= room.Length;
    }

    /// <summary>Judges a descriptor of a region: its length must agree with the count in the message.</summary>
    public static bool Measures(ReadOnlySpan<byte> reply, int offset, int countOffset, int unit) =>
        MigWire.Read<uint>(reply, offset + 12) == (ulong)MigWire.Read<uint>(reply, countOffset) * (uint)unit;

    /// <summary>The disposition of a port descriptor.</summary>
    public static uint Disposition(ReadOnlySpan<byte> reply, int offset) => reply[offset + 10];

    /// <summary>The size of a reply.</summary>
    public static int SizeOf(ReadOnlySpan<byte> reply) => MigWire.Read<int>(reply, SizeOffset);

    /// <summary>Copies an array out of a reply, as far as the caller has room.</summary>
    /// <returns>False when the caller has less room than there is.</returns>
    public static bool Copy<T>(ReadOnlySpan<byte> reply, int offset, int count, Span<T> room)
        where T : unmanaged
    {
        var elements = MemoryMarshal.Cast<byte, T>(reply[offset..]);
        elements[..Math.Min(count, room.Length)].CopyTo(room);
        return count <= room.Length;
    }

    /// <summary>Copies a string out of a reply and ends it with 0, as far as the caller has room.</summary>
    /// <returns>False when the caller has less room than there is.</returns>
    public static bool CopyString(ReadOnlySpan<byte> text, Span<byte> room)
    {
        var length = text.IndexOf((byte)0);
        if (length >= 0)
            text = text[..length];
        if (room.Length == 0)
            return false;
        var fits = text.Length < room.Length;
        if (!fits)
            text = text[..(room.Length - 1)];
        text.CopyTo(room);
        room[text.Length] = 0;
        return fits;
    }

    /// <summary>Releases what a refused reply carries. The port that it came in on is not touched.</summary>
    /// <returns><paramref name="code"/>.</returns>
    public static kern_return_t Refuse(CallingThread thread, ReadOnlySpan<byte> reply, kern_return_t code)
    {
        if (IsComplex(reply) || MigWire.Read<uint>(reply, RemoteOffset) != 0)
            new ReceivedRights(thread).Release(reply);
        return code;
    }
}
