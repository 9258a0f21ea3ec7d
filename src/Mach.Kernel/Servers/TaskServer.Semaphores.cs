namespace Mach.Kernel;

internal sealed partial class TaskServer
{
    protected override kern_return_t semaphore_create(KThread caller, TaskView task, out KPort? semaphore, int policy, int value) =>
        task.Task.CreateSemaphore(policy, value, out semaphore);

    /// <summary>Only the owner ends it; from any other task the call does no more than to use up the right (R-SEMA-8, R-TIM-16).</summary>
    protected override kern_return_t semaphore_destroy(KThread caller, TaskView task, KPort? semaphore)
    {
        if (semaphore?.KernelObject is not KSemaphore found)
            return KERN_INVALID_ARGUMENT;
        var after = new Aftermath(kernel);
        if (ReferenceEquals(found.Owner, task.Task))
            found.End(ref after);
        after.Release(semaphore, (byte)MACH_MSG_TYPE_PORT_SEND);
        after.Run();
        return KERN_SUCCESS;
    }
}
