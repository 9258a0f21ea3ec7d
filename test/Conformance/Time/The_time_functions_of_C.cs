using static Mach.Raw.LibSystem;

namespace Mach.Conformance.Time;

/// <summary>The functions under their C names do what the traps behind them do.</summary>
public sealed unsafe class The_time_functions_of_C : IDisposable
{
    private readonly VirtualTime _time = new();
    private readonly Machine _machine;
    private readonly Party _party;

    public The_time_functions_of_C()
    {
        _machine = World.All.First().Boot(new KernelOptions { Time = _time });
        _party = _machine.NewTask();
    }

    [Fact, Rule("R-TIM-28", "R-A64-4")]
    public void Tell_the_time() => _party.Task.Run(() =>
    {
        mach_timebase_info_data_t timebase;
        Assert.Equal(KERN_SUCCESS, mach_timebase_info(&timebase));
        _time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(3_000_000_000ul, mach_absolute_time() * timebase.numer / timebase.denom);
        Assert.Equal(mach_absolute_time(), mach_approximate_time());
        Assert.Equal(mach_continuous_time(), mach_continuous_approximate_time());
        Assert.Equal(KERN_SUCCESS, mach_wait_until(1));
        mach_timespec_t wake;
        Assert.Equal(KERN_SUCCESS, clock_sleep(MACH_PORT_NULL, TIME_ABSOLUTE, default, &wake));
        Assert.Equal(3u, wake.tv_sec);
        Assert.Equal(KERN_SUCCESS, thread_switch(MACH_PORT_NULL, SWITCH_OPTION_NONE, 0));
    });

    [Fact, Rule("R-TIM-20", "R-SEMA-3", "R-SEMA-5", "R-SEMA-6", "R-SEMA-7")]
    public void Operate_semaphores() => _party.Task.Run(() =>
    {
        uint one, other;
        Assert.Equal(KERN_SUCCESS, semaphore_create(mach_task_self(), &one, SYNC_POLICY_FIFO, 1));
        Assert.Equal(KERN_SUCCESS, semaphore_create(mach_task_self(), &other, SYNC_POLICY_FIFO, 0));
        Assert.Equal(KERN_SUCCESS, semaphore_wait(one));
        Assert.Equal(KERN_OPERATION_TIMED_OUT, semaphore_timedwait(one, default));
        Assert.Equal(KERN_SUCCESS, semaphore_signal(one));
        Assert.Equal(KERN_SUCCESS, semaphore_wait_signal(one, other));
        Assert.Equal(KERN_OPERATION_TIMED_OUT, semaphore_timedwait_signal(one, other, default));
        Assert.Equal(KERN_SUCCESS, semaphore_wait(other));
        Assert.Equal(KERN_SUCCESS, semaphore_wait(other));
        Assert.Equal(KERN_SUCCESS, semaphore_signal_all(other));
        Assert.Equal(KERN_NOT_WAITING, semaphore_signal_thread(other, MACH_PORT_NULL));
        Assert.Equal(KERN_SUCCESS, semaphore_destroy(mach_task_self(), one));
        Assert.Equal(KERN_INVALID_NAME, semaphore_signal(one));
    });

    [Fact, Rule("R-TIM-24", "R-TIM-25", "R-TIM-26", "R-TIM-27")]
    public void Operate_event_links() => _party.Task.Run(() =>
    {
        Span<uint> pair = [0, 0];
        var calls = new MachEventlinkClient(_party.Thread);
        Assert.Equal(KERN_SUCCESS, calls.mach_eventlink_create(mach_task_self(), MELC_OPTION_NO_COPYIN, pair));
        Assert.Equal(KERN_SUCCESS, calls.mach_eventlink_associate(pair[0], MACH_PORT_NULL, 0, 0, 0, 0, MELA_OPTION_ASSOCIATE_ON_WAIT));
        Assert.Equal(KERN_SUCCESS, mach_eventlink_signal(pair[1], 0));
        ulong count = 0;
        Assert.Equal(KERN_SUCCESS, mach_eventlink_wait_until(pair[0], &count, MELSW_OPTION_NONE, KERN_CLOCK_MACH_ABSOLUTE_TIME, 0));
        Assert.Equal(1ul, count);
        Assert.Equal(
            KERN_OPERATION_TIMED_OUT,
            mach_eventlink_signal_wait_until(pair[0], &count, 0, MELSW_OPTION_NO_WAIT, KERN_CLOCK_MACH_ABSOLUTE_TIME, 0));
        Assert.Equal(KERN_INVALID_ARGUMENT, mach_eventlink_wait_until(pair[0], &count, MELSW_OPTION_NONE, 0, 0));
        Assert.Equal(KERN_INVALID_NAME, mach_eventlink_signal(0x7fff03, 0));
    });

    public void Dispose() => _machine.Dispose();
}
