namespace Mach.Bootstrapping.Tests;

public sealed class A_hostile_client : City
{
    private readonly SendRight _door;
    private readonly MessageBuilder _note;

    public A_hostile_client()
    {
        _door = Alice.GetBootstrapPort()!;
        _note = new MessageBuilder(Alice);
    }

    [Fact]
    public void Learns_that_a_number_is_no_routine()
    {
        foreach (int id in new[] { 0, 399, 400, 401, 405, 430, 499, int.MaxValue, int.MinValue, -1 })
            Assert.Equal(MIG_BAD_ID, Answer(id, static note => note));
    }

    [Fact]
    public void Is_told_that_its_arguments_are_bad()
    {
        foreach (int id in new[] { 402, 403, 404 })
        {
            Assert.Equal(MIG_BAD_ARGUMENTS, Answer(id, static note => note));
            Assert.Equal(MIG_BAD_ARGUMENTS, Answer(id, static note => note.Write(new byte[5000])));
            Assert.Equal(MIG_BAD_ARGUMENTS, Answer(id, note => note.MakeSend(Door()).MakeSend(Door()).Write(new byte[144])));
        }

        // A name without an end.
        byte[] endless = new byte[144];
        endless.AsSpan(8, 128).Fill((byte)'x');
        Assert.Equal(MIG_BAD_ARGUMENTS, Answer(402, note => note.Write(endless)));
        Assert.Equal(KERN_INVALID_ARGUMENT, Answer(402, static note => note.Write(new byte[144])));
        byte[] noText = new byte[144];
        noText[8] = 0xff;
        Assert.Equal(KERN_INVALID_ARGUMENT, Answer(402, note => note.Write(noText)));
    }

    [Fact]
    public void Cannot_register_what_is_no_send_right()
    {
        int before = NamesInHall;
        byte[] body = new byte[144];
        body[8] = (byte)'x';
        Assert.Equal(MIG_TYPE_ERROR, Answer(403, note => note.Move(ReceiveRight.Create(Alice)).Write(body)));
        Assert.Equal(MIG_TYPE_ERROR, Answer(403, note => note.MakeSendOnce(Door()).Write(body)));
        // A region's descriptor is four bytes longer.
        Assert.Equal(MIG_TYPE_ERROR, Answer(403, note => note.CopyOutOfLine(new byte[100_000]).Write(body.AsSpan(4))));
        Assert.Equal(KERN_INVALID_RIGHT, Answer(403, note => note.NoRight().Write(body)));
        Assert.Equal(before, NamesInHall);
        Assert.Equal(0UL, Hall.MappedBytes);
    }

    [Fact]
    public void Is_refused_what_is_not_there()
    {
        MachThread thread = Alice.CurrentThread;
        using RawMachPortBorrow door = _door.AsRawMachPort();
        var client = new JobClient(thread);
        Assert.Equal(KERN_NOT_SUPPORTED, client.check_in2(door.Port.Name, "x"u8, out _, out _, 1));
        Assert.Equal(KERN_NOT_SUPPORTED, client.register2(door.Port.Name, "x"u8, door.Port.Name, 1));
        Assert.Equal(KERN_NOT_SUPPORTED, client.look_up2(door.Port.Name, "x"u8, out _, 0, default, 1));
    }

    [Fact]
    public void Cannot_tell_of_a_death_in_the_kernels_name()
    {
        using ReceiveRight service = ToBob.CheckIn("alive");
        // Every name that the service can have for it.
        for (uint slot = 1; slot < 40; slot++)
        {
            for (uint generation = 3; generation < 16; generation += 4)
                _door.Send(Note(MACH_NOTIFY_DEAD_NAME).Write(1L << 32).Write((slot << 8) | generation), Soon);
        }

        using SendRight found = ToAlice.LookUp("alive");
        AssertReaches(found, service);
    }

    [Fact]
    public void Loses_a_service_whose_reply_it_does_not_take()
    {
        int before = NamesInHall;
        byte[] body = new byte[144];
        body[8] = (byte)'x';

        // Nobody to reply to; then a reply port that is full; then one that is dead when the reply comes.
        _door.Send(Note(402).Write(body), Soon);
        Assert.Equal(BOOTSTRAP_UNKNOWN_SERVICE, ToBob.TryLookUp("x", out _));
        using (ReceiveRight full = ReceiveRight.Create(Alice, new PortOptions { QueueLimit = 0 }))
        {
            _door.Send(Note(402).ReplyToSend(full).Write(body), Soon);
            Assert.Equal(BOOTSTRAP_UNKNOWN_SERVICE, ToBob.TryLookUp("x", out _));
        }

        Assert.Equal(before, NamesInHall);
    }

    [Fact]
    public void Gets_no_harm_done_with_the_services_own_port()
    {
        int before = NamesInHall;
        ToAlice.Register("the service itself", _door);
        using (SendRight found = ToBob.LookUp("the service itself"))
        using (var names = new Bootstrap(found.Copy()))
        using (ReceiveRight service = names.CheckIn("through itself"))
            Assert.Same(Bob, service.Task);
        Assert.Equal(before, NamesInHall);
    }

    [Fact]
    public void Neither_stops_nor_fills_it_with_random_messages()
    {
        using ReceiveRight service = ToBob.CheckIn("steady");
        int before = NamesInHall;
        var random = new Random(20_26);
        int times = Soak.Times(3000);
        for (int i = 0; i < times; i++)
        {
            _note.Id = random.Next(4) == 0 ? random.Next() : 400 + random.Next(8);
            for (int item = random.Next(4); item > 0; item--)
                AddItem(random);
            byte[] body = new byte[random.Next(3) == 0 ? random.Next(300) : random.Next(2) == 0 ? 144 : 164];
            random.NextBytes(body);
            if (random.Next(2) == 0 && body.Length > 20)
                body[8..16].AsSpan().Fill((byte)'q');
            if (random.Next(2) == 0)
                _note.ReplyTo(Door());
            _door.Send(_note.Write(body), Soon);
        }

        using SendRight found = ToAlice.LookUp("steady");
        AssertReaches(found, service);
        Alice.Dispose();
        using MachTask witness = Settle("witness");
        using var names = new Bootstrap(witness);
        using SendRight again = names.LookUp("steady");
        AssertReaches(again, service);
        Assert.Equal(0UL, Hall.MappedBytes);
    }

    protected override void Dispose(bool disposing)
    {
        _note.Dispose();
        _door.Dispose();
        base.Dispose(disposing);
    }

    private readonly List<ReceiveRight> _ports = [];

    /// <summary>A port of Alice's.</summary>
    private ReceiveRight Door()
    {
        if (_ports.Count < 8)
            _ports.Add(ReceiveRight.Create(Alice, new PortOptions { QueueLimit = 1024 }));
        return _ports[^1];
    }

    private MessageBuilder Note(int id)
    {
        _note.Id = id;
        return _note;
    }

    /// <summary>The code of the service's answer to a request.</summary>
    private kern_return_t Answer(int id, Func<MessageBuilder, MessageBuilder> write)
    {
        write(Note(id)).ReplyId = unchecked(id + 100);
        using ReceivedMessage reply = _door.Call(_note, Soon);
        MachBodyReader body = reply.ReadBody();
        Assert.True(body.TryNdr(out _));
        Assert.True(body.TryInt32(out int code));
        return (kern_return_t)code;
    }

    private void AddItem(Random random)
    {
        switch (random.Next(6))
        {
            case 0:
                _note.MakeSend(Door());
                break;
            case 1:
                _note.MakeSendOnce(Door());
                break;
            case 2:
                _note.Move(ReceiveRight.Create(Alice));
                break;
            case 3:
                _note.CopyOutOfLine(new byte[random.Next(10_000)]);
                break;
            case 4:
                _note.MakeSend([Door(), Door()]);
                break;
            default:
                _note.NoRight();
                break;
        }
    }
}
