namespace Mach.Abi;

/// <summary>Whose registers a thread has.</summary>
public enum CpuKind : byte
{
    /// <summary>64-bit ARM.</summary>
    Arm64,

    /// <summary>64-bit x86.</summary>
    X64,
}

/// <summary>
/// The CPU behind a thread whose program is not this process's own code: it can be stopped, and its registers read and written.
/// </summary>
/// <remarks>
/// A kernel calls it with no lock held. Stops are counted: the CPU runs its program while there are no more stops than goes.
/// </remarks>
public interface IThreadCpu
{
    /// <summary>Whose registers it has.</summary>
    CpuKind Kind { get; }

    /// <summary>Nanoseconds for which it has run its program; 0 when nobody measures.</summary>
    long UserTime => 0;

    /// <summary>
    /// One stop more. Returns when the CPU executes no instruction of its program: it stands between two, or is in a trap.
    /// Called on the OS thread that plays the CPU, it returns at once.
    /// </summary>
    void Stop();

    /// <summary>One stop less.</summary>
    void Go();

    /// <summary>The thread has ended: it gets no answer to a trap that sleeps, and is never told to go again. Its owner detaches it.</summary>
    void Halt();

    /// <summary>Reads registers while the CPU stands.</summary>
    /// <param name="flavor">A flavor of the 64-bit thread's own records, such as <c>ARM_THREAD_STATE64</c>, never of a record with a header.</param>
    /// <param name="words">Exactly as many as the flavor has.</param>
    /// <returns>False when this CPU has no such registers.</returns>
    bool TryRead(int flavor, Span<uint> words);

    /// <summary>Writes registers while the CPU stands.</summary>
    /// <param name="flavor">As for <see cref="TryRead"/>.</param>
    /// <param name="words">Exactly as many as the flavor has.</param>
    /// <returns>False when this CPU has no such registers or they cannot be written.</returns>
    bool TryWrite(int flavor, ReadOnlySpan<uint> words);
}
