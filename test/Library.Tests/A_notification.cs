namespace Mach.Library.Tests;

public sealed class A_notification : World
{
    [Fact]
    public void Tells_that_a_port_died_and_brings_a_reference_to_its_name()
    {
        ReceiveRight port = ReceiveRight.Create(Bob);
        using SendRight send = Grant(port);
        using ReceiveRight notify = ReceiveRight.Create(Alice);
        Assert.Null(send.RequestDeadName(notify));
        port.Dispose();
        using ReceivedMessage message = notify.Receive(Soon);
        Assert.True(message.IsFromKernel);
        Assert.True(message.TryTakeNotification(out MachNotification? notification));
        using DeadName name = Assert.IsType<DeadNameNotification>(notification).Name;
        Assert.True(name.IsNameOf(send));
        Assert.False(message.TryTakeNotification(out _));
        send.Dispose();

        // The reference keeps the name from meaning something else.
        Assert.Equal(Names + 2, NamesNow);
    }

    [Fact]
    public void That_nobody_took_releases_its_reference()
    {
        ReceiveRight port = ReceiveRight.Create(Bob);
        using SendRight send = Grant(port);
        using ReceiveRight notify = ReceiveRight.Create(Alice);
        send.RequestDeadName(notify);
        port.Dispose();
        notify.Receive(Soon).Dispose();
    }

    [Fact]
    public void Tells_that_the_last_sender_is_gone()
    {
        using ReceiveRight port = ReceiveRight.Create(Bob);
        using ReceiveRight notify = ReceiveRight.Create(Bob);
        SendRight send = Grant(port);
        Assert.Null(port.RequestNoSenders(notify));
        using (SendOnceRight? former = port.RequestNoSenders(notify.MakeSendOnce()))
            Assert.NotNull(former);
        using (ReceivedMessage replaced = notify.Receive(Soon))
            Assert.True(replaced.TryTakeNotification(out MachNotification? first) && first is SendOnceNotification);
        using (SendOnceRight? current = port.CancelNoSenders())
            Assert.NotNull(current);
        notify.Receive(Soon).Dispose();
        port.RequestNoSenders(notify);
        send.Dispose();
        using ReceivedMessage message = notify.Receive(Soon);
        Assert.True(message.TryTakeNotification(out MachNotification? notification));
        Assert.Equal(1u, Assert.IsType<NoSendersNotification>(notification).MakeSendCount);
    }

    [Fact]
    public void Brings_a_receive_right_that_would_have_died()
    {
        ReceiveRight port = ReceiveRight.Create(Bob);
        using ReceiveRight notify = ReceiveRight.Create(Bob);
        using SendRight send = Grant(port);
        port.RequestPortDestroyed(notify);
        Assert.Equal(KERN_FAILURE, Assert.Throws<MachException>(() => port.RequestPortDestroyed(notify)).Code);
        notify.Receive(Soon).Dispose();   // the right that the refused request had made
        using (var builder = new MessageBuilder(Alice, 12))
            send.Send(builder, Soon);
        port.Dispose();
        using ReceivedMessage message = notify.Receive(Soon);
        Assert.True(message.TryTakeNotification(out MachNotification? notification));
        using ReceiveRight saved = Assert.IsType<PortDestroyedNotification>(notification).Right;
        Assert.True(saved.Status.IsGuarded);
        using ReceivedMessage queued = saved.Receive(Soon);
        Assert.Equal(12, queued.Id);
        notification.Dispose();
        Assert.False(saved.IsHeld);
    }

    [Fact]
    public void Tells_that_a_queue_has_room_and_that_a_name_is_gone()
    {
        using ReceiveRight port = ReceiveRight.Create(Bob, new PortOptions { QueueLimit = 1 });
        SendRight send = Grant(port);
        using ReceiveRight notify = ReceiveRight.Create(Alice);
        using var builder = new MessageBuilder(Alice);
        send.Send(builder, Soon);
        RawMachPort name = NameOf(send);
        send.RequestSendPossible(notify);
        Assert.Equal(MACH_RCV_TIMED_OUT, notify.TryReceive(MachTimeout.NoWait, out _));
        port.Receive(Soon).Dispose();
        using (ReceivedMessage message = notify.Receive(Soon))
        {
            Assert.True(message.TryTakeNotification(out MachNotification? notification));
            Assert.Equal(new SendPossibleNotification(name), notification);
        }

        send.RequestDeadName(notify);
        send.Dispose();
        using (ReceivedMessage message = notify.Receive(Soon))
        {
            Assert.True(message.TryTakeNotification(out MachNotification? notification));
            Assert.Equal(new PortDeletedNotification(name), notification);
        }
    }

    [Fact]
    public void Is_believed_only_when_the_kernel_sent_it()
    {
        using ReceiveRight notify = ReceiveRight.Create(Bob);

        // Root with group 1 has the kernel's security token, but not its audit token.
        using (SendRight way = notify.MakeSend())
            Bob.SetBootstrapPort(way);
        MachTask forger = Machine.CreateTask("forger", Bob, new TaskIdentity(0, 1, 0));
        using (SendRight target = forger.GetBootstrapPort()!)
        {
            using var builder = new MessageBuilder(forger);
            foreach (int id in (int[])[65, 66, 69, 70, 71, 72])
            {
                builder.Id = id;
                builder.Write(NDR_record).Write(0x103);
                target.Send(builder, Soon);
                using ReceivedMessage message = notify.Receive(Soon);
                Assert.Equal(id, message.Id);
                Assert.False(message.IsFromKernel);
                Assert.False(message.TryTakeNotification(out _));
            }
        }

        // Through a send-once right, as the kernel does it, it is no better.
        foreach (int id in (int[])[65, 66, 70, 71, 72])
        {
            using var builder = new MessageBuilder(Bob, id);
            using SendOnceRight once = notify.MakeSendOnce();
            once.Send(builder.Write(NDR_record).Write(NameOf(notify).Name), Soon);
            using ReceivedMessage message = notify.Receive(Soon);
            Assert.False(message.TryTakeNotification(out _));
        }

        // Nor did the forged dead name cost the receiver a reference.
        Assert.True(notify.Status.IsGuarded);
        Bob.SetBootstrapPort(null);
        forger.Dispose();
    }
}
