namespace Mach;

/// <summary>A region of a task's memory, whole pages, that messages carry out of line.</summary>
/// <remarks>
/// It is native memory: the garbage collector does not move it and a message can take it along without a copy.
/// Its bytes are reached through <see cref="Borrow"/>, so that nobody looks at memory that is gone.
/// </remarks>
public sealed unsafe class OolBuffer : IDisposable, ILoan, IMovable
{
    private OwnershipWord _ownership;

    internal OolBuffer(MachTask task, ulong address, int length)
    {
        Task = task;
        Address = address;
        Length = length;
    }

#pragma warning disable MA0055 // The region is native memory of the task.
    /// <summary>Frees a region that nobody disposed.</summary>
    ~OolBuffer()
    {
        if (_ownership.TryReleaseForgotten() && Length != 0)
            Pages.Free(Task, Address, (ulong)Length);
    }
#pragma warning restore MA0055

    /// <summary>The task whose memory it is.</summary>
    public MachTask Task { get; }

    /// <summary>Bytes of it.</summary>
    public int Length { get; }

    /// <summary>True until it was moved or disposed.</summary>
    public bool IsHeld => _ownership.IsHeld;

    /// <summary>Where it starts; 0 when it is empty.</summary>
    internal ulong Address { get; }

    /// <summary>Makes a region of zeros.</summary>
    /// <param name="length">Bytes.</param>
    /// <param name="task">Whose memory; null for the current task.</param>
    /// <exception cref="MachException">There is no memory: <c>KERN_NO_SPACE</c>.</exception>
    public static OolBuffer Create(int length, MachTask? task = null) => Create(task ?? MachTask.Current, length);

    /// <summary>Makes a region with a copy of <paramref name="bytes"/>.</summary>
    /// <param name="bytes">What it holds.</param>
    /// <param name="task">Whose memory; null for the current task.</param>
    /// <exception cref="MachException">There is no memory: <c>KERN_NO_SPACE</c>.</exception>
    public static OolBuffer CopyOf(ReadOnlySpan<byte> bytes, MachTask? task = null)
    {
        task ??= MachTask.Current;
        return new OolBuffer(task, Place(bytes, task), bytes.Length);
    }

    /// <summary>Puts a copy of <paramref name="bytes"/> into whole pages of the task: the caller's, at the address given; 0 for no bytes.</summary>
    internal static ulong Place(ReadOnlySpan<byte> bytes, MachTask task)
    {
        if (bytes.IsEmpty)
            return 0;
        ulong address = Pages.Allocate(task, (ulong)bytes.Length);
        bytes.CopyTo(new Span<byte>((void*)address, bytes.Length));
        return address;
    }

    /// <summary>Lends the bytes. The region stays until the lease ends, even if it is disposed meanwhile.</summary>
    /// <exception cref="MachRightException">The region is gone.</exception>
    public Lease Borrow()
    {
        if (!_ownership.TryBorrow())
            ThrowUnusable();
        return new Lease(this);
    }

    /// <summary>Copies the bytes out.</summary>
    /// <exception cref="MachRightException">The region is gone.</exception>
    public byte[] ToArray()
    {
        using Lease lease = Borrow();
        return lease.Span.ToArray();
    }

    /// <summary>Frees the region, or lets the last lease do it. Can be repeated.</summary>
    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    void ILoan.EndLoan() => Return();

    void IMovable.EndMove(bool moved, bool bare)
    {
        if (!moved && _ownership.UndoMove())
            Pages.Free(Task, Address, (ulong)Length);
    }

    internal static OolBuffer Create(MachTask task, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        if (length == 0)
            return new OolBuffer(task, 0, 0);
        return new OolBuffer(task, Pages.Allocate(task, (ulong)length), length);
    }

    /// <summary>The bytes for an owner who shows them to code that is not to keep them: he invalidates what it got before he disposes the region.</summary>
    internal NativeSpanOwner Show() => new((byte*)Address, Length);

    /// <summary>Lends the region to a message.</summary>
    internal void BorrowForMessage()
    {
        if (!_ownership.TryBorrow())
            ThrowUnusable();
    }

    /// <summary>The region begins to leave this object; paired with <see cref="IMovable.EndMove"/>.</summary>
    internal void BeginMove()
    {
        if (!_ownership.TryBeginMove())
            ThrowUnusable();
    }

    /// <summary>Bytes from the end of the data to the end of its last page.</summary>
    internal static int SpareOf(int length) => (int)(HostPages.RoundUp((nuint)length) - (nuint)length);

    private void Return()
    {
        if (_ownership.Return())
            Pages.Free(Task, Address, (ulong)Length);
    }

    private void Free()
    {
        if (_ownership.TryRelease() && Length != 0)
            Pages.Free(Task, Address, (ulong)Length);
    }

    private void ThrowUnusable() => throw (_ownership.IsHeld
        ? new MachRightException(RightFault.Lent, "The region is in use; it cannot be moved before that ends.")
        : new MachRightException(RightFault.Gone, "The region was moved or disposed."));

    /// <summary>The bytes of a region for as long as they are needed.</summary>
    public readonly ref struct Lease
    {
        private readonly OolBuffer _buffer;

        internal Lease(OolBuffer buffer) => _buffer = buffer;

        /// <summary>The bytes. They may be gone once the lease has ended.</summary>
        public Span<byte> Span => new((void*)_buffer.Address, _buffer.Length);

        /// <summary>Ends the lease; once.</summary>
        public void Dispose() => _buffer.Return();
    }
}
