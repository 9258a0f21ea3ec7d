namespace Mach.Raw;

public static unsafe partial class LibSystem
{
    /// <summary>Absolute time: nanoseconds here; what it counts from says nothing.</summary>
    public static uint64_t mach_absolute_time() => Time(MachClock.AbsoluteTimeTrap);

    /// <summary>As <see cref="mach_absolute_time"/>, which is as cheap here.</summary>
    public static uint64_t mach_approximate_time() => mach_absolute_time();

    /// <summary>Absolute time that also counts the machine's sleep, where the kernel knows of it.</summary>
    public static uint64_t mach_continuous_time() => Time(MachClock.ContinuousTimeTrap);

    /// <summary>As <see cref="mach_continuous_time"/>, which is as cheap here.</summary>
    public static uint64_t mach_continuous_approximate_time() => mach_continuous_time();

    /// <summary>The fraction that turns absolute time into nanoseconds.</summary>
    public static kern_return_t mach_timebase_info(mach_timebase_info_data_t* info) => mach_timebase_info_trap(info);

    /// <summary>Sleeps on a clock.</summary>
    /// <param name="clock">The system clock, or null for it.</param>
    /// <param name="sleep_type"><c>TIME_ABSOLUTE</c> or <c>TIME_RELATIVE</c>.</param>
    /// <param name="sleep_time">How long, or until when.</param>
    /// <param name="wakeup_time">Receives the time at which the thread woke.</param>
    public static kern_return_t clock_sleep([Borrows] mach_port_t clock, int sleep_type, mach_timespec_t sleep_time, mach_timespec_t* wakeup_time) =>
        clock_sleep_trap(clock, sleep_type, (int)sleep_time.tv_sec, sleep_time.tv_nsec, wakeup_time);

    /// <summary>Lets others run, or sleeps for a while, by option.</summary>
    public static kern_return_t thread_switch([Borrows] mach_port_name_t thread_name, int option, mach_msg_timeout_t option_time) =>
        syscall_thread_switch(thread_name, option, option_time);

    /// <summary>Wakes one waiter of a semaphore, or adds to its count.</summary>
    public static kern_return_t semaphore_signal([Borrows] semaphore_t semaphore) => semaphore_signal_trap(semaphore);

    /// <summary>Wakes every waiter of a semaphore.</summary>
    public static kern_return_t semaphore_signal_all([Borrows] semaphore_t semaphore) => semaphore_signal_all_trap(semaphore);

    /// <summary>Wakes one thread that waits for a semaphore: the named one, or any for null.</summary>
    public static kern_return_t semaphore_signal_thread([Borrows] semaphore_t semaphore, [Borrows] thread_t thread) => semaphore_signal_thread_trap(semaphore, thread);

    /// <summary>Takes one from a semaphore's count, or waits.</summary>
    public static kern_return_t semaphore_wait([Borrows] semaphore_t semaphore) => semaphore_wait_trap(semaphore);

    /// <summary>As <see cref="semaphore_wait"/>, no longer than a time.</summary>
    public static kern_return_t semaphore_timedwait([Borrows] semaphore_t semaphore, mach_timespec_t wait_time) =>
        semaphore_timedwait_trap(semaphore, wait_time.tv_sec, wait_time.tv_nsec);

    /// <summary>Signals one semaphore and waits for another, in one step.</summary>
    public static kern_return_t semaphore_wait_signal([Borrows] semaphore_t wait_semaphore, [Borrows] semaphore_t signal_semaphore) =>
        semaphore_wait_signal_trap(wait_semaphore, signal_semaphore);

    /// <summary>As <see cref="semaphore_wait_signal"/>, no longer than a time.</summary>
    public static kern_return_t semaphore_timedwait_signal([Borrows] semaphore_t wait_semaphore, [Borrows] semaphore_t signal_semaphore, mach_timespec_t wait_time) =>
        semaphore_timedwait_signal_trap(wait_semaphore, signal_semaphore, wait_time.tv_sec, wait_time.tv_nsec);

    /// <summary>Raises the count of the other end of an event link and wakes who waits for it.</summary>
    /// <param name="eventlink_port">An end.</param>
    /// <param name="signal_count">Not looked at: the count goes up by one.</param>
    public static kern_return_t mach_eventlink_signal([Borrows] mach_port_t eventlink_port, uint64_t signal_count)
    {
        var frame = new TrapFrame(496) { A0 = eventlink_port, A1 = signal_count };
        Here.Call(ref frame);
        return (kern_return_t)decode_eventlink_error_from_retval(frame.R0);
    }

    /// <summary>Waits until the count of an end is above a number.</summary>
    /// <param name="eventlink_port">The end.</param>
    /// <param name="count_ptr">The number; receives the count.</param>
    /// <param name="option"><c>MELSW_OPTION_NO_WAIT</c>, or none.</param>
    /// <param name="clock_id"><c>KERN_CLOCK_MACH_ABSOLUTE_TIME</c>.</param>
    /// <param name="deadline">Until when; 0 for as long as it takes.</param>
    public static kern_return_t mach_eventlink_wait_until(
        [Borrows] mach_port_t eventlink_port, uint64_t* count_ptr, uint option, uint clock_id, uint64_t deadline)
    {
        var frame = new TrapFrame(497) { A0 = eventlink_port, A1 = *count_ptr, A2 = deadline, A3 = clock_id, A4 = option };
        return WaitForEventlink(ref frame, count_ptr);
    }

    /// <summary>Signals the other end of an event link and waits for this one, in one step.</summary>
    /// <param name="eventlink_port">The end to wait for.</param>
    /// <param name="count_ptr">The number to exceed; receives the count.</param>
    /// <param name="signal_count">Not looked at: the other count goes up by one.</param>
    /// <param name="option"><c>MELSW_OPTION_NO_WAIT</c>, or none.</param>
    /// <param name="clock_id"><c>KERN_CLOCK_MACH_ABSOLUTE_TIME</c>.</param>
    /// <param name="deadline">Until when; 0 for as long as it takes.</param>
    public static kern_return_t mach_eventlink_signal_wait_until(
        [Borrows] mach_port_t eventlink_port, uint64_t* count_ptr, uint64_t signal_count, uint option, uint clock_id, uint64_t deadline)
    {
        var frame = new TrapFrame(498)
        {
            A0 = eventlink_port, A1 = *count_ptr, A2 = signal_count, A3 = deadline, A4 = clock_id, A5 = option,
        };
        return WaitForEventlink(ref frame, count_ptr);
    }

    private static kern_return_t WaitForEventlink(ref TrapFrame frame, uint64_t* count)
    {
        Here.Call(ref frame);
        *count = decode_eventlink_count_from_retval(frame.R0);
        return (kern_return_t)decode_eventlink_error_from_retval(frame.R0);
    }

    private static uint64_t Time(int trap)
    {
        var frame = new TrapFrame(trap);
        Here.Call(ref frame);
        return frame.R0;
    }
}
