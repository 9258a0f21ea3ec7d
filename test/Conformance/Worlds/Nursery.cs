using System.Collections.Concurrent;

namespace Mach.Conformance;

/// <summary>Stands between a system and its kernel's host and remembers who was born, so that tests can give any task more threads.</summary>
internal sealed class Nursery(IKernelHost host) : IKernelHost
{
    private readonly ConcurrentDictionary<IUserMemory, KernelTask> _tasks = new(ReferenceEqualityComparer.Instance);

    /// <summary>Makes the threads of thread_create for tasks that are born from now on; null makes none.</summary>
    internal Func<IUserMemory, TrapThread>? Maker { get; set; }

    internal KernelTask With(IUserMemory memory) => _tasks[memory];

    public KernelTask CreateTask(TaskBirth birth) => 
        _tasks[birth.Memory] = host.CreateTask(Maker is { } maker ? birth with { NewThread = () => maker(birth.Memory) } : birth);

    public KernelTask AdoptProcess(TaskBirth birth) => _tasks[birth.Memory] = host.AdoptProcess(birth);

    public TrapStatus Trap(TrapThread thread, ref TrapFrame frame) => host.Trap(thread, ref frame);

    public void Attach(KernelTask task, TrapThread thread) => host.Attach(task, thread);

    public void Detach(TrapThread thread) => host.Detach(thread);

    public TrapStatus Raise(TrapThread thread, RaisedException exception, ref TrapFrame frame) => host.Raise(thread, exception, ref frame);

    public void Interrupt(TrapThread thread) => host.Interrupt(thread);

    public uint GiveControl(KernelTask holder, KernelTask subject) => host.GiveControl(holder, subject);

    public KernelEventQueue CreateEventQueue(KernelTask task, Action? activated) => host.CreateEventQueue(task, activated);

    public void Terminate(KernelTask task) => host.Terminate(task);
}
