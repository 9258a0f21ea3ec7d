using static Mach.Raw.LibSystem;

namespace Mach.Library.Tests;

public sealed class A_right : World
{
    [Fact]
    public void Is_released_once_however_often_it_is_disposed()
    {
        ReceiveRight port = ReceiveRight.Create(Alice);
        SendRight first = port.MakeSend();
        SendRight second = first.Copy();
        first.Dispose();
        first.Dispose();
        Assert.True(port.Status.HasSendRights);
        second.Dispose();
        second.Dispose();
        Assert.False(port.Status.HasSendRights);
        port.Dispose();
        port.Dispose();
        Assert.Equal(Names, NamesNow);
    }

    [Fact]
    public void Cannot_be_used_after_it_was_moved()
    {
        using ReceiveRight port = ReceiveRight.Create(Alice);
        SendRight send = port.MakeSend();
        using var builder = new MessageBuilder(Alice);
        builder.Move(send);
        Assert.False(send.IsHeld);
        Assert.Equal(RightFault.Gone, Assert.Throws<MachRightException>(() => builder.Move(send)).Fault);
        Assert.Equal(RightFault.Gone, Assert.Throws<MachRightException>(() => send.Copy()).Fault);
        Assert.Equal(RightFault.Gone, Assert.Throws<MachRightException>(() => send.IntoRawMachPort()).Fault);
        Assert.Equal(RightFault.Gone, Assert.Throws<MachRightException>(() => send.TrySend(builder, MachTimeout.NoWait)).Fault);
        send.Dispose();
        Assert.True(port.Status.HasSendRights);
        builder.Clear();
        Assert.False(port.Status.HasSendRights);
    }

    [Fact]
    public void Belongs_to_one_task()
    {
        using ReceiveRight port = ReceiveRight.Create(Alice);
        using SendRight send = port.MakeSend();
        using var foreign = new MessageBuilder(Bob);
        using OolBuffer region = OolBuffer.Create(10, Alice);
        using PortSet set = PortSet.Create(Bob);
        Assert.Equal(RightFault.WrongTask, Assert.Throws<MachRightException>(() => send.TrySend(foreign, MachTimeout.NoWait)).Fault);
        Assert.Equal(RightFault.WrongTask, Assert.Throws<MachRightException>(() => foreign.Copy(send)).Fault);
        Assert.Equal(RightFault.WrongTask, Assert.Throws<MachRightException>(() => foreign.Move(region)).Fault);
        Assert.Equal(RightFault.WrongTask, Assert.Throws<MachRightException>(() => set.Add(port)).Fault);
        Bob.Run(() =>
        {
            Assert.Equal(RightFault.WrongTask, Assert.Throws<MachRightException>(() => send.Copy()).Fault);
            Assert.Equal(RightFault.WrongTask, Assert.Throws<MachRightException>(() => port.TryReceive(MachTimeout.NoWait, out _)).Fault);
            Assert.Equal(RightFault.WrongTask, Assert.Throws<MachRightException>(() => send.IntoRawMachPort()).Fault);
        });
        Alice.Run(() => send.Copy().Dispose());
    }

    [Fact]
    public void Does_not_move_while_it_is_lent_and_is_released_by_the_last_loan()
    {
        using ReceiveRight port = ReceiveRight.Create(Alice);
        SendRight send = port.MakeSend();
        using (RawMachPortBorrow loan = send.AsRawMachPort())
        {
            Assert.Equal(RightFault.Lent, Faults(send));
            using (RawMachPortBorrow second = send.AsRawMachPort())
                send.Dispose();
            Assert.False(send.IsHeld);
            Assert.Equal(RightFault.Gone, Faults(send));
            Assert.True(port.Status.HasSendRights);
            Assert.True(loan.Port.IsValid);
        }

        Assert.False(port.Status.HasSendRights);

        static RightFault Faults(SendRight right) => Assert.Throws<MachRightException>(() => right.IntoRawMachPort()).Fault;
    }

    [Fact]
    public void Goes_through_a_number_and_back()
    {
        ReceiveRight port = ReceiveRight.Create(Alice);
        SendRight send = port.MakeSend();
        RawMachPort name = send.IntoRawMachPort();
        Assert.Equal(NameOf(port), name);
        Alice.Run(() => SendRight.FromRawMachPort(name)).Dispose();
        Assert.False(port.Status.HasSendRights);
        Assert.Throws<ArgumentException>(() => SendRight.FromRawMachPort(RawMachPort.Null, Alice));
        Assert.Throws<ArgumentException>(() => DeadName.FromRawMachPort(RawMachPort.Dead, Alice));
        port.Dispose();
    }

    [Fact]
    public void To_receive_is_guarded_until_it_is_given_away()
    {
        ReceiveRight port = ReceiveRight.Create(Alice);
        Assert.True(port.Status.IsGuarded);
        Alice.Run(() =>
        {
            using (RawMachPortBorrow loan = port.AsRawMachPort())
            {
                Assert.Equal(KERN_INVALID_RIGHT, mach_port_mod_refs(mach_task_self(), loan.Port.Name, MACH_PORT_RIGHT_RECEIVE, -1));
#pragma warning disable MACH004 // The guard refuses what the analyzer warns of.
                Assert.Equal(KERN_INVALID_RIGHT, mach_port_destroy(mach_task_self(), loan.Port.Name));
                Assert.Equal(KERN_INVALID_ARGUMENT, mach_port_destruct(mach_task_self(), loan.Port.Name, 0, 1));
#pragma warning restore MACH004
            }

            RawMachPort name = port.IntoRawMachPort();
            port = ReceiveRight.FromRawMachPort(name);
            Assert.True(port.Status.IsGuarded);
            name = port.IntoRawMachPort();
            Assert.Equal(KERN_SUCCESS, mach_port_mod_refs(mach_task_self(), name.Name, MACH_PORT_RIGHT_RECEIVE, -1));
        });
    }

    [Fact]
    public void To_receive_with_a_context_is_claimed_without_a_guard_and_a_foreign_guard_is_respected()
    {
        Alice.Run(() =>
        {
            RawMachPort name = ReceiveRight.Create().IntoRawMachPort();
            Assert.Equal(KERN_SUCCESS, mach_port_set_context(mach_task_self(), name.Name, 77));
            using (ReceiveRight claimed = ReceiveRight.FromRawMachPort(name))
                Assert.False(claimed.Status.IsGuarded);

            name = ReceiveRight.Create().IntoRawMachPort();
            Assert.Equal(KERN_SUCCESS, mach_port_guard(mach_task_self(), name.Name, 5, 0));
            MachException refusal = Assert.Throws<MachException>(() => ReceiveRight.FromRawMachPort(name));
            Assert.Equal(KERN_INVALID_ARGUMENT, refusal.Code);
            Assert.Equal("mach_port_guard", refusal.Routine);
            Assert.Equal(name, refusal.Port);
            Assert.Contains("KERN_INVALID_ARGUMENT", refusal.Message, StringComparison.Ordinal);
            Assert.Equal(KERN_SUCCESS, mach_port_destruct(mach_task_self(), name.Name, 0, 5));
        });
    }

    [Fact]
    public void To_send_tells_when_its_port_is_dead()
    {
        ReceiveRight port = ReceiveRight.Create(Bob);
        using SendRight send = Grant(port);
        Assert.False(send.IsDead);
        port.Dispose();
        Assert.True(send.IsDead);
        Assert.Equal(KERN_INVALID_RIGHT, send.TryCopy(out _));
        using var builder = new MessageBuilder(Alice);
        Assert.Equal(MACH_SEND_INVALID_DEST, Assert.Throws<MachException>(() => send.Send(builder, Soon)).Code);
    }

    [Fact]
    public void That_was_forgotten_is_released_and_reported()
    {
        var reported = new List<LeakedRight>();
        void Listen(LeakedRight leak)
        {
            lock (reported)
                reported.Add(leak);
        }

        bool former = RightTracker.RecordSites;
        RightTracker.RecordSites = true;
        RightTracker.Leaked += Listen;
        long before = RightTracker.LeakedCount;
        uint name = Forget();
        for (int i = 0; i < 20 && RightTracker.LeakedCount - before < 2; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        RightTracker.Leaked -= Listen;
        RightTracker.RecordSites = former;
        lock (reported)
        {
            LeakedRight leak = Assert.Single(reported, leak => leak.Kind == nameof(ReceiveRight) && leak.Task == "alice" && leak.Name.Name == name);
            Assert.Contains(nameof(Forget), leak.Site, StringComparison.Ordinal);
            Assert.Contains(reported, leak => leak.Kind == "message" && leak.Task == "alice");
        }

        // The finalizer's thread has become one of the task's: it made one name for itself at most.
        Assert.InRange(NamesNow, Names, Names + 1);
        Names = NamesNow;

        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        uint Forget()
        {
            ReceiveRight port = ReceiveRight.Create(Alice);
            new MessageBuilder(Alice).Move(port.MakeSend());
            return NameOf(port).Name;
        }
    }

    [Fact]
    public void Of_a_task_that_ended_is_disposed_in_silence()
    {
        MachTask task = Machine.CreateTask("brief");
        ReceiveRight port = ReceiveRight.Create(task);
        SendRight send = port.MakeSend();
        var builder = new MessageBuilder(task);
        builder.Move(send).Write(1);
        task.Dispose();
        Assert.False(task.IsAlive);
        port.Dispose();
        builder.Dispose();
        task.Dispose();
        Assert.Throws<ObjectDisposedException>(() => ReceiveRight.Create(task));
    }
}
