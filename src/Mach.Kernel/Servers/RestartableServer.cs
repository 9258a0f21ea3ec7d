namespace Mach.Kernel;

/// <summary>
/// Subsystem task_restartable: ranges of code that a thread which is interrupted in them begins anew (R-TSK-43). The kernel moves no
/// thread from one place of its program to another, so that none can be registered.
/// </summary>
internal sealed class RestartableServer : TaskRestartableServer<KThread, KPort?, TaskView>
{
    /// <summary>A task may do it to itself only.</summary>
    protected override kern_return_t Translate(KThread caller, KPort? port, MigSubject kind, out TaskView subject)
    {
        subject = TaskServer.ViewOf(port, Flavour.Control)!;
        return subject is not null && ReferenceEquals(subject.Task, caller.Task) ? KERN_SUCCESS : KERN_FAILURE;
    }

    [Refuses("the kernel preempts nobody inside a range, and moves no thread back to its beginning")]
    protected override kern_return_t task_restartable_ranges_register(
        KThread caller, TaskView target_task, ReadOnlySpan<task_restartable_range_t> ranges) =>
        KERN_NOT_SUPPORTED;

    /// <summary>Nothing is registered, so that nobody can be inside a range.</summary>
    protected override kern_return_t task_restartable_ranges_synchronize(KThread caller, TaskView target_task) => KERN_SUCCESS;
}
