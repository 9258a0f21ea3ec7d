namespace Mach.Kernel;

/// <summary>How a kernel is made.</summary>
public sealed record KernelOptions
{
    /// <summary>Where time comes from; time-outs follow it. A virtual clock makes them take no time.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Most names that one space can hold: KERN_NO_SPACE beyond. At most 16,777,214.</summary>
    public int NamesPerSpace { get; init; } = 1 << 22;

    /// <summary>
    /// Which tasks have the host's privilege: <c>mach_host_self</c> gives them the privileged port, and no other task can use it. Root's, as on
    /// Darwin. It is asked of tasks that were born with an identity (<see cref="TaskBirth.Identity"/>) or inherited one; a task about which nobody
    /// said who it is has no privilege.
    /// </summary>
    public Func<TaskIdentity, bool> HasHostPrivilege { get; init; } = static identity => identity.UserId == 0;

    /// <summary>Most bytes that the kernel maps for one task: KERN_NO_SPACE beyond.</summary>
    public ulong BytesPerTask { get; init; } = ulong.MaxValue;

    /// <summary>
    /// Who may get whose task port by process number. It is not asked for a task about which nobody said who it is
    /// (<see cref="HasHostPrivilege"/>): that one gets its own only.
    /// </summary>
    public ITaskAccessRule TaskAccess { get; init; } = UnixTaskAccess.Instance;

    /// <summary>Which of Apple's security rules are in force.</summary>
    public KernelPolicy Policy { get; init; } = KernelPolicy.Base;
}

/// <summary>The rules that only guard Apple's security policy, each off in <see cref="Base"/>.</summary>
public sealed record KernelPolicy
{
    /// <summary>What an ordinary program on macOS meets, and what programs written before these rules need.</summary>
    public static KernelPolicy Base { get; } = new();

    /// <summary>MACH_MSG_STRICT_REPLY is enforced (a boot argument of XNU).</summary>
    public bool StrictReply { get; init; }

    /// <summary>Tasks are hardened as Apple's platform binaries are: MPO_REPLY_PORT makes true reply ports.</summary>
    public bool HardenedTasks { get; init; }

    /// <summary>Each task's own right to its control port is pinned and immovable; others that hold one are free.</summary>
    public bool ImmovableControlPorts { get; init; }

    /// <summary>mach_msg2's kind of call must match its destination.</summary>
    public bool MatchCallKinds { get; init; }

    /// <summary>Only the first task of the kernel may make service ports and ask for their return when they would be destroyed.</summary>
    public bool ServicePortsForBroker { get; init; }

    /// <summary>Messages of exceptions carry read ports, not control ports, and a state that comes back with them is not set.</summary>
    public bool ReadPortsInExceptions { get; init; }

    /// <summary>Ordinary tasks may not ask for turnstile-blocked tracking.</summary>
    public bool DenyTrackedPorts { get; init; }

    /// <summary>Only the first task of the kernel may set special ports of the host.</summary>
    public bool HostPortsForBroker { get; init; }
}
