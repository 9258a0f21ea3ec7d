using Mach.Conformance.Vectors;

namespace Mach.Conformance.Events;

public class A_receive_in_an_event
{
    private const uint Receive = (uint)MACH_RCV_MSG;
    private const int NoteSize = 32, TrailerSize = 8;

    private static void Post(Party party, uint port, int id) =>
        Assert.Equal(MACH_MSG_SUCCESS, party.Send(new Note(port, MACH_MSG_TYPE_MAKE_SEND, id: id).Body(new byte[8])));

    private static KernelEvent Into(uint port, ulong address, ulong size, uint options = 0) =>
        Watch.Change(port, fflags: Receive | options) with { Ext0 = address, Ext1 = size };

    [Theory, EveryWorld, Rule("R-KQ-3", "R-KEV-6")]
    public void Puts_the_message_where_the_event_says(World world)
    {
        using var machine = world.Boot();
        var party = machine.NewTask();
        using var watch = new Watch(machine, party);
        var (port, address) = (party.Receive(), party.Buffer(256));
        watch.With(Into(port, address, 256));
        Post(party, port, 5);
        Post(party, port, 6);
        var found = watch.Event();
        Assert.Equal((0u, 0L, address, (ulong)(NoteSize + TrailerSize), 0ul, 0ul), (found.Fflags, found.Data, found.Ext0, found.Ext1, found.Ext2, found.Ext3));
        Assert.Equal((5, port), (Watch.Letter(address, 64).Id, Watch.Letter(address, 64).Local));
        watch.Event();
        Assert.Equal(6, Watch.Letter(address, 64).Id);
        watch.ExpectNothing();
    }

    [Theory, EveryWorld, Rule("R-KEV-4")]
    public void Gives_the_trailer_that_is_asked_for(World world)
    {
        using var machine = world.Boot();
        var party = machine.NewTask();
        using var watch = new Watch(machine, party);
        var (port, address) = (party.Receive(), party.Buffer(256));
        watch.With(Into(port, address, 256, (uint)MACH_RCV_TRAILER_ELEMENTS(MACH_RCV_TRAILER_AUDIT) | (uint)MACH_RCV_OVERWRITE));
        Post(party, port, 5);
        Assert.Equal((ulong)(NoteSize + 52), watch.Event().Ext1);
        Assert.Equal(52u, Watch.Letter(address, 256).TrailerSize);
    }

    [Theory, EveryWorld, Rule("R-KEV-7")]
    public void Destroys_a_message_that_has_no_room_unless_told_not_to(World world)
    {
        using var machine = world.Boot();
        var party = machine.NewTask();
        using var watch = new Watch(machine, party);
        var (lost, kept, told, address) = (party.Receive(), party.Receive(), party.Receive(), party.Buffer(64));
        watch.With(
            Into(lost, address, 30), Into(kept, address, 30, (uint)MACH_RCV_LARGE),
            Into(told, address, 30, (uint)(MACH_RCV_LARGE | MACH_RCV_LARGE_IDENTITY)));
        foreach (var port in (uint[])[lost, kept, told])
            Post(party, port, 5);
        foreach (var found in watch.Events())
        {
            Assert.Equal((0x10004004u, (ulong)(NoteSize + TrailerSize)), (found.Fflags, found.Ext1));
            Assert.Equal(found.Ident == told ? told : 0, found.Data);
            Assert.Equal(found.Ident == lost ? 0u : 1u, party.Status((uint)found.Ident).mps_msgcount);
        }
        Assert.Equal(2, watch.Events().Length);
    }

    [Theory, EveryWorld, Rule("R-KEV-8", "R-KQ-3")]
    public void Uses_the_buffer_of_the_call_when_the_event_has_none(World world)
    {
        using var machine = world.Boot();
        var party = machine.NewTask();
        using var watch = new Watch(machine, party);
        const int size = NoteSize + TrailerSize, room = 128;
        uint[] ports = [.. Enumerable.Range(0, 4).Select(_ => party.Receive())];
        foreach (var port in ports)
            watch.With(Into(port, 0, 0));
        foreach (var fromEnd in (bool[])[false, true])
        {
            foreach (var port in ports)
                Post(party, port, (int)port);
            var address = party.Buffer(room);
            watch.Buffer = new KernelEventBuffer { Address = address, Size = room, FromEnd = fromEnd };
            var found = watch.Events();
            for (var index = 0; index < 3; index++)
            {
                var at = fromEnd ? address + room - (ulong)(size * (index + 1)) : address + (ulong)(size * index);
                Assert.Equal((0u, at, (ulong)size), (found[index].Fflags, found[index].Ext0, found[index].Ext1));
                Assert.Equal((int)found[index].Ident, Watch.Letter(at, size).Id);
            }
            Assert.Equal((0x10004004u, (ulong)size, (uint)found[3].Ident), (found[3].Fflags, found[3].Ext1, (uint)found[3].Data));
            Assert.Equal((ulong)(room - (3 * size)), watch.Buffer.Size);
            watch.Buffer = default;
            Assert.Equal(0x10004004u, watch.Event().Fflags);
            watch.Buffer = new KernelEventBuffer { Address = address, Size = room };
            Assert.Equal(0u, watch.Event().Fflags);
        }
    }

    [Theory, EveryWorld, Rule("R-KEV-9")]
    public void Takes_the_members_of_a_set_in_turn(World world)
    {
        using var machine = world.Boot();
        var party = machine.NewTask();
        using var watch = new Watch(machine, party);
        var (set, address) = (party.PortSet(), party.Buffer(256));
        uint[] ports = [party.Receive(), party.Receive()];
        foreach (var port in ports)
            party.Join(port, set);
        watch.With(Into(set, address, 256));
        foreach (var port in (uint[])[.. ports, .. ports])
            Post(party, port, 1);
        foreach (var port in (uint[])[.. ports, .. ports])
        {
            Assert.Equal(set, (uint)watch.Event().Ident);
            Assert.Equal(port, Watch.Letter(address, 64).Local);
        }
        watch.ExpectNothing();
    }

    [Theory, EveryWorld, Rule("R-KEV-10")]
    public void Tells_what_went_wrong_on_the_way_to_the_task(World world)
    {
        using var machine = world.Boot();
        using var fence = new Fence();
        var party = machine.NewTask();
        using var watch = new Watch(machine, party);
        var port = party.Receive();
        watch.With(Into(port, fence.Nowhere, 256));
        Post(party, port, 1);
        Assert.Equal(MACH_RCV_INVALID_DATA, (kern_return_t)(int)watch.Event().Fflags);
        watch.ExpectNothing();
    }

    [Theory, EveryWorld, Rule("R-KEV-12")]
    public void Goes_to_the_place_that_was_named_last(World world)
    {
        using var machine = world.Boot();
        var party = machine.NewTask();
        using var watch = new Watch(machine, party);
        var (port, former, latter) = (party.Receive(), party.Buffer(256), party.Buffer(256));
        watch.With(Into(port, former, 256), Into(port, latter, 256));
        Post(party, port, 9);
        Assert.Equal(latter, watch.Event().Ext0);
        Assert.Equal(9, Watch.Letter(latter, 64).Id);
        Post(party, port, 9);
        watch.With(Watch.Change(port, KernelEventFlags.Delete));
        Assert.Equal(1u, party.Status(port).mps_msgcount);
    }

    [Theory, EveryWorld, Rule("R-KEV-6", "R-KQ-3")]
    public void Puts_auxiliary_data_behind_the_trailer(World world)
    {
        using var machine = world.Boot();
        var party = machine.NewTask();
        using var watch = new Watch(machine, party);
        var (port, address) = (party.ReceiveAndSend(), party.Buffer(256));
        watch.With(Into(port, address, 256));
        var note = new Note(port, MACH_MSG_TYPE_COPY_SEND, id: 3);
        byte[] aux = [16, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8];
        Assert.Equal(MACH_MSG_SUCCESS, new VectorCall(party).Sends(note, aux).Send(note, 2));
        var found = watch.Event();
        Assert.Equal((0u, (ulong)(24 + TrailerSize), 16ul), (found.Fflags, found.Ext1, found.Ext3));
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], Party.Memory(address + found.Ext1 + 8, 8).ToArray());
    }

    [Theory, EveryWorld, Rule("R-KEV-1")]
    public void Brings_the_message_of_a_timer(World world)
    {
        var time = new VirtualTime();
        using var machine = world.Boot(new KernelOptions { Time = time });
        var party = machine.NewTask();
        using var watch = new Watch(machine, party);
        var (timer, address) = (party.Traps.mk_timer_create_trap(), party.Buffer(256));
        watch.With(Into(timer, address, 256));
        Assert.Equal(KERN_SUCCESS, party.Traps.mk_timer_arm_trap(timer, 1_000_000));
        watch.ExpectNothing();
        time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal((48ul + TrailerSize, 1), (watch.Event().Ext1, watch.Told));
    }
}
