using static Mach.Raw.LibSystem;

namespace Mach.Library.Tests;

public sealed class A_failed_send : World
{
    [Fact]
    public void To_a_full_queue_gives_the_message_back_to_be_sent_again()
    {
        using ReceiveRight port = ReceiveRight.Create(Bob, new PortOptions { QueueLimit = 1 });
        using SendRight send = Grant(port);
        using ReceiveRight mine = ReceiveRight.Create(Alice);
        using OolBuffer kept = OolBuffer.CopyOf("kept"u8, Alice);
        using var builder = new MessageBuilder(Alice, 1);
        send.Send(builder, Soon);

        ReceiveRight travels = ReceiveRight.Create(Alice);
        using SendRight own = mine.MakeSend();
        builder.ReplyTo(mine).MakeSend(mine).Copy(own).Move(travels).Copy(kept).CopyOutOfLine("moved"u8).Write("body"u8);
        SendOutcome outcome = send.TrySend(builder, MachTimeout.NoWait);
        Assert.Equal(new SendOutcome(MACH_SEND_TIMED_OUT, MessageFate.Returned), outcome);
        Assert.True(outcome.IsTimedOut);
        Assert.True(builder.CameBack);
        Assert.False(travels.IsHeld);
        outcome = send.TrySend(builder, MachTimeout.After(TimeSpan.FromMilliseconds(2)));
        Assert.Equal(MACH_SEND_TIMED_OUT, outcome.Code);

        // The loans have ended: what was lent can go.
        own.Dispose();
        kept.Dispose();
        port.Receive(Soon).Dispose();
        Assert.True(send.TrySend(builder, MachTimeout.NoWait).IsSent);
        Assert.False(builder.CameBack);
        using ReceivedMessage message = port.Receive(Soon);
        Assert.Equal("body"u8, message.Body);
        using SendRight first = message.TakeSend(0);
        using SendRight second = message.TakeSend(1);
        using ReceiveRight third = message.TakeReceive(2);
        using OolBuffer fourth = message.TakeMemory(3);
        using OolBuffer fifth = message.TakeMemory(4);
        Assert.Equal("kept"u8, fourth.ToArray());
        Assert.Equal("moved"u8, fifth.ToArray());
        Assert.Equal(RightKind.SendOnce, message.ReplyKind);
        message.Dispose();

        // The reply right was destroyed with the message, and its receiver was told.
        using ReceivedMessage told = mine.Receive(Soon);
        Assert.True(told.TryTakeNotification(out MachNotification? notification));
        Assert.IsType<SendOnceNotification>(notification);
    }

    [Fact]
    public void Gives_back_what_can_be_taken_out_again()
    {
        using ReceiveRight port = ReceiveRight.Create(Bob, new PortOptions { QueueLimit = 0 });
        using SendRight send = Grant(port);
        using ReceiveRight mine = ReceiveRight.Create(Alice);
        using var builder = new MessageBuilder(Alice, 1);
        builder.Move(mine.MakeSend()).Move(ReceiveRight.Create(Alice)).CopyOutOfLine([1, 2, 3]).Copy([]).Move([mine.MakeSend(), mine.MakeSend()]);
        Assert.Equal(MessageFate.Returned, send.TrySend(builder, MachTimeout.NoWait).Fate);
        Assert.True(builder.TryTakeSend(0, out SendRight? first));
        Assert.True(builder.TryTakeReceive(1, out ReceiveRight? second));
        Assert.True(builder.TryTakeMemory(2, out OolBuffer? third));
        Assert.True(builder.TryTakeSends(3, out SendRight?[]? none));
        Assert.True(builder.TryTakeSends(4, out SendRight?[]? fifth));
        Assert.False(builder.TryTakeSend(0, out _));
        Assert.False(builder.TryTakeSendOnce(1, out _));
        Assert.False(builder.TryTakeMemory(7, out _));
        Assert.Equal([1, 2, 3], third.ToArray());
        Assert.Empty(none);
        Assert.Equal(2, fifth.Length);
        Assert.True(second.Status.IsGuarded);
        first.Dispose();
        second.Dispose();
        third.Dispose();
        foreach (SendRight? right in fifth)
            right!.Dispose();
        Assert.False(mine.Status.HasSendRights);
    }

    [Fact]
    public void To_a_dead_port_leaves_the_message_untouched()
    {
        ReceiveRight port = ReceiveRight.Create(Bob);
        using SendRight send = Grant(port);
        port.Dispose();
        using ReceiveRight mine = ReceiveRight.Create(Alice);
        using SendRight copied = mine.MakeSend();
        using OolBuffer lent = OolBuffer.Create(5, Alice);
        using var builder = new MessageBuilder(Alice, 1);
        builder.Copy(copied).Move(mine.MakeSend()).Move(ReceiveRight.Create(Alice)).Copy(lent);
        SendOutcome outcome = send.TrySend(builder, Soon);
        Assert.Equal(new SendOutcome(MACH_SEND_INVALID_DEST, MessageFate.Returned), outcome);
        Assert.False(builder.CameBack);
        Assert.False(builder.TryTakeSend(0, out _));
        Assert.False(builder.TryTakeMemory(3, out _));
        Assert.True(builder.TryTakeSend(1, out SendRight? moved));
        Assert.True(builder.TryTakeReceive(2, out ReceiveRight? travelling));
        moved.Dispose();
        travelling.Dispose();
        Assert.Throws<MachRightException>(() => copied.IntoRawMachPort());
        builder.Clear();
        copied.Dispose();
        Assert.False(mine.Status.HasSendRights);
    }

    [Fact]
    public void Destroys_what_the_kernel_had_consumed_and_the_rest_is_released()
    {
        using ReceiveRight port = ReceiveRight.Create(Bob);
        using SendRight send = Grant(port);
        using ReceiveRight mine = ReceiveRight.Create(Alice);
        ReceiveRight gone = ReceiveRight.Create(Alice);
        using var builder = new MessageBuilder(Alice, 1);

        // The third right cannot be made: its receive right dies although it is lent.
        builder.Move(mine.MakeSend()).Move(ReceiveRight.Create(Alice)).MakeSend(gone);
        builder.Move(ReceiveRight.Create(Alice)).Move(mine.MakeSend()).CopyOutOfLine(new byte[9000]);
        long refused = RightTracker.RefusedCount;
        Alice.Run(() => Steal(NameOf(gone).Name));
        SendOutcome outcome = send.TrySend(builder, Soon);
        Assert.Equal(new SendOutcome(MACH_SEND_INVALID_RIGHT, MessageFate.Destroyed), outcome);
        Assert.Equal(0, builder.DescriptorCount);
        Assert.False(mine.Status.HasSendRights);
        Assert.Equal(0u, port.Status.QueuedMessages);
        gone.Dispose();
        Assert.True(RightTracker.RefusedCount > refused);
    }

    // Somebody else in the task moves the right away under the owner's hands: a plain move does not ask for the guard.
    private static unsafe void Steal(mach_port_name_t name)
    {
        mach_port_name_t stolen;
        mach_msg_type_name_t kind;
        Assert.Equal(KERN_SUCCESS, mach_port_extract_right(mach_task_self(), name, MACH_MSG_TYPE_MOVE_RECEIVE, &stolen, &kind));
        Assert.Equal(KERN_SUCCESS, mach_port_mod_refs(mach_task_self(), stolen, MACH_PORT_RIGHT_RECEIVE, -1));
    }

    [Fact]
    public void Through_a_send_once_right_that_comes_back_keeps_the_right()
    {
        using ReceiveRight port = ReceiveRight.Create(Alice);
        SendOnceRight once = port.MakeSendOnce();
        using var builder = new MessageBuilder(Alice, 1);
        once.Send(builder, MachTimeout.NoWait);
        Assert.False(once.IsHeld);
        Assert.Throws<MachRightException>(() => once.TrySend(builder, MachTimeout.NoWait));
        port.Receive(Soon).Dispose();

        once = port.MakeSendOnce();
        port.Dispose();
        SendOutcome outcome = once.TrySend(builder, MachTimeout.NoWait);
        Assert.True(outcome.IsSent || outcome.Code == MACH_SEND_INVALID_DEST);
        once.Dispose();
    }

    [Fact]
    public void Needs_a_chosen_time()
    {
        using ReceiveRight port = ReceiveRight.Create(Alice);
        using SendRight send = port.MakeSend();
        using var builder = new MessageBuilder(Alice);
        Assert.Throws<InvalidOperationException>(() => send.TrySend(builder, default));
        Assert.Throws<InvalidOperationException>(() => port.TryReceive(default, out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => MachTimeout.After(TimeSpan.FromSeconds(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => MachTimeout.After(TimeSpan.FromDays(60)));
        Assert.Equal(TimeSpan.FromMilliseconds(2), MachTimeout.After(TimeSpan.FromTicks(10_001)).Time);
        Assert.True(MachTimeout.Infinite.IsInfinite);
    }

    [Fact]
    public void Is_out_of_order_when_a_descriptor_follows_the_body()
    {
        using ReceiveRight port = ReceiveRight.Create(Alice);
        using SendRight send = port.MakeSend();
        using var builder = new MessageBuilder(Alice);
        builder.Write(1);
        Assert.Throws<InvalidOperationException>(() => builder.Move(send));
        Assert.Throws<InvalidOperationException>(() => builder.CopyOutOfLine([1]));
        Assert.True(send.IsHeld);
        Assert.Throws<InvalidOperationException>(() => builder.GetSpan(50 << 20));
    }
}
