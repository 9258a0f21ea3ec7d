namespace Mach.Conformance.Receiving;

public class A_task_without_room
{
    private const int Names = 20;

    [Theory, EveryMessageTrap, Rule("R-RCV-9", "R-COUT-5")]
    public void Is_told_of_a_header_error_where_the_reply_finds_no_name(World world, MessageTrap trap)
    {
        using var machine = world.Boot(new KernelOptions { NamesPerSpace = Names });
        var (client, server) = (machine.NewTask("client"), machine.NewTask("server"));
        var (door, notify) = (server.Receive(), client.Receive());
        var (key, counted) = (server.GiveSend(client, door), client.Receive());
        client.AskForNoSenders(counted, notify);
        var note = new Note(key, MACH_MSG_TYPE_COPY_SEND, notify, MACH_MSG_TYPE_MAKE_SEND_ONCE, id: 6)
            .Port(counted, MACH_MSG_TYPE_MAKE_SEND).Word(3);
        Assert.Equal(MACH_MSG_SUCCESS, client.By(trap).Send(note));
        server.UseUpNames();
        Assert.Equal(
            MACH_RCV_HEADER_ERROR | MACH_MSG_IPC_SPACE,
            server.By(trap).Receive(door, out var letter, (ulong)MACH_RCV_TRAILER_ELEMENTS(MACH_RCV_TRAILER_SENDER)));
        Assert.Equal(MACH_MSGH_BITS_COMPLEX | 0x1112, letter.Bits);
        Assert.Equal((24u, MACH_PORT_NULL, door, 6), (letter.Size, letter.Remote, letter.Local, letter.Id));
        Assert.Equal((20u, 0u, (0u, 1u)), (letter.TrailerSize, letter.Sequence, letter.SecurityToken));
        // The reply, and everything else in the message, was destroyed.
        var notices = (int[])[client.Receive(notify).Id, client.Receive(notify).Id];
        Assert.Equal([MACH_NOTIFY_NO_SENDERS, MACH_NOTIFY_SEND_ONCE], notices.Order());
    }

    [Theory, EveryMessageTrap, Rule("R-RCV-9", "R-COUT-5")]
    public void Gets_as_much_of_a_body_as_it_has_names_for(World world, MessageTrap trap)
    {
        using var machine = world.Boot(new KernelOptions { NamesPerSpace = Names });
        var (client, server) = (machine.NewTask("client"), machine.NewTask("server"));
        var (door, notify) = (server.Receive(), client.Receive());
        var (key, known, unknown) = (server.GiveSend(client, door), client.Receive(), client.Receive());
        var already = client.GiveSend(server, known);
        client.AskForNoSenders(unknown, notify);
        var note = new Note(key, MACH_MSG_TYPE_COPY_SEND, id: 6)
            .Port(unknown, MACH_MSG_TYPE_MAKE_SEND)
            .Port(known, MACH_MSG_TYPE_MAKE_SEND)
            .Ports(client.Names(unknown, known), 2, MACH_MSG_TYPE_MAKE_SEND)
            .Memory(client.Region(100, first: 5), 100)
            .Word(0xabcd);
        Assert.Equal(MACH_MSG_SUCCESS, client.By(trap).Send(note));
        server.UseUpNames();
        Assert.Equal(MACH_RCV_BODY_ERROR | MACH_MSG_IPC_SPACE, server.By(trap).Receive(door, out var letter));
        Assert.Equal((MACH_PORT_NULL, already), (letter.PortName(0), letter.PortName(1)));
        Assert.Equal(new Letter(Party.Memory(letter.Address(2), 8).ToArray()).Word(4), already);
        Assert.Equal(0u, new Letter(Party.Memory(letter.Address(2), 8).ToArray()).Word(0));
        Assert.Equal(5, Party.Memory(letter.Address(3), 1)[0]);
        Assert.Equal((6, note.Bytes.Length, 0xabcdu), (letter.Id, (int)letter.Size, letter.Word((int)letter.Size - 4)));
        Assert.Equal(3u, server.References(already, MACH_PORT_RIGHT_SEND));
        Assert.Equal(MACH_NOTIFY_NO_SENDERS, client.Receive(notify).Id);
    }

    [Theory, EveryMessageTrap, Rule("R-DSC-12", "R-RCV-9")]
    public void Of_memory_gets_the_message_without_its_regions(World world, MessageTrap trap)
    {
        using var machine = world.Boot(new KernelOptions { BytesPerTask = 1 << 20 });
        var (client, server) = (machine.NewTask("client"), machine.NewTask("server"));
        var (door, notify, counted) = (server.Receive(), client.Receive(), client.Receive());
        var (key, plain) = (server.GiveSend(client, door), client.Receive());
        client.AskForNoSenders(counted, notify);
        var note = new Note(key, MACH_MSG_TYPE_COPY_SEND)
            .Memory(client.Region(100), 100)
            .Ports(client.Names(counted), 1, MACH_MSG_TYPE_MAKE_SEND)
            .Port(plain, MACH_MSG_TYPE_MAKE_SEND);
        Assert.Equal(MACH_MSG_SUCCESS, client.By(trap).Send(note));
        server.Task.Allocate((1 << 20) - server.Task.MappedBytes);
        Assert.Equal(MACH_RCV_BODY_ERROR | MACH_MSG_VM_SPACE, server.By(trap).Receive(door, out var letter));
        Assert.Equal((0ul, 0u), (letter.Address(0), letter.Extent(0)));
        Assert.Equal(0ul, letter.Address(1));
        Assert.Equal((uint)MACH_PORT_TYPE_SEND, server.TypeOf(letter.PortName(2)));
        Assert.Equal(MACH_NOTIFY_NO_SENDERS, client.Receive(notify).Id);
    }
}
