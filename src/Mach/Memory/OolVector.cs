using System.Buffers;

namespace Mach;

/// <summary>A region of a task's memory that grows as it is written, to be sent out of line.</summary>
public sealed unsafe class OolVector : IBufferWriter<byte>, IDisposable, IMovable
{
    private readonly MachTask _task;
    private NativeSpanOwner? _owner;
    private ulong _address;
    private int _capacity;
    private bool _isMoving;

    /// <summary>Makes an empty vector.</summary>
    /// <param name="capacity">Bytes to make room for at once.</param>
    /// <param name="task">Whose memory; null for the current task.</param>
    public OolVector(int capacity = 0, MachTask? task = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        _task = task ?? MachTask.Current;
        if (capacity != 0)
            Grow(capacity);
    }

#pragma warning disable MA0055 // The region is native memory of the task.
    /// <summary>Frees a vector that nobody disposed.</summary>
    ~OolVector() => Free();
#pragma warning restore MA0055

    /// <summary>The task whose memory it is.</summary>
    public MachTask Task => _task;

    /// <summary>Bytes written.</summary>
    public int Length { get; private set; }

    /// <summary>Adds bytes.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(GetSpan(bytes.Length));
        Advance(bytes.Length);
    }

    /// <inheritdoc/>
    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _capacity - Length);
        Length += count;
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return new Span<byte>((byte*)_address + Length, _capacity - Length);
    }

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        _owner ??= new NativeSpanOwner((byte*)_address, _capacity);
        return _owner.Memory[Length..];
    }

    /// <summary>Gives what was written as a buffer; the vector is empty afterwards and can be written again.</summary>
    public OolBuffer Take()
    {
        (ulong address, int length) = BeginMove();
        var buffer = new OolBuffer(_task, address, length);
        _isMoving = false;
        GiveAway();
        return buffer;
    }

    /// <summary>What was written begins to leave; paired with <see cref="IMovable.EndMove"/>.</summary>
    internal (ulong Address, int Length) BeginMove()
    {
        if (_isMoving)
            throw new MachRightException(RightFault.Gone, "The vector is moving already.");
        _isMoving = true;
        if (Length == 0)
            return (0, 0);
        // What is left of the last page holds no stale bytes.
        new Span<byte>((byte*)_address + Length, OolBuffer.SpareOf(Length)).Clear();
        return (_address, Length);
    }

    void IMovable.EndMove(bool moved, bool bare)
    {
        _isMoving = false;
        if (moved)
            GiveAway();
    }

    private void GiveAway()
    {
        if (Length == 0)
            return;
        // Pages behind the last byte stay here no longer.
        nuint used = HostPages.RoundUp((nuint)Length);
        nuint held = HostPages.RoundUp((nuint)_capacity);
        if (held > used)
            Pages.Free(_task, _address + used, held - used);
        Forget();
    }

    /// <summary>Frees what was written and not taken. Can be repeated.</summary>
    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Reserve(int sizeHint)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sizeHint);
        int needed = checked(Length + Math.Max(sizeHint, 1));
        if (needed > _capacity)
            Grow((int)Math.Min(Math.Max((long)needed, 2L * _capacity), Array.MaxLength));
    }

    private void Grow(int capacity)
    {
        int whole = (int)Math.Min(HostPages.RoundUp((nuint)capacity), (nuint)Array.MaxLength);
        ulong address = Pages.Allocate(_task, (ulong)whole);
        new ReadOnlySpan<byte>((byte*)_address, Length).CopyTo(new Span<byte>((byte*)address, whole));
        int length = Length;
        Free();
        _address = address;
        _capacity = whole;
        Length = length;
    }

    private void Free()
    {
        if (_capacity != 0)
            Pages.Free(_task, _address, (ulong)_capacity);
        Forget();
    }

    private void Forget()
    {
        _owner?.Invalidate();
        _owner = null;
        _address = 0;
        _capacity = 0;
        Length = 0;
    }
}
