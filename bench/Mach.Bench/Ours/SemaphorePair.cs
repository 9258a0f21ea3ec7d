using Mach.Bench.Measuring;

namespace Mach.Bench.Ours;

/// <summary>Two threads hand over to each other: each signals the other's semaphore and waits for its own, in one trap.</summary>
internal sealed class SemaphorePair : Workload
{
    private readonly MachSystem _system = MachSystem.Boot();
    private readonly MachTask _task;
    private readonly Thread _thread;
    private readonly uint _ping;
    private readonly uint _pong;

    public SemaphorePair(Placement placement)
    {
        _task = _system.CreateTask("bench");
        _ping = New(_task);
        _pong = New(_task);
        _thread = new Thread(() => Answer(placement.Server)) { IsBackground = true };
        _thread.Start();
    }

    internal static uint New(MachTask task)
    {
        Wire.Require(new MachTaskClient(task.CurrentThread).semaphore_create(task.SelfName, out var name, SYNC_POLICY_FIFO, 0), "make a semaphore");
        return name;
    }

    public override void Run(long operations)
    {
        var traps = new MachTrapClient(_task.CurrentThread);
        for (var i = 0L; i < operations; i++)
            Wire.Require(traps.semaphore_wait_signal_trap(_pong, _ping), "hand over");
    }

    protected override void End()
    {
        _task.Dispose();
        _thread.Join();
    }

    private void Answer(int? cpu)
    {
        Affinity.Pin(cpu);
        var traps = new MachTrapClient(_task.CurrentThread);
        var code = traps.semaphore_wait_trap(_ping);
        while (code == KERN_SUCCESS)
            code = traps.semaphore_wait_signal_trap(_ping, _pong);
    }
}
