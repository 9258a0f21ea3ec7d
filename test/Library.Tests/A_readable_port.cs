using Xunit;

namespace Mach.Library.Tests;

public sealed class A_readable_port : World
{
    private static void Post(SendRight way, MachTask from, int id)
    {
        using var message = new MessageBuilder(from, id);
        way.Send(message, Soon);
    }

    [Fact]
    public async Task Is_awaited_and_its_message_stays()
    {
        using ReceiveRight port = ReceiveRight.Create(Bob);
        using SendRight way = Grant(port);
        ValueTask<bool> readable = port.WaitReadableAsync(Soon);
        Assert.False(readable.IsCompleted);
        Post(way, Alice, 4);
        Assert.True(await readable);
        Assert.True(await port.WaitReadableAsync(MachTimeout.NoWait));
        Assert.True(port.WaitReadable(Soon));
        using ReceivedMessage message = port.Receive(MachTimeout.NoWait);
        Assert.Equal(4, message.Id);
        Assert.False(port.WaitReadable(MachTimeout.NoWait));
        Assert.False(await port.WaitReadableAsync(MachTimeout.After(TimeSpan.FromMilliseconds(2))));
    }

    [Fact]
    public async Task Wakes_whoever_looks_and_whoever_receives()
    {
        using ReceiveRight port = ReceiveRight.Create(Bob);
        using SendRight way = Grant(port);
        ValueTask<bool> one = port.WaitReadableAsync(Soon);
        ValueTask<bool> other = port.WaitReadableAsync(Soon);
        ValueTask<ReceivedMessage> receive = port.ReceiveAsync(Soon);
        Post(way, Alice, 4);
        Assert.True(await one && await other);
        using ReceivedMessage message = await receive;
        Assert.Equal(4, message.Id);
    }

    [Fact]
    public async Task Is_told_by_its_set()
    {
        using PortSet set = PortSet.Create(Bob);
        using ReceiveRight first = ReceiveRight.Create(Bob);
        using ReceiveRight second = ReceiveRight.Create(Bob);
        using SendRight way = Grant(second);
        set.Add(first);
        set.Add(second);
        Assert.Equal(default, set.WaitReadable(MachTimeout.NoWait));
        ValueTask<RawMachPort> readable = set.WaitReadableAsync(Soon);
        Post(way, Alice, 4);
        Assert.Equal(NameOf(second), await readable);
        Assert.Equal(NameOf(second), set.WaitReadable(Soon));
        second.Receive(MachTimeout.NoWait).Dispose();
    }

    [Fact]
    public async Task Ends_the_wait_when_it_is_disposed_or_the_wait_cancelled()
    {
        var port = ReceiveRight.Create(Bob);
        using var cancel = new CancellationTokenSource();
        ValueTask<bool> cancelled = port.WaitReadableAsync(MachTimeout.Infinite, cancel.Token);
        ValueTask<bool> ended = port.WaitReadableAsync(MachTimeout.Infinite);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await cancelled);
        port.Dispose();
        MachException end = await Assert.ThrowsAsync<MachException>(async () => await ended);
        Assert.Equal(MACH_RCV_PORT_CHANGED, end.Code);
    }
}
