namespace Mach.Darwin.Tests;

/// <summary>Messages of a process on a simulated XNU: everything goes through functions of C's convention.</summary>
public sealed class A_message : IDisposable
{
    private readonly SimulatedSystem _xnu = new();

    private static MachTimeout Soon => MachTimeout.After(TimeSpan.FromSeconds(30));

    private MachTask Task => _xnu.Task;

    [Fact]
    public void Travels_through_the_system()
    {
        using var port = ReceiveRight.Create(Task);
        using var send = port.MakeSend();
        using var builder = new MessageBuilder(Task, id: 7);
        send.Send(builder.Write(12L), Soon);
        using var message = port.Receive(Soon);
        Assert.True(message.ReadBody().TryInt64(out var number));
        Assert.Equal((7, 12L), (message.Id, number));
    }

    [Fact]
    public void Carries_rights_and_finds_its_answer()
    {
        using var port = ReceiveRight.Create(Task);
        using var send = port.MakeSend();
        var serving = new Thread(() =>
        {
            using var request = port.Receive(Soon);
            using var carried = request.TakeSend(0);
            using var reply = new MessageBuilder(Task, id: request.Id + 100);
            request.Reply(reply.Write(request.Id), Soon);
        });
        serving.Start();
        using var gift = ReceiveRight.Create(Task);
        using var question = new MessageBuilder(Task, id: 5);
        question.MakeSend(gift);
        using (var answer = send.Call(question, Soon))
            Assert.Equal(105, answer.Id);
        serving.Join();
    }

    [Fact]
    public async Task Is_awaited_by_an_OS_thread_of_the_kernels_own()
    {
        using var port = ReceiveRight.Create(Task);
        using var send = port.MakeSend();
        var waiting = port.ReceiveAsync(Soon).AsTask();
        await Until(() => _xnu.Census.SleepingThreads == 1);
        Assert.False(waiting.IsCompleted);
        using var builder = new MessageBuilder(Task, id: 9);
        send.Send(builder, Soon);
        using var message = await waiting;
        Assert.Equal(9, message.Id);
    }

    [Fact]
    public async Task Of_a_cancelled_wait_stays_in_the_queue()
    {
        using var port = ReceiveRight.Create(Task);
        using var send = port.MakeSend();
        using var cancel = new CancellationTokenSource();
        var waiting = port.ReceiveAsync(Soon, cancel.Token).AsTask();
        await Until(() => _xnu.Census.SleepingThreads == 1);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.NotEqual(0, Volatile.Read(ref _xnu.Library.Aborts));
        using var builder = new MessageBuilder(Task, id: 3);
        send.Send(builder, Soon);
        using var message = port.Receive(Soon);
        Assert.Equal(3, message.Id);
    }

    [Fact]
    public async Task That_does_not_come_ends_the_wait_when_its_thread_is_interrupted()
    {
        using var port = ReceiveRight.Create(Task);
        MachThread? sleeper = null;
        kern_return_t code = default;
        var thread = new Thread(() =>
        {
            sleeper = Task.CurrentThread;
            code = port.TryReceive(Soon, out _);
        });
        thread.Start();
        await Until(() => _xnu.Census.SleepingThreads == 1);
        sleeper!.Interrupt();
        thread.Join();
        Assert.Equal(MACH_RCV_INTERRUPTED, code);
    }

    [Fact]
    public async Task Is_awaited_on_when_the_system_wakes_the_thread_for_nothing()
    {
        using var port = ReceiveRight.Create(Task);
        using var send = port.MakeSend();
        var waiting = port.ReceiveAsync(Soon).AsTask();
        await Until(() => _xnu.Census.SleepingThreads == 1);
        // Behind the kernel's back, as a signal would.
        for (uint thread = 0; thread < 200; thread++)
            OsThread.Abort(_xnu.Library, thread);
        await Until(() => _xnu.Census.SleepingThreads == 1);
        Assert.False(waiting.IsCompleted);
        using var builder = new MessageBuilder(Task, id: 4);
        send.Send(builder, Soon);
        using var message = await waiting;
        Assert.Equal(4, message.Id);
    }

    [Fact]
    public async Task Is_received_once_however_many_waits_are_cancelled_around_it()
    {
        const int Messages = 400, Waiters = 6;
        using var port = ReceiveRight.Create(Task);
        using var send = port.MakeSend();
        var seen = new int[Messages];
        using var stop = new CancellationTokenSource();
        var waiters = Enumerable.Range(0, Waiters).Select(seed => System.Threading.Tasks.Task.Run(async () =>
        {
            var random = new Random(seed);
            while (!stop.IsCancellationRequested)
            {
                using var own = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
                if (random.Next(2) == 0)
                    own.CancelAfter(TimeSpan.FromMilliseconds(random.Next(3)));
                try
                {
                    using var message = await port.ReceiveAsync(MachTimeout.Infinite, own.Token);
                    if (Interlocked.Increment(ref seen[message.Id]) != 1)
                        return;
                    if (seen.All(count => count != 0))
                        await stop.CancelAsync();
                }
                catch (OperationCanceledException)
                {
                }
            }
        })).ToArray();
        using var builder = new MessageBuilder(Task);
        for (var index = 0; index < Messages; index++)
        {
            builder.Id = index;
            send.Send(builder, Soon);
        }

        await System.Threading.Tasks.Task.WhenAll(waiters);
        Assert.All(seen, count => Assert.Equal(1, count));
    }

    public void Dispose() => _xnu.Dispose();

    private static async Task Until(Func<bool> condition)
    {
        while (!condition())
            await System.Threading.Tasks.Task.Delay(1);
    }
}
