namespace Mach.Library.Tests;

public sealed class A_call : World
{
    [Fact]
    public void Ends_when_the_server_gives_the_reply_right_up()
    {
        using ReceiveRight port = ReceiveRight.Create(Bob);
        using SendRight send = Grant(port);
        var server = new Background(() => port.Receive(Soon).Dispose());
        using var request = new MessageBuilder(Alice, 10);
        SendOutcome outcome = send.TryCall(request, Soon, out ReceivedMessage reply);
        Assert.Equal(new SendOutcome(MIG_SERVER_DIED, MessageFate.Sent), outcome);
        Assert.True(reply.IsEmpty);
        server.Join();
    }

    [Fact]
    public async Task Ends_when_the_server_gives_the_reply_right_up_while_it_is_awaited()
    {
        using ReceiveRight port = ReceiveRight.Create(Bob);
        using SendRight send = Grant(port);
        using var request = new MessageBuilder(Alice, 10);
        ValueTask<ReceivedMessage> call = send.CallAsync(request, Soon);
        port.Receive(Soon).Dispose();
        Assert.Equal(MIG_SERVER_DIED, (await Assert.ThrowsAsync<MachException>(async () => await call)).Code);
        Names++;   // the reply port is kept for the next call
    }

    [Fact]
    public void That_timed_out_is_not_confused_by_the_late_reply()
    {
        using ReceiveRight port = ReceiveRight.Create(Bob);
        using SendRight send = Grant(port);
        using var request = new MessageBuilder(Alice, 10);
        Assert.Equal(MACH_RCV_TIMED_OUT, send.TryCall(request.Write(1), MachTimeout.NoWait, out _).Code);
        using ReceivedMessage late = port.Receive(Soon);
        using var reply = new MessageBuilder(Bob, 110);
        Assert.False(late.TryReply(reply.MakeSend(port).Write(1), MachTimeout.NoWait).IsSent);
        reply.Clear();

        var server = new Background(() =>
        {
            using ReceivedMessage message = port.Receive(Soon);
            using var answer = new MessageBuilder(Bob, 110);
            message.Reply(answer.Write(message.Body), MachTimeout.NoWait);
        });
        using ReceivedMessage right = send.Call(request.Write(2), Soon);
        Assert.Equal(2, BitConverter.ToInt32(right.Body));
        server.Join();
        late.Dispose();
    }

    [Fact]
    public async Task That_was_cancelled_leaves_nothing_behind()
    {
        using ReceiveRight port = ReceiveRight.Create(Bob);
        using SendRight send = Grant(port);
        using var request = new MessageBuilder(Alice, 10);
        using var cancel = new CancellationTokenSource();
        ValueTask<ReceivedMessage> call = send.CallAsync(request.Write(1), Soon, cancel.Token);
        cancel.Cancel();
        await Assert.ThrowsAsync<OperationCanceledException>(async () => await call);
        await Assert.ThrowsAsync<TaskCanceledException>(() => send.CallAsync(request, Soon, cancel.Token).AsTask());
        port.Receive(Soon).Dispose();
        Assert.True(request.Size >= 24);
    }

    [Fact]
    public void Refuses_a_reply_with_another_id()
    {
        using ReceiveRight port = ReceiveRight.Create(Bob);
        using SendRight send = Grant(port);
        using var request = new MessageBuilder(Alice, 10);
        foreach (int id in (int[])[110, 111, 71, 10])
        {
            var server = new Background(() =>
            {
                using ReceivedMessage message = port.Receive(Soon);
                using var answer = new MessageBuilder(Bob, id);
                message.Reply(answer.MakeSend(port).CopyOutOfLine(new byte[5000]), MachTimeout.NoWait);
            });
            kern_return_t expected = id == 110 ? KERN_SUCCESS : MIG_REPLY_MISMATCH;
            SendOutcome outcome = send.TryCall(request, Soon, out ReceivedMessage reply);
            Assert.Equal(expected, outcome.Code);
            reply.Dispose();
            server.Join();
        }

        request.ReplyId = 5;
        var last = new Background(() =>
        {
            using ReceivedMessage message = port.Receive(Soon);
            using var answer = new MessageBuilder(Bob, 5);
            message.Reply(answer, MachTimeout.NoWait);
        });
        send.Call(request, Soon).Dispose();
        last.Join();
    }

    [Fact]
    public void To_a_full_queue_comes_back_and_leaves_no_notice_for_the_next()
    {
        using ReceiveRight port = ReceiveRight.Create(Bob, new PortOptions { QueueLimit = 1 });
        using SendRight send = Grant(port);
        using var request = new MessageBuilder(Alice, 10);
        send.Send(request, Soon);
        Assert.Equal(MessageFate.Returned, send.TryCall(request.Write(5), MachTimeout.NoWait, out _).Fate);
        port.Receive(Soon).Dispose();
        var server = new Background(() =>
        {
            using ReceivedMessage message = port.Receive(Soon);
            using var answer = new MessageBuilder(Bob, 110);
            message.Reply(answer.Write(message.Body), MachTimeout.NoWait);
        });
        using ReceivedMessage reply = send.Call(request, Soon);
        Assert.Equal(5, BitConverter.ToInt32(reply.Body));
        server.Join();
    }

    [Fact]
    public void With_a_large_reply_gets_it_whole()
    {
        using ReceiveRight port = ReceiveRight.Create(Bob);
        using SendRight send = Grant(port);
        using var request = new MessageBuilder(Alice, 10);
        byte[] large = new byte[300_000];
        new Random(3).NextBytes(large);
        var server = new Background(() =>
        {
            using var answer = new MessageBuilder(Bob, 110);
            kern_return_t code = port.TryReceive(Soon, out ReceivedMessage message);
            while (code == KERN_SUCCESS)
            {
                answer.Write(large);
                code = port.TryReplyAndReceive(message, answer, Soon, out message);
            }
        });
        for (int i = 0; i < 5; i++)
        {
            using ReceivedMessage reply = send.Call(request, Soon);
            Assert.Equal(large, reply.Body);
        }

        port.Dispose();
        server.Join();
    }

    [Fact]
    public void Names_its_own_reply_port()
    {
        using ReceiveRight port = ReceiveRight.Create(Alice);
        using SendRight send = port.MakeSend();
        using var request = new MessageBuilder(Alice, 10);
        Assert.Throws<InvalidOperationException>(() => send.TryCall(request.ReplyTo(port), Soon, out _));
    }
}
