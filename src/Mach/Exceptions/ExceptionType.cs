namespace Mach;

/// <summary>What went wrong on a thread. The names of XNU are in the remarks of each.</summary>
public enum ExceptionType
{
    /// <summary>Memory that is not there or not allowed (<c>EXC_BAD_ACCESS</c>): why and where are the codes.</summary>
    BadAccess = EXC_BAD_ACCESS,

    /// <summary>An instruction that the CPU does not know or allow (<c>EXC_BAD_INSTRUCTION</c>).</summary>
    BadInstruction = EXC_BAD_INSTRUCTION,

    /// <summary>A division by zero and the like (<c>EXC_ARITHMETIC</c>).</summary>
    Arithmetic = EXC_ARITHMETIC,

    /// <summary>An instruction that software is to emulate (<c>EXC_EMULATION</c>).</summary>
    Emulation = EXC_EMULATION,

    /// <summary>Raised by software (<c>EXC_SOFTWARE</c>).</summary>
    Software = EXC_SOFTWARE,

    /// <summary>A breakpoint, a watchpoint or a single step (<c>EXC_BREAKPOINT</c>).</summary>
    Breakpoint = EXC_BREAKPOINT,

    /// <summary>A Unix call that is traced (<c>EXC_SYSCALL</c>).</summary>
    SystemCall = EXC_SYSCALL,

    /// <summary>A Mach trap that is traced (<c>EXC_MACH_SYSCALL</c>).</summary>
    MachSystemCall = EXC_MACH_SYSCALL,

    /// <summary>A call to another task that takes too long (<c>EXC_RPC_ALERT</c>).</summary>
    RpcAlert = EXC_RPC_ALERT,

    /// <summary>The task dies of an exception that nobody handled (<c>EXC_CRASH</c>).</summary>
    Crash = EXC_CRASH,

    /// <summary>A limit of a resource was passed (<c>EXC_RESOURCE</c>).</summary>
    Resource = EXC_RESOURCE,

    /// <summary>A guarded object was used against its guard (<c>EXC_GUARD</c>).</summary>
    Guard = EXC_GUARD,

    /// <summary>A corpse was made of a task (<c>EXC_CORPSE_NOTIFY</c>).</summary>
    CorpseNotify = EXC_CORPSE_NOTIFY,
}

/// <summary>A set of types of exceptions.</summary>
[Flags]
public enum ExceptionTypes : uint
{
    /// <summary>None.</summary>
    None = 0,

    /// <inheritdoc cref="ExceptionType.BadAccess"/>
    BadAccess = EXC_MASK_BAD_ACCESS,

    /// <inheritdoc cref="ExceptionType.BadInstruction"/>
    BadInstruction = EXC_MASK_BAD_INSTRUCTION,

    /// <inheritdoc cref="ExceptionType.Arithmetic"/>
    Arithmetic = EXC_MASK_ARITHMETIC,

    /// <inheritdoc cref="ExceptionType.Emulation"/>
    Emulation = EXC_MASK_EMULATION,

    /// <inheritdoc cref="ExceptionType.Software"/>
    Software = EXC_MASK_SOFTWARE,

    /// <inheritdoc cref="ExceptionType.Breakpoint"/>
    Breakpoint = EXC_MASK_BREAKPOINT,

    /// <inheritdoc cref="ExceptionType.SystemCall"/>
    SystemCall = EXC_MASK_SYSCALL,

    /// <inheritdoc cref="ExceptionType.MachSystemCall"/>
    MachSystemCall = EXC_MASK_MACH_SYSCALL,

    /// <inheritdoc cref="ExceptionType.RpcAlert"/>
    RpcAlert = EXC_MASK_RPC_ALERT,

    /// <inheritdoc cref="ExceptionType.Crash"/>
    Crash = EXC_MASK_CRASH,

    /// <inheritdoc cref="ExceptionType.Resource"/>
    Resource = EXC_MASK_RESOURCE,

    /// <inheritdoc cref="ExceptionType.Guard"/>
    Guard = EXC_MASK_GUARD,

    /// <inheritdoc cref="ExceptionType.CorpseNotify"/>
    CorpseNotify = EXC_MASK_CORPSE_NOTIFY,

    /// <summary>All that a debugger is for: every type but crashes and corpses.</summary>
    All = EXC_MASK_ALL,
}

/// <summary>What a handler is told of an exception.</summary>
public enum ExceptionBehavior
{
    /// <summary>Rights to the thread and its task.</summary>
    Default = EXCEPTION_DEFAULT,

    /// <summary>The thread's registers, which the answer may change.</summary>
    State = EXCEPTION_STATE,

    /// <summary>Rights and registers.</summary>
    StateIdentity = EXCEPTION_STATE_IDENTITY,

    /// <summary>A token that names the task and the thread's number: no power over either.</summary>
    IdentityProtected = EXCEPTION_IDENTITY_PROTECTED,

    /// <summary>Token, number and registers.</summary>
    StateIdentityProtected = EXCEPTION_STATE_IDENTITY_PROTECTED,
}

/// <summary>What became of an exception.</summary>
public enum ExceptionOutcome
{
    /// <summary>A handler has dealt with it: the thread goes on from the state that it now has.</summary>
    Handled,

    /// <summary>Nobody did, and it has no consequence: the thread goes on as it was.</summary>
    Ignored,

    /// <summary>Nobody did, and the task has ended of it.</summary>
    TaskEnded,
}
