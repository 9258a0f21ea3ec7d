namespace Mach.Kernel;

/// <summary>The traps that tell the time, wait for it, or give it to others.</summary>
internal sealed partial class Traps
{
    private const int SwitchDispatchContention = 3, SwitchLockDepress = 4, SwitchLockWait = 5;     // not in the public header

    public override TrapStatus mach_wait_until_trap(KThread thread, ref TrapFrame frame, ulong deadline)
    {
        if (deadline <= kernel.Time.Now)
            return Done(ref frame, KERN_SUCCESS);
        return kernel.Sleep.Until(deadline, thread, Continuation.ReturnCode, ref frame);
    }

    /// <summary>Absolute time counts nanoseconds. A bad pointer is nobody's affair (R-TIM-28).</summary>
    public override kern_return_t mach_timebase_info_trap(KThread thread, UserPtr<mach_timebase_info_data_t> info)
    {
        _ = info.TryWrite(thread.Memory, new mach_timebase_info_data_t { numer = 1, denom = 1 });
        return KERN_SUCCESS;
    }

    public override TrapStatus clock_sleep_trap(
        KThread thread, ref TrapFrame frame, uint clock_name, int sleep_type, int sleep_sec, int sleep_nsec,
        UserPtr<mach_timespec_t> wakeup_time)
    {
        var clock = clock_name == MACH_PORT_NULL ? kernel.SystemClock : thread.Space.SendTarget(clock_name)?.KernelObject as KClock;
        if (clock is null)
            return Done(ref frame, KERN_INVALID_ARGUMENT);
        if (clock.IsCalendar)
            return Done(ref frame, KERN_FAILURE);
        var given = new mach_timespec_t { tv_sec = (uint)sleep_sec, tv_nsec = sleep_nsec };
        if (!KClock.TryTime(kernel.Time, sleep_type, given, out var until))
        {
            // What was asked comes back; that a pointer is bad is ignored here and below (R-TIM-8).
            _ = wakeup_time.TryWrite(thread.Memory, given);
            return Done(ref frame, KERN_INVALID_VALUE);
        }
        if (until <= kernel.Time.Now)
        {
            _ = wakeup_time.TryWrite(thread.Memory, clock.Now);
            return Done(ref frame, KERN_SUCCESS);
        }
        thread.ClockSleep = new ClockSleep(wakeup_time.Address, until);
        return kernel.Sleep.Until(until, thread, ClockSleep.Continuation, ref frame);
    }

    /// <summary>Options 2, 3 and 5 sleep, the others let others run; nothing that may happen meanwhile is an error (R-THR-23).</summary>
    public override TrapStatus thread_switch(KThread thread, ref TrapFrame frame, uint thread_name, int option, uint option_time)
    {
        var sleeps = option is SWITCH_OPTION_WAIT or SwitchDispatchContention or SwitchLockWait;
        if (!sleeps && option is not (SWITCH_OPTION_NONE or SWITCH_OPTION_DEPRESS or SwitchLockDepress))
            return Done(ref frame, KERN_INVALID_ARGUMENT);
        var unit = option == SwitchDispatchContention ? MachTime.PerMicrosecond : MachTime.PerMillisecond;
        if (sleeps && option_time != 0)
            return kernel.Sleep.Until(kernel.Time.After(option_time * unit), thread, Continuation.Succeed, ref frame);
        Thread.Yield();
        return Done(ref frame, KERN_SUCCESS);
    }

    public override int swtch(KThread thread) => Thread.Yield() ? TRUE : FALSE;

    public override int swtch_pri(KThread thread) => swtch(thread);
}
