namespace Mach.Kernel;

/// <summary>Names one incarnation of a task without any power over it (R-TSK-37). Its port dies with its last send right, or the task.</summary>
internal sealed class TaskToken(KTask task) : KernelObject
{
    internal readonly KTask Task = task;

    internal override uint ObjectType => 50;

    internal override string Description => $"token of task {Task.ProcessId}";

    internal override string PublicText =>
        string.Create(null, $"{Task.ProcessId},{Task.Serial},{Task.Tokens.Identity.ProcessVersion}");

    internal override void NoSenders(KPort port, ref Aftermath after) => port.Die(ref after);
}
