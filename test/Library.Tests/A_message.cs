using Xunit;

namespace Mach.Library.Tests;

public sealed class A_message : World
{
    [Fact]
    public void Carries_its_body_to_another_task()
    {
        using ReceiveRight port = ReceiveRight.Create(Bob);
        using SendRight send = Grant(port);
        using var builder = new MessageBuilder(Alice, 7);
        builder.Write(1234).Write("hello"u8);
        send.Send(builder, Soon);

        using ReceivedMessage message = port.Receive(Soon);
        Assert.Equal(7, message.Id);
        Assert.Equal(24 + 12, message.Size);
        Assert.Equal(1234, BitConverter.ToInt32(message.Body));
        Assert.Equal("hello\0\0\0"u8, message.Body[4..]);
        Assert.Equal(Alice.ProcessId, message.Sender.ProcessId);
        Assert.Equal(0u, message.SequenceNumber);
        Assert.True(message.CameTo(port));
        Assert.False(message.IsFromKernel);
        Assert.Equal(RightKind.None, message.ReplyKind);
    }

    [Fact]
    public void Of_a_megabyte_is_received_whole()
    {
        using ReceiveRight port = ReceiveRight.Create(Bob);
        using SendRight send = Grant(port);
        byte[] data = new byte[1 << 20];
        new Random(1).NextBytes(data);
        using var builder = new MessageBuilder(Alice);
        send.Send(builder.Write(data), Soon);
        using ReceivedMessage message = port.Receive(Soon);
        Assert.Equal(data, message.Body);
    }

    [Fact]
    public void Is_answered_through_the_reply_right()
    {
        using ReceiveRight port = ReceiveRight.Create(Bob);
        using SendRight send = Grant(port);
        var server = new Thread(() =>
        {
            using var reply = new MessageBuilder(Bob);
            using ReceivedMessage request = port.Receive(Soon);
            reply.Id = request.Id + 100;
            reply.Write(request.Body);
            request.Reply(reply, MachTimeout.NoWait);
        });
        server.Start();
        using var builder = new MessageBuilder(Alice, 500);
        using ReceivedMessage answer = send.Call(builder.Write(42L), Soon);
        server.Join();
        Assert.Equal(600, answer.Id);
        Assert.Equal(42L, BitConverter.ToInt64(answer.Body));
    }

    [Fact]
    public void Moves_copies_and_makes_rights()
    {
        using ReceiveRight port = ReceiveRight.Create(Bob);
        using SendRight send = Grant(port);
        using ReceiveRight mine = ReceiveRight.Create(Alice);
        using ReceiveRight given = ReceiveRight.Create(Alice);
        using SendRight copied = mine.MakeSend();
        SendRight moved = mine.MakeSend();
        using var builder = new MessageBuilder(Alice);
        builder.Copy(copied).Move(moved).Move(given).MakeSend(mine).MakeSendOnce(mine).NoRight();
        Assert.False(moved.IsHeld);
        Assert.False(given.IsHeld);
        Assert.True(copied.IsHeld);
        send.Send(builder, Soon);

        using ReceivedMessage message = port.Receive(Soon);
        Assert.Equal(6, message.ItemCount);
        using SendRight first = message.TakeSend(0);
        using SendRight second = message.TakeSend(1);
        using ReceiveRight third = message.TakeReceive(2);
        using SendRight fourth = message.TakeSend(3);
        using SendOnceRight fifth = message.TakeSendOnce(4);
        Assert.Equal(RightKind.None, message.GetItem(5).RightKind);
        Assert.False(message.TryTakeSend(0, out _));
        Assert.False(message.TryTakeReceive(3, out _));
        Assert.Same(Bob, third.Task);
        using var word = new MessageBuilder(Bob, 1);
        fourth.Send(word, Soon);
        word.Id = 2;
        fifth.Send(word, Soon);
        Assert.False(fifth.IsHeld);
        using (ReceivedMessage one = mine.Receive(Soon))
            Assert.Equal(1, one.Id);
        using (ReceivedMessage two = mine.Receive(Soon))
            Assert.Equal(2, two.Id);
    }

    [Fact]
    public void Carries_memory_out_of_line()
    {
        using ReceiveRight port = ReceiveRight.Create(Bob);
        using SendRight send = Grant(port);
        byte[] data = new byte[100_001];
        new Random(1).NextBytes(data);
        using OolBuffer kept = OolBuffer.CopyOf(data, Alice);
        OolBuffer moved = OolBuffer.CopyOf(data, Alice);
        using var vector = new OolVector(10, Alice);
        foreach (byte[] part in data.Chunk(777))
            vector.Write(part);
        using var builder = new MessageBuilder(Alice);
        builder.Copy(kept).Move(moved).Move(vector.Take(), isVolatile: true).CopyOutOfLine(data).CopyOutOfLine([]);
        send.Send(builder, Soon);
        Assert.True(kept.IsHeld);
        Assert.False(moved.IsHeld);

        using ReceivedMessage message = port.Receive(Soon);
        for (int i = 0; i < 4; i++)
        {
            Assert.Equal(data.Length, message.GetItem(i).Size);
            using OolBuffer got = message.TakeMemory(i);
            Assert.Equal(data, got.ToArray());
            Assert.False(message.TryTakeMemory(i, out _));
        }

        using OolBuffer empty = message.TakeMemory(4);
        Assert.Equal(0, empty.Length);
        message.Dispose();
        Assert.True(message.IsEmpty);
        kept.Dispose();
        Assert.Equal(0UL, Alice.MappedBytes);
    }
}
