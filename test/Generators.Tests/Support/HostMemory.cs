namespace Mach.Generators.Tests;

/// <summary>The memory of this process as a task's.</summary>
internal sealed unsafe class HostMemory : IUserMemory
{
    /// <summary>Set where addresses are random: nothing can be read.</summary>
    public bool IsBlind { get; set; }

    public ulong PageSize => 4096;

    public bool TryRead(ulong address, Span<byte> destination)
    {
        if (IsBlind || address < PageSize)
            return false;
        new ReadOnlySpan<byte>((void*)address, destination.Length).CopyTo(destination);
        return true;
    }

    public bool TryWrite(ulong address, ReadOnlySpan<byte> source)
    {
        if (address < PageSize)
            return false;
        source.CopyTo(new Span<byte>((void*)address, source.Length));
        return true;
    }
}
