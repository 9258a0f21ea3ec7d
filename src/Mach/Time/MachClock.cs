namespace Mach;

/// <summary>The kernel's time, as a task sees it: what time-outs, timers and alarms go by, which may be a virtual one.</summary>
public static class MachClock
{
    /// <summary>Absolute time in nanoseconds: it never goes back, and what it counts from says nothing.</summary>
    /// <param name="task">Whose kernel; null for the current task's.</param>
    public static ulong Now(MachTask? task = null)
    {
        var frame = new TrapFrame(AbsoluteTimeTrap);
        (task ?? MachTask.Current).CurrentThread.Call(ref frame);
        return frame.R0;
    }

    /// <summary>The absolute time so much later than now.</summary>
    /// <param name="delay">Not negative.</param>
    /// <param name="task">Whose kernel; null for the current task's.</param>
    public static ulong After(TimeSpan delay, MachTask? task = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(delay.Ticks, nameof(delay));
        ulong now = Now(task);
        UInt128 due = now + ((UInt128)(ulong)delay.Ticks * NanosecondsPerTick);
        return due > ulong.MaxValue ? ulong.MaxValue : (ulong)due;
    }

    /// <summary>How long it is from one absolute time to another.</summary>
    public static TimeSpan Between(ulong from, ulong to) =>
        TimeSpan.FromTicks((long)(unchecked(to - from) / NanosecondsPerTick));

    /// <summary>The date and the time of day: the kernel's calendar clock.</summary>
    /// <param name="task">Whose kernel; null for the current task's.</param>
    /// <exception cref="MachException">The kernel has no such clock.</exception>
    public static DateTimeOffset Calendar(MachTask? task = null)
    {
        MachThread thread = (task ?? MachTask.Current).CurrentThread;
        mach_port_name_t host = new MachTrapClient(thread).host_self_trap();
        kern_return_t code = new MachHostClient(thread).host_get_clock_service(host, CALENDAR_CLOCK, out mach_port_name_t clock);
        _ = new PortCalls(thread).Deallocate(host);
        MachException.ThrowIfFailed(code, "host_get_clock_service");
        code = new ClockClient(thread).clock_get_time(clock, out mach_timespec_t time);
        _ = new PortCalls(thread).Deallocate(clock);
        MachException.ThrowIfFailed(code, "clock_get_time", clock);
        return DateTimeOffset.UnixEpoch.AddSeconds(time.tv_sec).AddTicks(time.tv_nsec / (int)NanosecondsPerTick);
    }

    /// <summary>Sleeps until an absolute time.</summary>
    /// <param name="deadline">When to wake.</param>
    /// <param name="task">Whose thread sleeps; null for the current task's.</param>
    /// <exception cref="MachException">The thread was interrupted: <c>KERN_ABORTED</c>.</exception>
    public static void SleepUntil(ulong deadline, MachTask? task = null) => MachException.ThrowIfFailed(
        new MachTrapClient((task ?? MachTask.Current).CurrentThread).mach_wait_until_trap(deadline), "mach_wait_until");

    /// <summary>Sleeps for a while.</summary>
    /// <param name="delay">Not negative.</param>
    /// <param name="task">Whose thread sleeps; null for the current task's.</param>
    /// <exception cref="MachException">The thread was interrupted: <c>KERN_ABORTED</c>.</exception>
    public static void Sleep(TimeSpan delay, MachTask? task = null) => SleepUntil(After(delay, task), task);

    /// <summary>Awaits an absolute time; no OS thread sleeps.</summary>
    /// <param name="deadline">When to go on.</param>
    /// <param name="task">Whose kernel; null for the current task's.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async ValueTask SleepUntilAsync(ulong deadline, MachTask? task = null, CancellationToken cancellation = default)
    {
        var frame = new TrapFrame(MachTrapNumbers.mach_wait_until_trap) { A0 = deadline };
        kern_return_t code = await CodeWait.Start(task ?? MachTask.Current, frame, cancellation).ConfigureAwait(false);
        MachException.ThrowIfFailed(code, "mach_wait_until");
    }

    /// <summary>Awaits that a while has passed; no OS thread sleeps.</summary>
    /// <param name="delay">Not negative.</param>
    /// <param name="task">Whose kernel; null for the current task's.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static ValueTask SleepAsync(TimeSpan delay, MachTask? task = null, CancellationToken cancellation = default) =>
        SleepUntilAsync(After(delay, task), task, cancellation);

    internal const int AbsoluteTimeTrap = -3;
    internal const int ContinuousTimeTrap = -4;
    private const ulong NanosecondsPerTick = 100;
}
