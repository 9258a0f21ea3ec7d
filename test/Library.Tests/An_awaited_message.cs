using Xunit;

namespace Mach.Library.Tests;

public sealed class An_awaited_message : World
{
    [Fact]
    public async Task Arrives_after_the_wait_began()
    {
        using ReceiveRight port = ReceiveRight.Create(Bob);
        using SendRight send = Grant(port);
        ValueTask<ReceivedMessage> wait = port.ReceiveAsync(Soon);
        Assert.False(wait.IsCompleted);
        using (var builder = new MessageBuilder(Alice, 9))
            send.Send(builder, Soon);
        using ReceivedMessage message = await wait;
        Assert.Equal(9, message.Id);
    }

    [Fact]
    public async Task Times_out()
    {
        using ReceiveRight port = ReceiveRight.Create(Bob);
        MachException end = await Assert.ThrowsAsync<MachException>(() => port.ReceiveAsync(MachTimeout.NoWait).AsTask());
        Assert.Equal(MACH_RCV_TIMED_OUT, end.Code);
        end = await Assert.ThrowsAsync<MachException>(() => port.ReceiveAsync(MachTimeout.After(TimeSpan.FromMilliseconds(3))).AsTask());
        Assert.Equal(MACH_RCV_TIMED_OUT, end.Code);
    }

    [Fact]
    public async Task Ends_when_its_port_is_disposed()
    {
        ReceiveRight port = ReceiveRight.Create(Bob);
        ValueTask<ReceivedMessage> wait = port.ReceiveAsync(MachTimeout.Infinite);
        port.Dispose();
        MachException end = await Assert.ThrowsAsync<MachException>(async () => await wait);
        Assert.Equal(MACH_RCV_PORT_CHANGED, end.Code);
        Assert.False(port.IsHeld);
    }

    [Fact]
    public async Task Is_served_on_the_caller_s_thread_when_the_server_asked_for_that()
    {
        using ReceiveRight port = ReceiveRight.Create(Bob);
        port.ResumeOnSender = true;
        using SendRight send = Grant(port);
        var threads = new List<int>();
        Task server = Serve();
        using var request = new MessageBuilder(Alice, 10);
        for (int i = 0; i < 100; i++)
        {
            threads.Clear();
            int here = Environment.CurrentManagedThreadId;
            using ReceivedMessage reply = send.Call(request.Write(i), Soon);
            Assert.Equal(i, BitConverter.ToInt32(reply.Body));
            Assert.Equal([here], threads);
        }

        port.Dispose();
        await server;

        async Task Serve()
        {
            using var answer = new MessageBuilder(Bob, 110);
            await foreach (ReceivedMessage message in port.ReadAllAsync())
            {
                threads.Add(Environment.CurrentManagedThreadId);
                message.Reply(answer.Write(message.Body), MachTimeout.NoWait);
            }
        }
    }

    [Fact]
    public async Task Is_answered_asynchronously()
    {
        using ReceiveRight port = ReceiveRight.Create(Bob);
        using SendRight send = Grant(port);
        Task server = Serve();
        var calls = new List<Task<int>>();
        for (int i = 0; i < 50; i++)
            calls.Add(Ask(i));
        Assert.Equal(Enumerable.Range(0, 50), await Task.WhenAll(calls));
        port.Dispose();
        send.Dispose();
        await server;

        // As many reply ports as there were calls at a time are kept for later calls.
        Assert.InRange(NamesNow, Names, Names + 50);
        Names = NamesNow;

        async Task Serve()
        {
            using var answer = new MessageBuilder(Bob, 110);
            await foreach (ReceivedMessage message in port.ReadAllAsync())
                message.Reply(answer.Write(message.Body), MachTimeout.NoWait);
        }

        async Task<int> Ask(int number)
        {
            using var request = new MessageBuilder(Alice, 10);
            using ReceivedMessage reply = await send.CallAsync(request.Write(number), Soon);
            return BitConverter.ToInt32(reply.Body);
        }
    }

    [Fact]
    public async Task Is_never_lost_to_a_cancellation_that_races_it()
    {
        using ReceiveRight port = ReceiveRight.Create(Bob, new PortOptions { QueueLimit = 1024 });
        using SendRight send = Grant(port);
        int times = Soak.Times(2000);
        int sent = 0;
        var sender = new Thread(() =>
        {
            using var builder = new MessageBuilder(Alice);
            for (int i = 0; i < times; i++)
            {
                send.Send(builder.Write(i), Soon);
                sent++;
                Thread.SpinWait(i % 64);
            }
        });
        sender.Start();
        int next = 0, cancelled = 0;
        for (int i = 0; next < times; i++)
        {
            using var cancel = new CancellationTokenSource();
            ValueTask<ReceivedMessage> wait = port.ReceiveAsync(Soon, cancel.Token);
            Thread.SpinWait(i % 50);
            if (i % 3 != 0)
                cancel.Cancel();
            try
            {
                using ReceivedMessage message = await wait;
                Assert.Equal(next++, BitConverter.ToInt32(message.Body));
            }
            catch (OperationCanceledException)
            {
                cancelled++;
            }
        }

        sender.Join();
        Assert.Equal(times, sent);
        Assert.Equal(MACH_RCV_TIMED_OUT, port.TryReceive(MachTimeout.NoWait, out _));
    }

    [Fact]
    public async Task Waits_for_room_and_comes_back_when_that_is_cancelled()
    {
        using ReceiveRight port = ReceiveRight.Create(Bob, new PortOptions { QueueLimit = 1 });
        using SendRight send = Grant(port);
        using ReceiveRight other = ReceiveRight.Create(Alice);
        using var builder = new MessageBuilder(Alice, 1);
        Assert.True((await send.SendAsync(builder, MachTimeout.Infinite)).IsSent);

        using var cancel = new CancellationTokenSource();
        builder.MakeSend(other).Write(5);
        ValueTask<SendOutcome> wait = send.SendAsync(builder, MachTimeout.Infinite, cancel.Token);
        Assert.False(wait.IsCompleted);
        Assert.Throws<InvalidOperationException>(() => builder.Write(1));
        cancel.Cancel();
        await Assert.ThrowsAsync<OperationCanceledException>(async () => await wait);
        Assert.True(builder.CameBack);

        wait = send.SendAsync(builder, MachTimeout.Infinite);
        Assert.False(wait.IsCompleted);
        port.Receive(Soon).Dispose();
        Assert.True((await wait).IsSent);
        using ReceivedMessage message = port.Receive(Soon);
        using SendRight got = message.TakeSend(0);
        Assert.Equal(5, BitConverter.ToInt32(message.Body));
    }
}
