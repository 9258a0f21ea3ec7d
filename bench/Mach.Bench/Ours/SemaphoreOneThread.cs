using Mach.Bench.Measuring;

namespace Mach.Bench.Ours;

/// <summary>A semaphore is signalled and waited for on one thread: nobody sleeps.</summary>
internal sealed class SemaphoreOneThread : Workload
{
    private readonly MachSystem _system = MachSystem.Boot();
    private readonly MachTask _task;
    private readonly uint _semaphore;

    public SemaphoreOneThread()
    {
        _task = _system.CreateTask("bench");
        _semaphore = SemaphorePair.New(_task);
    }

    public override void Run(long operations)
    {
        var traps = new MachTrapClient(_task.CurrentThread);
        for (var i = 0L; i < operations; i++)
        {
            Wire.Require(traps.semaphore_signal_trap(_semaphore), "signal");
            Wire.Require(traps.semaphore_wait_trap(_semaphore), "wait");
        }
    }

    protected override void End() => _task.Dispose();
}
