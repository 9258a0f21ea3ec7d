using Mach.Darwin;
using Mach.Darwin.Simulated;

namespace Mach.Conformance;

/// <summary>
/// A kernel whose first task is a process as on XNU: its OS threads call a libSystem, which makes the traps in that process's name.
/// The other tasks are other processes and none of this one's business: they reach the kernel as anywhere.
/// </summary>
internal sealed class LibSystemHost : IKernelHost, IDisposable
{
    private readonly ManagedKernel _kernel;
    private readonly SimulatedLibrary _library;
    private readonly DarwinKernel _darwin;

    internal LibSystemHost(ManagedKernel kernel)
    {
        _kernel = kernel;
        _library = new SimulatedLibrary(kernel);
        _darwin = new DarwinKernel(_library, macOS: true);
    }

    public KernelTask CreateTask(TaskBirth birth)
    {
        var task = _kernel.CreateTask(birth);
        if (_library.Process is null)
            (_library.Process, _library.Memory) = (task, birth.Memory);
        return task;
    }

    public TrapStatus Trap(TrapThread thread, ref TrapFrame frame) => KernelOf(thread).Trap(thread, ref frame);

    public void Attach(KernelTask task, TrapThread thread)
    {
        // A thread that no OS thread plays sleeps by itself, so that tests can say when it does.
        if (task == _library.Process && thread is CallingThread)
            _darwin.Attach(_darwin.AdoptProcess(new TaskBirth("process", _library.Memory!)), thread);
        else
            _kernel.Attach(task, thread);
    }

    public void Detach(TrapThread thread) => KernelOf(thread).Detach(thread);

    public TrapStatus Raise(TrapThread thread, RaisedException exception, ref TrapFrame frame) => KernelOf(thread).Raise(thread, exception, ref frame);

    public void Interrupt(TrapThread thread) => KernelOf(thread).Interrupt(thread);

    public uint GiveControl(KernelTask holder, KernelTask subject) => _kernel.GiveControl(holder, subject);

    public KernelEventQueue CreateEventQueue(KernelTask task, Action? activated) => _kernel.CreateEventQueue(task, activated);

    public void Terminate(KernelTask task) => _kernel.Terminate(task);

    public void Dispose() => _library.Dispose();

    private IKernelHost KernelOf(TrapThread thread) => thread.KernelThread is DarwinThread ? _darwin : _kernel;
}
