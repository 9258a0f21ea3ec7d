using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Mach.Abi;

/// <summary>Writes one message into memory of the caller: header, then descriptors, then body, then <see cref="Finish"/>.</summary>
/// <remarks>
/// <para>W1 Nothing is written unless it fits whole; a <c>Try…</c> method then answers false and the message is as before,
/// so that a right is given away only after its descriptor has a place.</para>
/// <para>W2 The usable part of the buffer is a multiple of 4, so the final padding always fits.</para>
/// <para>W3 Every byte up to <see cref="Length"/> was written: padding is zero.</para>
/// <para>Order mistakes (a descriptor after the body, anything after <see cref="Finish"/>) throw. Nothing is allocated.
/// The writer knows no kernel: names and dispositions are numbers, taken as given.</para>
/// </remarks>
public ref partial struct MachMessageWriter
{
    private readonly Span<byte> _buffer;
    private int _position;
    private int _descriptors;
    private uint _ports;
    private MachMessagePhase _phase;

    /// <summary>Starts a message.</summary>
    /// <param name="buffer">At least <see cref="MachMessageLayout.HeaderSize"/> bytes; what is behind the last multiple of 4 is not used.</param>
    public MachMessageWriter(Span<byte> buffer)
    {
        if (buffer.Length < MachMessageLayout.HeaderSize)
            throw new ArgumentException("A message needs at least 24 bytes.", nameof(buffer));
        _buffer = buffer[..(buffer.Length & ~3)];
        _buffer[..MachMessageLayout.HeaderSize].Clear();
        _position = MachMessageLayout.HeaderSize;
    }

    /// <summary>Goes on with a message whose bytes so far were copied to a larger buffer.</summary>
    /// <param name="buffer">Begins with the bytes written so far.</param>
    /// <param name="progress">From <see cref="Progress"/> of the writer before.</param>
    public MachMessageWriter(Span<byte> buffer, scoped in MachMessageProgress progress)
    {
        _buffer = buffer[..(buffer.Length & ~3)];
        (_position, _descriptors, _ports, _phase) = (progress.Length, progress.Descriptors, progress.Ports, progress.Phase);
        if (_position < MachMessageLayout.HeaderSize || _buffer.Length < _position)
            throw new ArgumentException("The buffer is shorter than what was already written, or nothing was.", nameof(buffer));
    }

    /// <summary>Bytes written so far, header included.</summary>
    public readonly int Length => _position;

    /// <summary>Bytes that the buffer can take in all.</summary>
    public readonly int Capacity => _buffer.Length;

    /// <summary>Bytes of body that still fit.</summary>
    public readonly int Room => _buffer.Length - _position;

    /// <summary>Descriptors written so far.</summary>
    public readonly int DescriptorCount => _descriptors;

    /// <summary>What is needed to go on in another buffer.</summary>
    public readonly MachMessageProgress Progress => new(_position, _descriptors, _ports, _phase);

    /// <summary>Fills in the header. May be called at any time before <see cref="Finish"/>; the last call counts.</summary>
    /// <param name="remote">The destination (of a message to send).</param>
    /// <param name="remoteDisposition">What is done with the right to it.</param>
    /// <param name="local">Where to reply, or <c>MACH_PORT_NULL</c>.</param>
    /// <param name="localDisposition">What is done with the right to it; 0 without a reply port.</param>
    /// <param name="id">What the message means.</param>
    public void Header(mach_port_name_t remote, mach_msg_type_name_t remoteDisposition, mach_port_name_t local, mach_msg_type_name_t localDisposition, mach_msg_id_t id)
    {
        ThrowIfFinished();
        _ports = (_ports & MACH_MSGH_BITS_VOUCHER_MASK) | MACH_MSGH_BITS_SET_PORTS(remoteDisposition, localDisposition, 0);
        Store(8, remote);
        Store(12, local);
        Store(20, (uint)id);
    }

    /// <summary>Fills in the voucher. Without a call there is none.</summary>
    public void Voucher(mach_port_name_t voucher, mach_msg_type_name_t disposition)
    {
        ThrowIfFinished();
        _ports = (_ports & ~(uint)MACH_MSGH_BITS_VOUCHER_MASK) | MACH_MSGH_BITS_SET_PORTS(0, 0, disposition);
        Store(16, voucher);
    }

    /// <summary>True when that many more descriptors and body bytes fit together.</summary>
    /// <param name="ports">Port descriptors.</param>
    /// <param name="larges">Descriptors of other types.</param>
    /// <param name="body">Bytes of body, paddings between its parts included.</param>
    public readonly bool HasRoom(int ports, int larges, int body)
    {
        var count = _phase == MachMessagePhase.Header && (ports | larges) != 0 ? 4L : 0L;
        var bytes = count + ((long)ports * MachMessageLayout.PortDescriptorSize) + ((long)larges * MachMessageLayout.LargeDescriptorSize) + body;
        return bytes <= Room;
    }

    /// <summary>Ends the message: pads to 4, stores size, bits and descriptor count.</summary>
    /// <returns>The message's bytes, header included, within the buffer.</returns>
    public Span<byte> Finish()
    {
        ThrowIfFinished();
        Align();
        var complex = _phase is MachMessagePhase.Descriptors or MachMessagePhase.ComplexBody;
        Store(0, _ports | (complex ? MACH_MSGH_BITS_COMPLEX : 0));
        Store(4, (uint)_position);
        if (complex)
            Store(MachMessageLayout.CountOffset, (uint)_descriptors);
        _phase = MachMessagePhase.Finished;
        return _buffer[.._position];
    }

    private readonly void Store(int offset, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(_buffer[offset..], value);

    // Takes the next bytes; the caller has seen that they fit.
    private Span<byte> Advance(int bytes)
    {
        var part = _buffer.Slice(_position, bytes);
        _position += bytes;
        return part;
    }

    private void Put<T>(scoped in T value)
        where T : unmanaged => MemoryMarshal.Write(Advance(System.Runtime.CompilerServices.Unsafe.SizeOf<T>()), in value);

    private readonly void ThrowIfFinished()
    {
        if (_phase == MachMessagePhase.Finished)
            throw new InvalidOperationException("The message is finished.");
    }

    [DoesNotReturn]
    private readonly void ThrowNoRoom(int bytes) =>
        throw new InvalidOperationException($"The message has room for {Room} more bytes, not for {bytes}.");
}

/// <summary>How far a message is written.</summary>
internal enum MachMessagePhase : byte
{
    Header,
    Descriptors,
    SimpleBody,
    ComplexBody,
    Finished,
}

/// <summary>How far a message is written: lets another writer go on in a larger buffer.</summary>
public readonly struct MachMessageProgress
{
    internal MachMessageProgress(int length, int descriptors, uint ports, MachMessagePhase phase) =>
        (Length, Descriptors, Ports, Phase) = (length, descriptors, ports, phase);

    /// <summary>Bytes written, which the larger buffer must begin with.</summary>
    public int Length { get; }

    internal int Descriptors { get; }

    internal uint Ports { get; }

    internal MachMessagePhase Phase { get; }
}
