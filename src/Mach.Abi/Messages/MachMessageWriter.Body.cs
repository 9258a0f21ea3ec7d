using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mach.Abi;

public ref partial struct MachMessageWriter
{
    /// <summary>Takes that many zeroed bytes of the body for the caller to fill.</summary>
    /// <returns>False when they do not fit.</returns>
    public bool TryReserve(int bytes, out Span<byte> part)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        if (!TryBeginBody(bytes))
        {
            part = default;
            return false;
        }

        part = Advance(bytes);
        part.Clear();
        return true;
    }

    /// <summary>Adds bytes to the body. False when they do not fit.</summary>
    public bool TryBytes(scoped ReadOnlySpan<byte> bytes)
    {
        if (!TryBeginBody(bytes.Length))
            return false;
        bytes.CopyTo(Advance(bytes.Length));
        return true;
    }

    /// <summary>Adds a value to the body as it lies in memory, at whatever offset is next. False when it does not fit.</summary>
    public bool TryValue<T>(scoped in T value)
        where T : unmanaged
    {
        if (!TryBeginBody(Unsafe.SizeOf<T>()))
            return false;
        Put(value);
        return true;
    }

    /// <summary>Adds values to the body as they lie in memory. False when they do not all fit.</summary>
    public bool TryValues<T>(scoped ReadOnlySpan<T> values)
        where T : unmanaged
    {
        if (!TryBeginBody((long)values.Length * Unsafe.SizeOf<T>()))
            return false;
        MemoryMarshal.AsBytes(values).CopyTo(Advance(values.Length * Unsafe.SizeOf<T>()));
        return true;
    }

    /// <summary>Adds the NDR record of this machine. False when it does not fit.</summary>
    public bool TryNdr() => TryValue(NDR_record);

    /// <summary>Adds a number. False when it does not fit.</summary>
    public bool TryInt32(int value) => TryUInt32((uint)value);

    /// <summary>Adds a number. False when it does not fit.</summary>
    public bool TryUInt32(uint value)
    {
        if (!TryBeginBody(sizeof(uint)))
            return false;
        BinaryPrimitives.WriteUInt32LittleEndian(Advance(sizeof(uint)), value);
        return true;
    }

    /// <summary>Adds a number, at whatever offset is next: MIG packs at 4. False when it does not fit.</summary>
    public bool TryInt64(long value) => TryUInt64((ulong)value);

    /// <summary>Adds a number, at whatever offset is next: MIG packs at 4. False when it does not fit.</summary>
    public bool TryUInt64(ulong value)
    {
        if (!TryBeginBody(sizeof(ulong)))
            return false;
        BinaryPrimitives.WriteUInt64LittleEndian(Advance(sizeof(ulong)), value);
        return true;
    }

    /// <summary>Takes zeroed bytes of the body for the caller to fill.</summary>
    /// <exception cref="InvalidOperationException">They do not fit.</exception>
    public Span<byte> Reserve(int bytes)
    {
        if (!TryReserve(bytes, out var part))
            ThrowNoRoom(bytes);
        return part;
    }

    /// <summary>Adds bytes to the body.</summary>
    /// <exception cref="InvalidOperationException">They do not fit.</exception>
    public void Bytes(scoped ReadOnlySpan<byte> bytes)
    {
        if (!TryBytes(bytes))
            ThrowNoRoom(bytes.Length);
    }

    /// <summary>Adds a value to the body as it lies in memory.</summary>
    /// <exception cref="InvalidOperationException">It does not fit.</exception>
    public void Value<T>(scoped in T value)
        where T : unmanaged
    {
        if (!TryValue(value))
            ThrowNoRoom(Unsafe.SizeOf<T>());
    }

    /// <summary>Adds the NDR record of this machine.</summary>
    /// <exception cref="InvalidOperationException">It does not fit.</exception>
    public void Ndr() => Value(NDR_record);

    /// <summary>Adds a number.</summary>
    /// <exception cref="InvalidOperationException">It does not fit.</exception>
    public void Int32(int value) => UInt32((uint)value);

    /// <summary>Adds a number.</summary>
    /// <exception cref="InvalidOperationException">It does not fit.</exception>
    public void UInt32(uint value)
    {
        if (!TryUInt32(value))
            ThrowNoRoom(sizeof(uint));
    }

    /// <summary>Adds a number, at whatever offset is next.</summary>
    /// <exception cref="InvalidOperationException">It does not fit.</exception>
    public void Int64(long value) => UInt64((ulong)value);

    /// <summary>Adds a number, at whatever offset is next.</summary>
    /// <exception cref="InvalidOperationException">It does not fit.</exception>
    public void UInt64(ulong value)
    {
        if (!TryUInt64(value))
            ThrowNoRoom(sizeof(ulong));
    }

    /// <summary>Pads with zeros to the next multiple of 4: what MIG does after every part of variable length. Always fits.</summary>
    public void Align()
    {
        ThrowIfFinished();
        Advance(-_position & 3).Clear();
    }

    // The first part of a body ends the descriptors, but only if it fits.
    private bool TryBeginBody(long bytes)
    {
        ThrowIfFinished();
        if (Room < bytes)
            return false;
        if (_phase < MachMessagePhase.SimpleBody)
            _phase = _phase == MachMessagePhase.Header ? MachMessagePhase.SimpleBody : MachMessagePhase.ComplexBody;
        return true;
    }
}
