namespace Mach.Kernel;

/// <summary>
/// What the resume port of a task stands for: whoever holds rights to it has suspended the task, and resumes it by losing them.
/// </summary>
internal sealed class TaskResumption(KTask task) : KernelObject, IOwed
{
    internal readonly KTask Task = task;

    internal override uint ObjectType => 36;

    internal override string Description => $"suspension of task {Task.ProcessId}";

    internal override void NoSenders(KPort port, ref Aftermath after) => after.Owe(this);

    internal override void SendOnceLost(ref Aftermath after) => Task.ResumeByToken(ref after);

    public void Settle(ref Aftermath after) => Task.ResumeIfUnsupported(ref after);
}
