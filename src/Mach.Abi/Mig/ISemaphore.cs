namespace Mach.Abi;

/// <summary>
/// Subsystem semaphore: signals and waits by message. The kernel does not dispatch it: the functions of these names are traps. Ids,
/// arguments and message layouts are compared by a test with reference/mig.json.
/// </summary>
[MigSubsystem("semaphore", 617200, Kernel = true)]
public partial interface ISemaphore
{
    /// <summary>Adds one to a semaphore, or wakes one waiter.</summary>
    [Routine(0)]
    kern_return_t semaphore_signal([Subject] semaphore_t semaphore);

    /// <summary>Wakes every waiter of a semaphore.</summary>
    [Routine(1)]
    kern_return_t semaphore_signal_all([Subject] semaphore_t semaphore);

    /// <summary>Takes one from a semaphore, or waits.</summary>
    [Routine(2)]
    kern_return_t semaphore_wait([Subject] semaphore_t semaphore);

    /// <summary>Wakes one thread that waits for a semaphore.</summary>
    [Routine(3)]
    kern_return_t semaphore_signal_thread([Subject] semaphore_t semaphore, [CopySend] thread_act_t thread);

    /// <summary>As semaphore_wait, no longer than a time.</summary>
    [Routine(4)]
    kern_return_t semaphore_timedwait([Subject] semaphore_t semaphore, mach_timespec_t wait_time);

    /// <summary>Signals one semaphore and waits for another.</summary>
    [Routine(5)]
    kern_return_t semaphore_wait_signal([Subject] semaphore_t wait_semaphore, [CopySend] semaphore_t signal_semaphore);

    /// <summary>As semaphore_wait_signal, no longer than a time.</summary>
    [Routine(6)]
    kern_return_t semaphore_timedwait_signal(
        [Subject] semaphore_t wait_semaphore, [CopySend] semaphore_t signal_semaphore, mach_timespec_t wait_time);
}
