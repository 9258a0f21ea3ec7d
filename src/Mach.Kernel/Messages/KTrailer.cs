using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Mach.Kernel;

/// <summary>What the kernel appends to a message (spec section 25).</summary>
internal static class KTrailer
{
    internal const int Largest = 68;
    private const int Smallest = 8;
    private const int ContextEnd = 60;

    private static readonly byte[] s_kernel = Of([0, 1], []);     // R-NOT-5

    /// <summary>Bytes for the elements that the option's bits 24 to 27 ask for (R-TLR-2).</summary>
    internal static uint SizeFor(uint options) => ((options >> 24) & 0xf) switch
    {
        MACH_RCV_TRAILER_NULL => Smallest,
        MACH_RCV_TRAILER_SEQNO => 12,
        MACH_RCV_TRAILER_SENDER => 20,
        MACH_RCV_TRAILER_AUDIT => 52,
        MACH_RCV_TRAILER_CTX => 60,
        _ => Largest,
    };

    /// <summary>Writes the trailer of the size given.</summary>
    /// <param name="place">Exactly as long as the trailer.</param>
    /// <param name="size">What its size field says; smaller than the place never.</param>
    /// <param name="sequence">The message's number on its port.</param>
    /// <param name="sender">Null: the kernel.</param>
    /// <param name="context">The port's context.</param>
    internal static void Write(Span<byte> place, uint size, uint sequence, SenderTokens? sender, ulong context)
    {
        if (place.Length == Smallest)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(place, (ulong)size << 32);
            return;
        }
        (sender?.Trailer ?? s_kernel).AsSpan(0, place.Length).CopyTo(place);
        BinaryPrimitives.WriteUInt32LittleEndian(place[4..], size);
        BinaryPrimitives.WriteUInt32LittleEndian(place[8..], sequence);
        if (place.Length >= ContextEnd)
            BinaryPrimitives.WriteUInt64LittleEndian(place[(ContextEnd - sizeof(ulong))..], context);
    }

    /// <summary>The largest trailer with the sender's tokens in it.</summary>
    internal static byte[] Of(ReadOnlySpan<uint> security, ReadOnlySpan<uint> audit)
    {
        var trailer = new byte[Largest];
        MemoryMarshal.AsBytes(security).CopyTo(trailer.AsSpan(12));
        MemoryMarshal.AsBytes(audit).CopyTo(trailer.AsSpan(20));
        return trailer;
    }
}
