using System.Buffers;

namespace Mach.Kernel;

/// <summary>One message inside the kernel: its bytes as the sender wrote them, and the rights and memory it carries.</summary>
/// <remarks>
/// M1 A message is in one place: being copied in, on one queue, handed to one receiver, or being destroyed.
/// M2 Whatever it carries is released exactly once: by copy-out, by a server, or by <see cref="ReleaseAll"/>.
/// M3 Descriptors[0..DescriptorCount) stand for the descriptors in the bytes, in order.
/// </remarks>
internal sealed class KMessage
{
    private const int InlineBytes = 512;

    internal KMessage? Next;                   // queue, aftermath or pool

    internal byte[] Bytes = new byte[InlineBytes];
    private readonly byte[] _inline;
    internal int Size;                         // of header and body, without trailer
    internal uint Bits;                        // as received: swapped dispositions are made at copy-out
    internal int Id;
    internal uint OpaqueVoucher;               // msgh_voucher_port when its disposition is 0

    internal KPort? Destination;               // the right to it; used up when the message is taken off
    internal byte DestinationType;             // 17 or 18
    internal uint LocalName;                   // its receiver's name of the port it was taken off, fixed then (R-DLV-2)
    internal KRequest? NotifyRequest;          // the slot of the name it was sent on (R-SP-2)
    internal KPort? Reply;                     // null, KPort.Dead or live
    internal byte ReplyType;
    internal KPort? Voucher;
    internal byte VoucherType;
    internal uint VoucherName;                 // what the sender named, for a failed send (R-FAIL-6)

    internal KDescriptor[] Descriptors = [];
    internal int DescriptorCount;
    private bool _hadDescriptors;
    internal byte[] Aux = [];
    internal int AuxSize;

    internal SenderTokens? Sender;             // null: the kernel; set anew whenever a message is filled
    internal uint Sequence;                    // fixed when taken off
    internal ulong PortContext;                // likewise
    internal bool Circular;                    // its delivery would make a circle: destroyed at sending (R-BODY-9)

    internal KMessage() => _inline = Bytes;

    internal bool IsComplex => (Bits & MACH_MSGH_BITS_COMPLEX) != 0;

    /// <summary>Room for a message of this size and the largest trailer.</summary>
    internal void Reserve(int size)
    {
        var needed = size + KTrailer.Largest;
        if (Bytes.Length >= needed)
            return;
        var larger = ArrayPool<byte>.Shared.Rent(needed);
        GiveBackBytes();
        Bytes = larger;
    }

    /// <summary>Fixes who the sender is; a spare message of the same task knows already.</summary>
    internal void SentBy(SenderTokens? sender)
    {
        if (!ReferenceEquals(Sender, sender))
            Sender = sender;
    }

    internal void ReserveDescriptors(int count)
    {
        DescriptorCount = count;
        _hadDescriptors = true;
        if (Descriptors.Length < count)
            Descriptors = new KDescriptor[Math.Max(4, count)];
    }

    /// <summary>Releases everything it still carries and returns it to the pool. No lock held.</summary>
    internal void ReleaseAll(ref Aftermath after)
    {
        after.ReleaseNow(Destination, DestinationType);
        Destination = null;
        ReleaseHeaderTail(ref after);
        ReleaseDescriptors(ref after);
        after.Kernel.Messages.Return(this);
    }

    /// <summary>Releases reply and voucher.</summary>
    internal void ReleaseHeaderTail(ref Aftermath after)
    {
        after.ReleaseNow(Reply, ReplyType);
        Reply = null;
        after.ReleaseNow(Voucher, (byte)MACH_MSG_TYPE_PORT_SEND);
        Voucher = null;
    }

    /// <summary>As <see cref="ReleaseHeaderTail"/>, where locks are held.</summary>
    internal void ReleaseHeaderLater(ref Aftermath after)
    {
        after.Release(Reply, ReplyType);
        Reply = null;
        after.Release(Voucher, (byte)MACH_MSG_TYPE_PORT_SEND);
        Voucher = null;
    }

    internal void ReleaseDescriptors(ref Aftermath after)
    {
        for (var index = 0; index < DescriptorCount; index++)
            Descriptors[index].Release(ref after);
        DescriptorCount = 0;
    }

    /// <summary>Forgets everything; what it carried has gone elsewhere.</summary>
    internal void Reset()
    {
        GiveBackBytes();
        if (_hadDescriptors)
            ForgetDescriptors();
        if (AuxSize > 0)
            Aux = [];
        Size = DescriptorCount = AuxSize = 0;
        Bits = OpaqueVoucher = VoucherName = 0;
        Destination = Reply = Voucher = null;
        DestinationType = ReplyType = VoucherType = 0;
        NotifyRequest = null;
        Circular = false;
    }

    private void ForgetDescriptors()
    {
        const int mostKept = 64;
        if (Descriptors.Length > mostKept)
            Descriptors = [];
        else
            Array.Clear(Descriptors);
        _hadDescriptors = false;
    }

    private void GiveBackBytes()
    {
        if (ReferenceEquals(Bytes, _inline))
            return;
        ArrayPool<byte>.Shared.Return(Bytes);
        Bytes = _inline;
    }
}

/// <summary>What one descriptor of a message carries.</summary>
internal struct KDescriptor
{
    internal byte Type;
    internal byte Disposition;        // 16, 17, 18; 0 when the sender's had no meaning (R-COUT-6)
    internal bool Physical;           // sent with MACH_MSG_PHYSICAL_COPY
    internal bool Deallocate;
    internal ushort GuardFlags;
    internal KPort? Port;
    internal KPort?[]? Ports;         // exactly as many as the array has
    internal KCopy? Memory;           // out-of-line data

    /// <summary>Bytes of this descriptor on the wire.</summary>
    internal readonly int WireSize => Type == MACH_MSG_PORT_DESCRIPTOR ? 12 : 16;

    internal void Release(ref Aftermath after)
    {
        after.ReleaseNow(Port, Disposition);
        Port = null;
        if (Ports is not null)
        {
            foreach (var port in Ports)
                after.ReleaseNow(port, Disposition);
            Ports = null;
        }
        Memory?.Close();
        Memory = null;
    }
}
