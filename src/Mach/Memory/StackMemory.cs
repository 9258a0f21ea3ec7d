namespace Mach;

/// <summary>A task's memory as one of its threads shows it to the kernel: the thread's own stack needs no check.</summary>
/// <remarks>
/// T1 While the thread is in a trap, [<see cref="_low"/>, <see cref="_top"/>) is its stack above the call, and stays mapped until the
///    trap ends, whichever thread the kernel runs on. Outside of a trap the kernel has no business here.
/// </remarks>
internal sealed unsafe class StackMemory(HostMemory memory) : IUserMemory
{
    private readonly HostMemory _memory = memory;
    private nuint _low = nuint.MaxValue;
    private nuint _top;

    public ulong PageSize => _memory.PageSize;

    /// <summary>The thread's stack is trusted from <paramref name="low"/> up to <paramref name="top"/>.</summary>
    internal void Trust(nuint low, nuint top)
    {
        _low = low;
        _top = top;
    }

    public bool TryRead(ulong address, Span<byte> destination)
    {
        if (!OnStack(address, destination.Length))
            return _memory.TryRead(address, destination);
        new ReadOnlySpan<byte>((void*)address, destination.Length).CopyTo(destination);
        return true;
    }

    public bool TryWrite(ulong address, ReadOnlySpan<byte> source)
    {
        if (!OnStack(address, source.Length))
            return _memory.TryWrite(address, source);
        source.CopyTo(new Span<byte>((void*)address, source.Length));
        return true;
    }

    private bool OnStack(ulong address, int length) =>
        address >= _low && address < _top && (ulong)length <= _top - address;
}
