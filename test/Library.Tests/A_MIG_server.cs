namespace Mach.Library.Tests;

/// <summary>A subsystem that carries every kind of right both ways.</summary>
[MigSubsystem("pawnshop", 70_000)]
internal partial interface IPawnshop
{
    [Routine(0)]
    kern_return_t add([Subject] mach_port_t shop, int a, int b, out int sum);

    [Routine(1)]
    kern_return_t pawn(
        [Subject] mach_port_t shop, [MoveSend] mach_port_t send, [MakeSendOnce] mach_port_t once, [MoveReceive] mach_port_t receive,
        [OutOfLine] UserPtr<byte> thing, [OutOfLine, CopySend] UserPtr<mach_port_t> more, out int received);

    [Routine(2)]
    kern_return_t redeem(
        [Subject] mach_port_t shop, [MoveReceive] out mach_port_t receive, [CopySend] out mach_port_t send, [MakeSend] out mach_port_t made,
        [MoveSend] out mach_port_t none, [OutOfLine] out UserPtr<byte> thing, [OutOfLine, MoveSend] out UserPtr<mach_port_t> more);

    [SimpleRoutine(3)]
    kern_return_t tell([Subject] mach_port_t shop, int what);

    [Routine(4)]
    kern_return_t later([Subject] mach_port_t shop, [CopySend] mach_port_t right);
}

public sealed class A_MIG_server : World
{
    private readonly ReceiveRight _port;
    private readonly SendRight _send;
    private readonly Pawnshop _shop = new();
    private readonly Task _service;

    public A_MIG_server()
    {
        _port = ReceiveRight.Create(Bob);
        _send = Grant(_port);
        _service = _port.ServeAsync(_shop);
    }

    private PawnshopClient Client => new(Alice.CurrentThread);

    private mach_port_t Name => _send.RawPort.Name;

    [Fact]
    public void Answers_the_client_of_its_interface()
    {
        Assert.Equal(KERN_SUCCESS, Client.add(Name, 2, 40, out int sum));
        Assert.Equal(42, sum);
        Assert.Equal(Alice.ProcessId, _shop.Caller);
        Assert.Equal(KERN_INVALID_VALUE, Client.add(Name, 2, int.MaxValue, out sum));
        Assert.Equal(0, sum);
    }

    [Fact]
    public void Gets_rights_as_objects_and_keeps_them_when_it_succeeds()
    {
        using ReceiveRight mine = ReceiveRight.Create(Alice);
        Assert.Equal(KERN_SUCCESS, Pawn(mine, out int received));
        Assert.Equal(100_000 + 2, received);
        Assert.All(_shop.Held, right => Assert.True(right is { IsHeld: true } && right.Task == Bob));
        Assert.Equal(["SendRight", "SendOnceRight", "ReceiveRight", "SendRight", "SendRight"], _shop.Held.Select(right => right!.GetType().Name));
        _shop.Clear();
        Assert.Equal(0UL, Bob.MappedBytes);
    }

    [Fact]
    public void Owns_nothing_of_what_it_refuses()
    {
        using ReceiveRight mine = ReceiveRight.Create(Alice);
        _shop.Answer = KERN_NO_ACCESS;
        Assert.Equal(KERN_NO_ACCESS, Pawn(mine, out _));
        Assert.All(_shop.Held, right => Assert.False(right!.IsHeld));
        Assert.Equal(0UL, Bob.MappedBytes);
        Assert.False(mine.Status.HasSendRights);
    }

    [Fact]
    public void Hands_rights_over_as_it_declared()
    {
        _shop.Stock(Bob);
        Assert.Equal(KERN_SUCCESS, Client.redeem(
            Name, out uint receive, out uint send, out uint made, out uint none, out UserPtr<byte> thing, out uint size, out UserPtr<uint> more, out uint count));
        using ReceiveRight moved = ReceiveRight.FromRawMachPort(new RawMachPort(receive), Alice);
        using SendRight copied = SendRight.FromRawMachPort(new RawMachPort(send), Alice);
        using SendRight fresh = SendRight.FromRawMachPort(new RawMachPort(made), Alice);
        Assert.Equal(0u, none);
        Assert.Equal(copied.RawPort, fresh.RawPort);
        byte[] bytes = new byte[size];
        Assert.True(Alice.Memory.TryRead(thing.Address, bytes));
        Assert.Equal("thing"u8, bytes);
        Alice.Deallocate(thing.Address, size);
        Assert.Equal(1u, count);
        byte[] name = new byte[4];
        Assert.True(Alice.Memory.TryRead(more.Address, name));
        Alice.Deallocate(more.Address, 4);
        using SendRight last = SendRight.FromRawMachPort(new RawMachPort(BitConverter.ToUInt32(name)), Alice);
        Assert.Equal(last.RawPort, moved.RawPort);
        Assert.Equal([false, true, true, false], _shop.Held.Select(right => right!.IsHeld));
        _shop.Clear();
    }

    [Fact]
    public void Is_told_and_answers_nothing()
    {
        Assert.Equal(KERN_SUCCESS, Client.tell(Name, 5));
        Assert.Equal(KERN_SUCCESS, Client.add(Name, 1, 1, out _));
        Assert.Equal(5, _shop.Told);
    }

    [Fact]
    public void Answers_later_when_it_says_so()
    {
        using ReceiveRight mine = ReceiveRight.Create(Alice);
        using var request = new MessageBuilder(Alice, 70_004);
        request.MakeSend(mine).ReplyTo(mine);
        _send.Send(request, Soon);
        Assert.Equal(KERN_SUCCESS, Client.add(Name, 1, 1, out _));
        Assert.Equal(MACH_RCV_TIMED_OUT, mine.TryReceive(MachTimeout.NoWait, out _));
        using (var answer = new MessageBuilder(Bob, 99))
            _shop.Waiting!.Send(answer, Soon);
        using ReceivedMessage reply = mine.Receive(Soon);
        Assert.Equal(99, reply.Id);
        _shop.Clear();
    }

    [Fact]
    public void Refuses_the_ids_of_others_and_destroys_what_they_carry()
    {
        using ReceiveRight mine = ReceiveRight.Create(Alice);
        using var request = new MessageBuilder(Alice, 71_000);
        using ReceivedMessage reply = _send.Call(request.MakeSend(mine).CopyOutOfLine(new byte[10_000]), Soon);
        Assert.Equal(MIG_BAD_ID, (kern_return_t)BitConverter.ToInt32(reply.Body[8..]));
        Assert.Equal(KERN_SUCCESS, Client.add(Name, 1, 1, out _));
        Assert.False(mine.Status.HasSendRights);
        Assert.Equal(0UL, Bob.MappedBytes);
    }

    private unsafe kern_return_t Pawn(ReceiveRight mine, out int received)
    {
        byte[] thing = new byte[100_000];
        using SendRight kept = mine.MakeSend();
        uint[] more = [kept.RawPort.Name, kept.RawPort.Name];
        fixed (byte* things = thing)
        fixed (uint* rights = more)
        {
            return Client.pawn(
                Name, mine.MakeSend().IntoRawMachPort().Name, mine.RawPort.Name, ReceiveRight.Create(Alice).IntoRawMachPort().Name,
                new((ulong)things), 100_000, new((ulong)rights), 2, out received);
        }
    }

    protected override void Dispose(bool disposing)
    {
        _port.Dispose();
        Assert.True(_service.Wait(TimeSpan.FromSeconds(20)));
        _send.Dispose();
        base.Dispose(disposing);
    }

    private sealed class Pawnshop : PawnshopServer<ReceivedMessage, MachRight?, ReceivedMessage>
    {
        public List<MachRight?> Held { get; } = [];

        public SendOnceRight? Waiting { get; private set; }

        public kern_return_t Answer { get; set; }

        public int Caller { get; private set; }

        public int Told { get; private set; }

        public void Stock(MachTask task)
        {
            ReceiveRight goods = ReceiveRight.Create(task), counter = ReceiveRight.Create(task);
            Held.AddRange([goods, counter.MakeSend(), counter, goods.MakeSend()]);
        }

        public void Clear()
        {
            foreach (MachRight? right in Held)
                right?.Dispose();
            Waiting?.Dispose();
            Held.Clear();
        }

        protected override kern_return_t Translate(ReceivedMessage caller, MachRight? port, MigSubject kind, out ReceivedMessage subject)
        {
            subject = caller;
            Caller = caller.Sender.ProcessId;
            return KERN_SUCCESS;
        }

        protected override kern_return_t add(ReceivedMessage caller, ReceivedMessage shop, int a, int b, out int sum)
        {
            sum = unchecked(a + b);
            return sum < 0 ? KERN_INVALID_VALUE : KERN_SUCCESS;
        }

        protected override kern_return_t pawn(
            ReceivedMessage caller, ReceivedMessage shop, MachRight? send, MachRight? once, MachRight? receive,
            ReadOnlySpan<byte> thing, MachRight?[] more, out int received)
        {
            Held.AddRange([send, once, receive, .. more]);
            received = thing.Length + more.Length;
            return Answer;
        }

        protected override kern_return_t redeem(
            ReceivedMessage caller, ReceivedMessage shop, out MachRight? receive, out MachRight? send, out MachRight? made,
            out MachRight? none, out ReadOnlyMemory<byte> thing, out MachRight?[] more)
        {
            (receive, send, made, none) = (Held[0], Held[1], Held[2], null);
            thing = "thing"u8.ToArray();
            more = [Held[3]];
            return Answer;
        }

        protected override kern_return_t tell(ReceivedMessage caller, ReceivedMessage shop, int what)
        {
            Told = what;
            return KERN_SUCCESS;
        }

        protected override kern_return_t later(ReceivedMessage caller, ReceivedMessage shop, MachRight? right)
        {
            Held.Add(right);
            Waiting = caller.TakeReply();
            return MIG_NO_REPLY;
        }
    }
}
