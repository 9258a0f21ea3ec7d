namespace Mach.Abi;

/// <summary>
/// Subsystem task_restartable: code that starts again when it is interrupted. Ids, arguments and message layouts are compared by a test
/// with reference/mig.json.
/// </summary>
[MigSubsystem("task_restartable", 8000, Kernel = true)]
public partial interface ITaskRestartable
{
    /// <summary>Tells the kernel which code restarts at its beginning when it is interrupted.</summary>
    [Routine(0)]
    kern_return_t task_restartable_ranges_register(
        [Subject] task_t target_task, [Counted(64, Multiplier = 2)] task_restartable_range_array_t ranges);

    /// <summary>Has every thread that is in such code restart it now.</summary>
    [Routine(1)]
    kern_return_t task_restartable_ranges_synchronize([Subject] task_t target_task);
}
