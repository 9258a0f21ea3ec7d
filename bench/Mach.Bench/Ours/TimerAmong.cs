using Mach.Bench.Measuring;

namespace Mach.Bench.Ours;

/// <summary>A timer is set, set anew and cancelled while others are set, none of which fires.</summary>
internal sealed class TimerAmong : Workload
{
    private const ulong Hour = 3600ul * 1_000_000_000;

    private readonly MachSystem _system = MachSystem.Boot();
    private readonly MachTask _task;
    private readonly uint _timer;
    private readonly ulong _base;

    public TimerAmong(int others)
    {
        _task = _system.CreateTask("bench");
        _base = MachClock.Now(_task) + Hour;
        var traps = new MachTrapClient(_task.CurrentThread);
        for (var number = 0; number < others; number++)
            Wire.Require(traps.mk_timer_arm_trap(traps.mk_timer_create_trap(), _base + ((ulong)number * 7919 % (ulong)others * 1_000_000)), "arm");
        _timer = traps.mk_timer_create_trap();
    }

    public override void Run(long operations)
    {
        var traps = new MachTrapClient(_task.CurrentThread);
        for (var i = 0L; i < operations; i++)
        {
            // In the middle of them, and then before half of them.
            Wire.Require(traps.mk_timer_arm_trap(_timer, _base + Hour), "arm");
            Wire.Require(traps.mk_timer_arm_trap(_timer, _base + (ulong)(i % 1000 * 1_000_000)), "arm");
            Wire.Require(traps.mk_timer_cancel_trap(_timer, default), "cancel");
        }
    }

    protected override void End() => _task.Dispose();
}
