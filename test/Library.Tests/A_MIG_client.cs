namespace Mach.Library.Tests;

/// <summary>Routines whose clients say how they send.</summary>
[MigSubsystem("ways", 85_000)]
internal partial interface IWays
{
    [Routine(0)]
    kern_return_t ask([Subject] mach_port_t port, [WaitTime] uint patience, int what, out int answer);

    [Routine(1), Sending(WaitTime = 1)]
    kern_return_t ask_briefly([Subject] mach_port_t port, int what);

    [Routine(2), Sending(SpecialReplyPort = true)]
    kern_return_t ask_dearly([Subject] mach_port_t port, int what, out int answer);

    [Routine(3)]
    kern_return_t ask_there([Subject] mach_port_t port, [ReplyPort] mach_port_t there, int what, out int answer);

    [SimpleRoutine(4), Sending(ConsumeOnSendError = MigConsumption.Timeout)]
    kern_return_t give([Subject] mach_port_t port, [SendTime] uint patience, [MoveSend] mach_port_t right);

    [SimpleRoutine(5)]
    kern_return_t give_or_keep([Subject] mach_port_t port, [MsgOption] int options, [MoveSend] mach_port_t right);
}

public sealed class A_MIG_client : World
{
    private readonly ReceiveRight _port;
    private readonly SendRight _send;
    private Task _service = Task.CompletedTask;

    public A_MIG_client()
    {
        _port = ReceiveRight.Create(Bob, new PortOptions { QueueLimit = 1 });
        _send = Grant(_port);
    }

    private WaysClient Client => new(Alice.CurrentThread);

    private mach_port_name_t Name => _send.RawPort.Name;

    [Fact]
    public void Waits_as_long_as_it_is_told()
    {
        Assert.Equal(MACH_RCV_TIMED_OUT, Client.ask(Name, 0, 1, out _));
        _port.Receive(Soon).Dispose();
        Assert.Equal(MACH_RCV_TIMED_OUT, Client.ask_briefly(Name, 1));
        _port.Receive(Soon).Dispose();
        _service = _port.ServeAsync(new Ways());
        Assert.Equal(KERN_SUCCESS, Client.ask(Name, 20_000, 1, out int answer));
        Assert.Equal(2, answer);
    }

    [Fact]
    public void Awaits_the_reply_at_a_special_port_or_where_it_is_told()
    {
        _service = _port.ServeAsync(new Ways());
        Assert.Equal(KERN_SUCCESS, Client.ask_dearly(Name, 4, out int answer));
        Assert.Equal(5, answer);
        using ReceiveRight there = ReceiveRight.Create(Alice);
        Assert.Equal(KERN_SUCCESS, Client.ask_there(Name, there.RawPort.Name, 6, out answer));
        Assert.Equal(7, answer);
    }

    [Fact]
    public void Consumes_what_it_could_not_send_in_time_when_it_says_so()
    {
        using ReceiveRight mine = ReceiveRight.Create(Alice);
        Assert.Equal(KERN_SUCCESS, Client.give(Name, 0, mine.MakeSend().IntoRawMachPort().Name));
        Assert.Equal(MACH_SEND_TIMED_OUT, Client.give(Name, 0, mine.MakeSend().IntoRawMachPort().Name));
        _port.Receive(Soon).Dispose();
        Assert.False(mine.Status.HasSendRights);
    }

    [Fact]
    public void Keeps_what_it_could_not_send_otherwise()
    {
        using ReceiveRight mine = ReceiveRight.Create(Alice);
        Assert.Equal(KERN_SUCCESS, Client.give_or_keep(Name, 0, mine.MakeSend().IntoRawMachPort().Name));
        mach_port_name_t kept = mine.MakeSend().IntoRawMachPort().Name;
        Assert.Equal(MACH_SEND_TIMED_OUT, Client.give_or_keep(Name, MACH_SEND_TIMEOUT, kept));
        _port.Receive(Soon).Dispose();
        Assert.True(mine.Status.HasSendRights);
        // The message that came back brought one more reference to its destination.
        SendRight.FromRawMachPort(new RawMachPort(kept), Alice).Dispose();
        SendRight.FromRawMachPort(new RawMachPort(Name), Alice).Dispose();
    }

    protected override void Dispose(bool disposing)
    {
        _port.Dispose();
        Assert.True(_service.Wait(TimeSpan.FromSeconds(20)));
        _send.Dispose();
        base.Dispose(disposing);
    }

    private sealed class Ways : WaysService
    {
        protected override kern_return_t ask(ReceivedMessage caller, ReceivedMessage port, int what, out int answer)
        {
            answer = what + 1;
            return KERN_SUCCESS;
        }

        protected override kern_return_t ask_briefly(ReceivedMessage caller, ReceivedMessage port, int what) => KERN_SUCCESS;

        protected override kern_return_t ask_dearly(ReceivedMessage caller, ReceivedMessage port, int what, out int answer) => ask(caller, port, what, out answer);

        protected override kern_return_t ask_there(ReceivedMessage caller, ReceivedMessage port, int what, out int answer) => ask(caller, port, what, out answer);

        protected override kern_return_t give(ReceivedMessage caller, ReceivedMessage port, MachRight? right) => KERN_NOT_SUPPORTED;

        protected override kern_return_t give_or_keep(ReceivedMessage caller, ReceivedMessage port, MachRight? right) => KERN_NOT_SUPPORTED;
    }
}
