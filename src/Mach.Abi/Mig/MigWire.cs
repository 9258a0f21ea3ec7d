using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mach.Abi;

/// <summary>What generated servers share: reading requests and writing replies, byte by byte. Nothing here trusts a request.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class MigWire
{
    /// <summary>The type of a port descriptor.</summary>
    public const byte PortDescriptor = 0;

    /// <summary>The type of a descriptor of an out-of-line array of rights.</summary>
    public const byte PortsDescriptor = 2;

    private const byte RegionDescriptor = 1;
    private const byte VirtualCopy = 1;
    private const int HeaderSize = 24, CountOffset = 24, DescriptorsOffset = 28;
    private const int BitsOffset = 0, SizeOffset = 4, IdOffset = 20, NdrOffset = 24, CodeOffset = 32;
    private const int AuditTokenOffset = 20, AuditTrailerSize = 52;
    private const int ErrorReplySize = 36, ReplyIdDistance = 100;
    private const uint Complex = 0x80000000;

    /// <summary>The NDR record of a little-endian machine: integers little-endian, characters ASCII, floats IEEE.</summary>
    private const ulong LittleEndian = 1UL << 32;

    /// <summary>Rounds up to the four bytes in which messages are counted.</summary>
    public static int Round(int size) => (size + 3) & ~3;

    /// <summary>The id of a message; no routine's when it is too short to have one.</summary>
    public static int IdOf(ReadOnlySpan<byte> message) => message.Length < HeaderSize ? -1 : Read<int>(message, IdOffset);

    /// <summary>Checks that a message is complex just when it must be, and has the right number of descriptors.</summary>
    public static bool Has(ReadOnlySpan<byte> message, int available, int descriptors)
    {
        var complex = (Read<uint>(message, BitsOffset) & Complex) != 0;
        return complex == (descriptors != 0) && available >= descriptors &&
            (!complex || Read<uint>(message, CountOffset) == (uint)descriptors);
    }

    /// <summary>A descriptor of out-of-line data.</summary>
    public static bool IsRegion(byte type) => type == RegionDescriptor;

    /// <summary>Reads a value, aligned or not.</summary>
    public static T Read<T>(ReadOnlySpan<byte> message, int offset)
        where T : unmanaged => MemoryMarshal.Read<T>(message[offset..]);

    /// <summary>Writes a value and pads it to four bytes.</summary>
    public static void Write<T>(Span<byte> message, int offset, T value)
        where T : unmanaged
    {
        var size = Unsafe.SizeOf<T>();
        if ((size & 3) != 0)
            message.Slice(offset, Round(size)).Clear();
        MemoryMarshal.Write(message[offset..], in value);
    }

    /// <summary>Reads the length of a variable part and finds the part behind it.</summary>
    /// <param name="message">The request.</param>
    /// <param name="offset">Where the length lies when every part before it is empty.</param>
    /// <param name="minimum">The size of a request whose parts are all empty.</param>
    /// <param name="maximum">The most elements.</param>
    /// <param name="element">The size of an element.</param>
    /// <param name="multiplier">What the length on the wire is multiplied by.</param>
    /// <param name="used">The bytes that parts before this one take; grows by this one's.</param>
    /// <param name="count">The number of elements.</param>
    /// <param name="at">Where they lie.</param>
    /// <returns>False when the length is over the maximum or leads out of the message.</returns>
    public static bool Take(ReadOnlySpan<byte> message, int offset, int minimum, int maximum, int element, int multiplier, ref int used, out int count, out int at)
    {
        var wire = Read<uint>(message, offset + used);
        count = 0;
        at = offset + used + sizeof(uint);
        if (wire > (uint)(maximum * multiplier) || wire % (uint)multiplier != 0)
            return false;
        count = (int)wire / multiplier;
        used += Round(count * element);
        return minimum + used <= message.Length;
    }

    /// <summary>Finds a part whose length another part's count gives, and the part behind it.</summary>
    /// <returns>False when it leads out of the message.</returns>
    public static bool Follow(ReadOnlySpan<byte> message, int offset, int minimum, int bytes, ref int used, out int at)
    {
        at = offset + used;
        used += Round(bytes);
        return minimum + used <= message.Length;
    }

    /// <summary>Reads who sent a request.</summary>
    /// <returns>False when the trailer does not say.</returns>
    public static bool TryAuditToken(ReadOnlySpan<byte> trailer, out audit_token_t token)
    {
        token = default;
        if (trailer.Length < AuditTrailerSize || Read<uint>(trailer, 0) != 0 || Read<int>(trailer, sizeof(uint)) < AuditTrailerSize)
            return false;
        token = Read<audit_token_t>(trailer, AuditTokenOffset);
        return true;
    }

    /// <summary>Finds a string's closing 0.</summary>
    /// <returns>False when there is none.</returns>
    public static bool TryString(ReadOnlySpan<byte> bytes, out ReadOnlySpan<byte> text)
    {
        var length = bytes.IndexOf((byte)0);
        text = length < 0 ? default : bytes[..length];
        return length >= 0;
    }

    /// <summary>The room that a caller offers for an array of the reply, cut to what the array can have.</summary>
    public static int Room(ReadOnlySpan<byte> message, int offset, int maximum, int multiplier) =>
        (int)Math.Min(Read<uint>(message, offset) / (uint)multiplier, (uint)maximum);

    /// <summary>Makes a string end with 0 within its room.</summary>
    /// <returns>Its length with the closing 0; what lies behind it is cleared.</returns>
    public static int Terminate(Span<byte> text)
    {
        var length = text.IndexOf((byte)0);
        if (length < 0)
            length = text.Length - 1;
        text[length..].Clear();
        return length + 1;
    }

    /// <summary>The bytes of an array that a routine has filled.</summary>
    /// <exception cref="InvalidOperationException">The routine claims more elements than it had room for.</exception>
    public static int Bytes(uint count, int room, int element) =>
        count <= (uint)room ? (int)count * element : throw new InvalidOperationException("A routine answered more elements than there was room for.");

    /// <summary>Moves a filled part down to where it lies when the parts before it are as short as they are.</summary>
    /// <param name="message">The reply.</param>
    /// <param name="offset">Where the part is.</param>
    /// <param name="room">What it could take.</param>
    /// <param name="bytes">What it takes.</param>
    /// <param name="saved">What the parts before it leave unused; grows by what this one does.</param>
    public static void Settle(Span<byte> message, int offset, int room, int bytes, ref int saved)
    {
        var size = Round(bytes);
        message[(offset + bytes)..(offset + size)].Clear();
        if (saved != 0)
            message.Slice(offset, size).CopyTo(message[(offset - saved)..]);
        saved += room - size;
    }

    /// <summary>A port descriptor of a reply.</summary>
    public static MigDescriptor<TRight> Port<TRight>(TRight right, byte disposition) =>
        new() { Type = PortDescriptor, Disposition = disposition, Right = right };

    /// <summary>The descriptors of a fixed number of rights of a reply: those that the routine did not give are null.</summary>
    /// <exception cref="InvalidOperationException">The routine gave more.</exception>
    public static void PortArray<TRight>(Span<MigDescriptor<TRight>> descriptors, TRight[] rights, byte disposition)
    {
        if (rights?.Length > descriptors.Length)
            throw new InvalidOperationException("A routine answered more rights than there was room for.");
        for (var i = 0; i < descriptors.Length; i++)
            descriptors[i] = Port(i < rights?.Length ? rights[i] : default!, disposition);
    }

    /// <summary>A descriptor of an array of rights in a reply.</summary>
    public static MigDescriptor<TRight> Ports<TRight>(TRight[] rights, byte disposition) =>
        new() { Type = PortsDescriptor, Disposition = disposition, Rights = rights ?? [] };

    /// <summary>A descriptor of out-of-line data in a reply.</summary>
    public static MigDescriptor<TRight> Region<TRight, T>(ReadOnlyMemory<T> elements, bool deallocate, bool physical)
        where T : unmanaged => new()
        {
            Type = RegionDescriptor,
            Deallocate = deallocate,
            PhysicalCopy = physical,
            Memory = elements is ReadOnlyMemory<byte> bytes ? bytes : MemoryMarshal.AsBytes(elements.Span).ToArray(),
        };

    /// <summary>Begins a reply.</summary>
    /// <exception cref="ArgumentException">There is not room for the subsystem's largest reply.</exception>
    public static void Prepare<TRight>(ref MigReply<TRight> reply, int bytes, int descriptors)
    {
        reply.Length = 0;
        reply.DescriptorCount = 0;
        if (reply.Bytes.Length < bytes || reply.Descriptors.Length < descriptors)
            throw new ArgumentException("The reply has less room than the subsystem's largest.", nameof(reply));
    }

    /// <summary>Completes a successful reply: header, descriptors as far as they are known here, NDR record, return code.</summary>
    public static void Finish<TRight>(ReadOnlySpan<byte> request, ref MigReply<TRight> reply, int size, int descriptors, int ndr)
    {
        var message = reply.Bytes;
        Header(request, message, size, descriptors != 0);
        reply.Length = size;
        reply.DescriptorCount = descriptors;
        if (descriptors != 0)
            Descriptors(message, reply.Descriptors[..descriptors]);
        else
            Write(message, CodeOffset, 0);
        if (ndr >= 0)
            Write(message, ndr, LittleEndian);
    }

    /// <summary>Writes the reply that carries a code alone.</summary>
    public static void WriteError<TRight>(ReadOnlySpan<byte> request, ref MigReply<TRight> reply, kern_return_t code)
    {
        Header(request, reply.Bytes, ErrorReplySize, complex: false);
        Write(reply.Bytes, NdrOffset, LittleEndian);
        Write(reply.Bytes, CodeOffset, (int)code);
        reply.Length = ErrorReplySize;
        reply.DescriptorCount = 0;
    }

    private static void Header(ReadOnlySpan<byte> request, Span<byte> message, int size, bool complex)
    {
        message[..HeaderSize].Clear();
        Write(message, BitsOffset, complex ? Complex : 0);
        Write(message, SizeOffset, size);
        Write(message, IdOffset, unchecked(IdOf(request) + ReplyIdDistance));
    }

    /// <summary>Descriptors as they lie on the wire, with names and addresses still 0.</summary>
    private static void Descriptors<TRight>(Span<byte> message, ReadOnlySpan<MigDescriptor<TRight>> descriptors)
    {
        Write(message, CountOffset, descriptors.Length);
        var at = DescriptorsOffset;
        foreach (ref readonly var descriptor in descriptors)
        {
            var port = descriptor.Type == PortDescriptor;
            var place = message.Slice(at, port ? 12 : 16);
            place.Clear();
            if (port)
            {
                place[10] = descriptor.Disposition;
            }
            else
            {
                var rights = descriptor.Type == PortsDescriptor;
                place[8] = descriptor.Deallocate ? (byte)1 : (byte)0;
                place[9] = descriptor.PhysicalCopy ? (byte)0 : VirtualCopy;
                place[10] = rights ? descriptor.Disposition : (byte)0;
                Write(place, 12, rights ? descriptor.Rights?.Length ?? 0 : descriptor.Memory.Length);
            }
            place[11] = descriptor.Type;
            at += place.Length;
        }
    }
}
