using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mach.Abi;

/// <summary>Reads a body from front to back. What is not there reads as false, never as an exception.</summary>
/// <remarks>A read that answers false leaves the place where it was.</remarks>
public ref partial struct MachBodyReader
{
    private readonly ReadOnlySpan<byte> _bytes;
    private int _position;

    /// <summary>Starts at the front.</summary>
    /// <param name="bytes">The body; it must start at a multiple of 4 in its message for <see cref="TryAlign"/> to mean what MIG means.</param>
    public MachBodyReader(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    /// <summary>Bytes read so far.</summary>
    public readonly int Position => _position;

    /// <summary>Bytes not yet read.</summary>
    public readonly ReadOnlySpan<byte> Rest => _bytes[_position..];

    /// <summary>Reads that many bytes, in place.</summary>
    public bool TryBytes(int count, out ReadOnlySpan<byte> bytes)
    {
        if ((uint)count > (uint)(_bytes.Length - _position))
        {
            bytes = default;
            return false;
        }

        bytes = _bytes.Slice(_position, count);
        _position += count;
        return true;
    }

    /// <summary>Reads a value as it lies in memory, at whatever offset is next.</summary>
    public bool TryValue<T>(out T value)
        where T : unmanaged
    {
        if (!TryBytes(Unsafe.SizeOf<T>(), out var bytes))
        {
            value = default;
            return false;
        }

        value = MemoryMarshal.Read<T>(bytes);
        return true;
    }

    /// <summary>Reads a number.</summary>
    public bool TryUInt32(out uint value)
    {
        var there = TryBytes(sizeof(uint), out var bytes);
        value = there ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : 0;
        return there;
    }

    /// <summary>Reads a number.</summary>
    public bool TryInt32(out int value)
    {
        var there = TryUInt32(out var bits);
        value = (int)bits;
        return there;
    }

    /// <summary>Reads a number.</summary>
    public bool TryUInt64(out ulong value)
    {
        var there = TryBytes(sizeof(ulong), out var bytes);
        value = there ? BinaryPrimitives.ReadUInt64LittleEndian(bytes) : 0;
        return there;
    }

    /// <summary>Reads a number.</summary>
    public bool TryInt64(out long value)
    {
        var there = TryUInt64(out var bits);
        value = (long)bits;
        return there;
    }

    /// <summary>Reads an NDR record, whatever it says; <see cref="IsNative"/> tells whether it is this machine's.</summary>
    public bool TryNdr(out NDR_record_t record) => TryValue(out record);

    /// <summary>True when numbers need no conversion: little-endian integers, ASCII.</summary>
    public static bool IsNative(in NDR_record_t record) => record.int_rep == NDR_INT_LITTLE_ENDIAN && record.char_rep == NDR_CHAR_ASCII;

    /// <summary>Goes to the next multiple of 4.</summary>
    public bool TryAlign() => TryBytes(-_position & 3, out _);
}
