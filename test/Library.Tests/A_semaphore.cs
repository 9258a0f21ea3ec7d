using Xunit;

namespace Mach.Library.Tests;

public sealed class A_semaphore : World
{
    [Fact]
    public void Lets_as_many_through_as_it_counts()
    {
        using var semaphore = MachSemaphore.Create(2, Alice);
        Assert.True(semaphore.Wait(MachTimeout.Infinite));
        Assert.True(semaphore.Wait(Soon));
        Assert.False(semaphore.Wait(MachTimeout.NoWait));
        Assert.False(semaphore.Wait(MachTimeout.After(TimeSpan.FromMilliseconds(2))));
        semaphore.Signal();
        Assert.True(semaphore.Wait(MachTimeout.NoWait));
        Assert.Throws<InvalidOperationException>(() => semaphore.Wait(default));
    }

    [Fact]
    public async Task Is_awaited_without_a_thread()
    {
        using var semaphore = MachSemaphore.Create(task: Alice);
        ValueTask<bool> first = semaphore.WaitAsync(Soon);
        ValueTask<bool> second = semaphore.WaitAsync(MachTimeout.Infinite);
        Assert.False(first.IsCompleted || second.IsCompleted);
        semaphore.Signal();
        Assert.True(await first);
        Assert.False(second.IsCompleted);
        semaphore.SignalAll();
        Assert.True(await second);
        Assert.False(await semaphore.WaitAsync(MachTimeout.NoWait));
        CountReplyPort();
    }

    [Fact]
    public async Task Loses_nothing_when_a_wait_is_cancelled()
    {
        using var semaphore = MachSemaphore.Create(task: Alice);
        using var cancel = new CancellationTokenSource();
        ValueTask<bool> wait = semaphore.WaitAsync(MachTimeout.Infinite, cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await wait);
        semaphore.Signal();
        Assert.True(semaphore.Wait(MachTimeout.NoWait));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await semaphore.WaitAsync(Soon, cancel.Token));
        CountReplyPort();
    }

    // The thread that is about to end the semaphore asks by message: it has a port for replies, once and for all.
    private void CountReplyPort()
    {
        int before = NamesNow;
        _ = Alice.CurrentThread.MigReplyPort;
        Names += NamesNow - before;
    }

    [Fact]
    public void Is_shared_with_another_task_by_its_right()
    {
        using var semaphore = MachSemaphore.Create(task: Alice);
        using ReceiveRight door = ReceiveRight.Create(Bob);
        using SendRight way = Grant(door);
        using (var message = new MessageBuilder(Alice))
        {
            message.Copy(semaphore.Right);
            way.Send(message, Soon);
        }

        using ReceivedMessage received = door.Receive(Soon);
        using var given = MachSemaphore.From(received.TakeSend(0));
        given.Signal();
        Assert.True(semaphore.Wait(Soon));
        semaphore.Signal();
        Assert.True(given.Wait(Soon));
    }

    [Fact]
    public async Task Ends_with_whoever_made_it()
    {
        var semaphore = MachSemaphore.Create(task: Alice);
        ValueTask<bool> wait = semaphore.WaitAsync(MachTimeout.Infinite);
        semaphore.Dispose();
        semaphore.Dispose();
        MachException end = await Assert.ThrowsAsync<MachException>(async () => await wait);
        Assert.Equal(KERN_TERMINATED, end.Code);
        Assert.Throws<MachRightException>(semaphore.Signal);
    }

    [Fact]
    public void Hands_over_in_one_call()
    {
        using var ping = MachSemaphore.Create(task: Alice);
        using var pong = MachSemaphore.Create(task: Alice);
        const int turns = 100;
        var other = new Background(() =>
        {
            Assert.True(ping.Wait(Soon));
            for (int turn = 1; turn < turns; turn++)
                Assert.True(ping.SignalAndWait(pong, Soon));
            pong.Signal();
        });
        for (int turn = 0; turn < turns; turn++)
            Assert.True(pong.SignalAndWait(ping, Soon));
        other.Join();
    }
}
