using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mach.Abi;

/// <summary>An address in a task's memory. It is read and written only through that task's <see cref="IUserMemory"/>.</summary>
/// <param name="Address">The address as the task sees it.</param>
/// <typeparam name="T">What is found there.</typeparam>
public readonly record struct UserPtr<T>(ulong Address)
    where T : unmanaged
{
    /// <summary>True for address 0.</summary>
    public bool IsNull => Address == 0;

    /// <summary>Copies one value from the task.</summary>
    public bool TryRead(IUserMemory memory, out T value)
    {
        Unsafe.SkipInit(out value);
        return memory.TryRead(Address, MemoryMarshal.AsBytes(new Span<T>(ref value)));
    }

    /// <summary>Copies one value to the task.</summary>
    public bool TryWrite(IUserMemory memory, T value) =>
        memory.TryWrite(Address, MemoryMarshal.AsBytes(new ReadOnlySpan<T>(ref value)));
}
