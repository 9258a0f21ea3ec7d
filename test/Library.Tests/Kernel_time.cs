using Mach.Kernel;
using Xunit;

namespace Mach.Library.Tests;

/// <summary>Clocks and timers, in a kernel whose time is virtual.</summary>
public sealed class Kernel_time : IDisposable
{
    private readonly VirtualTime _time = new(new DateTimeOffset(2001, 3, 24, 0, 0, 0, TimeSpan.Zero));
    private readonly ManagedKernel _kernel;
    private readonly MachTask _task;

    public Kernel_time()
    {
        _kernel = new ManagedKernel(new KernelOptions { Time = _time });
        _task = MachSystem.Boot(_kernel).CreateTask("clockwork");
    }

    [Fact]
    public void Is_told_by_two_clocks()
    {
        ulong start = MachClock.Now(_task);
        _time.Advance(TimeSpan.FromSeconds(90));
        Assert.Equal(TimeSpan.FromSeconds(90), MachClock.Between(start, MachClock.Now(_task)));
        Assert.Equal(start + 95_000_000_000, MachClock.After(TimeSpan.FromSeconds(5), _task));
        Assert.Equal(ulong.MaxValue, MachClock.After(TimeSpan.MaxValue, _task));
        Assert.Equal(new DateTimeOffset(2001, 3, 24, 0, 1, 30, TimeSpan.Zero), MachClock.Calendar(_task));
        _task.Run(() => Assert.Equal(MachClock.Now(_task), MachClock.Now()));
    }

    [Fact]
    public async Task Is_awaited()
    {
        Task hour = MachClock.SleepAsync(TimeSpan.FromHours(1), _task).AsTask();
        Task past = MachClock.SleepUntilAsync(0, _task).AsTask();
        Assert.True(past.IsCompletedSuccessfully);
        MachClock.SleepUntil(0, _task);
        MachClock.Sleep(TimeSpan.Zero, _task);
        _time.Advance(TimeSpan.FromMinutes(59));
        Assert.False(hour.IsCompleted);
        _time.Advance(TimeSpan.FromMinutes(1));
        await hour;
        using var cancel = new CancellationTokenSource();
        ValueTask never = MachClock.SleepUntilAsync(ulong.MaxValue, _task, cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await never);
    }

    [Fact]
    public async Task Sets_a_timer_off()
    {
        using var timer = MachTimer.Create(_task);
        Assert.False(timer.Cancel());
        timer.Set(TimeSpan.FromSeconds(10));
        Assert.False(timer.Wait(MachTimeout.NoWait));
        ValueTask wait = timer.WaitAsync();
        _time.Advance(TimeSpan.FromSeconds(10));
        await wait;
        timer.Set(TimeSpan.FromSeconds(10));
        Assert.True(timer.Cancel());
        _time.Advance(TimeSpan.FromSeconds(20));
        Assert.False(timer.Wait(MachTimeout.NoWait));
        timer.SetAt(0);
        Assert.True(timer.Wait(MachTimeout.NoWait));
    }

    [Fact]
    public async Task Sets_a_timer_off_among_the_ports_of_a_set()
    {
        using var timer = MachTimer.Create(_task);
        using var set = PortSet.Create(_task);
        set.Add(timer.Port);
        timer.Set(TimeSpan.FromDays(1));
        ValueTask<RawMachPort> readable = set.WaitReadableAsync(MachTimeout.Infinite);
        Assert.False(readable.IsCompleted);
        _time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(timer.Port.RawPort, await readable);
        Assert.True(timer.Wait(MachTimeout.NoWait));
    }

    public void Dispose()
    {
        _task.Dispose();
        Assert.Empty(_kernel.TakeCensus().Discrepancies);
        _kernel.Dispose();
    }
}
