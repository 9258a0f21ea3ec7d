namespace Mach.Abi;

/// <summary>What a thread's registers ask for.</summary>
public enum TrapEntry : byte
{
    /// <summary>A trap of the table; the frame holds its number and arguments.</summary>
    Trap,

    /// <summary>The result is already in the registers: arguments on the stack could not be read.</summary>
    Refused,

    /// <summary>A Mach trap that the table lacks: the thread takes <c>EXC_SYSCALL</c>.</summary>
    BadTrap,

    /// <summary>Not a Mach trap: a BSD call, or one of the calls that a CPU's own kernel code serves.</summary>
    OtherFamily,
}
