using System.Buffers.Binary;

namespace Mach.Conformance.Memory;

public class Memory_in_messages
{
    private const uint Small = 32768;

    private static byte[] Message(uint port, ulong address, uint size, bool deallocate, int copy = MACH_MSG_VIRTUAL_COPY, int type = MACH_MSG_OOL_DESCRIPTOR) =>
        new Note(port, MACH_MSG_TYPE_COPY_SEND).Memory(address, size, deallocate, copy, type).Bytes;

    private static Letter Carry(MappedTask from, MappedTask to, (uint Key, uint Door) lane, byte[] message)
    {
        Assert.Equal(MACH_MSG_SUCCESS, from.Send(message, out _));
        Assert.Equal(MACH_MSG_SUCCESS, to.Receive(lane.Door, out var letter));
        return letter;
    }

    private static (uint Key, uint Door) Lane(MappedTask from, MappedTask to)
    {
        var door = to.Port();
        var control = from.ControlOf(to);
        Assert.Equal(KERN_SUCCESS, new MachPortClient(from).mach_port_extract_right(control, door, MACH_MSG_TYPE_COPY_SEND, out var key, out _));
        return (key, door);
    }

    [Theory, EverySpace, Rule("R-VMR-37", "R-VMA-32", "R-BODY-5", "R-DSC-7", "R-VMR-38")]
    public void Arrives_as_ordinary_memory_where_its_size_says(SpaceKind kind)
    {
        using var estate = new Estate(kind);
        var (a, b) = (estate.NewTask("a"), estate.NewTask("b"));
        var lane = Lane(a, b);
        var page = a.Page;
        var pages = Math.Max(kind == SpaceKind.Process ? 300UL : 3, (2 * Small / page) + 2);
        foreach (var copy in (int[])[MACH_MSG_VIRTUAL_COPY, MACH_MSG_PHYSICAL_COPY])
        {
            foreach (var (offset, size) in ((uint, uint)[])[(0, 1), (9, 100), (0, Small), (0, Small + 1), (9, Small + 5), (0, (uint)(pages * page)), (100, (uint)((pages - 1) * page))])
            {
                foreach (var deallocate in (bool[])[false, true])
                {
                    var source = a.Pages(pages, VM_MAKE_TAG(88));
                    a.Put(source, MappedTask.PatternBytes((int)(pages * page), 3));
                    var expected = a.Get(source + offset, (int)size);
                    var message = Message(lane.Key, source + offset, size, deallocate, copy);
                    Assert.Equal(MACH_MSG_SUCCESS, a.Send(message, out _));
                    if (!deallocate)
                        a.Put(source + offset, 0xff, 0xfe);
                    else
                        Assert.False(a.IsMapped(source + offset));
                    Assert.Equal(MACH_MSG_SUCCESS, b.Receive(lane.Door, out var letter));
                    var at = letter.Address(0);
                    Assert.Equal(expected, b.Get(at, (int)size));
                    var kept = size > Small && (copy == MACH_MSG_VIRTUAL_COPY || deallocate) ? offset : 0;
                    Assert.Equal(kept, at % page);
                    var region = b.RegionAt(at)!;
                    Assert.Equal((3, 7, 1u, 0), (region.Info.protection, region.Info.max_protection, region.Info.inheritance, region.Info.behavior));
                    var end = (at + size + page - 1) & ~(page - 1);
                    Assert.Equal(-1, b.Get(at + size, (int)(end - at - size)).AsSpan().IndexOfAnyExcept((byte)0));
                    Assert.Equal(-1, b.Get(at - kept, (int)kept).AsSpan().IndexOfAnyExcept((byte)0));
                    b.Put(at, 0x10, 0x11);
                    if (!deallocate)
                        Assert.Equal([0xff], a.Get(source + offset, 1));
                    if (size <= Small)
                        Assert.Equal(0u, region.Info.user_tag);
                    else if (kind != SpaceKind.Guest)
                        Assert.Contains(region.Info.user_tag, new uint[] { offset == 0 && size % page == 0 ? 88u : VM_MEMORY_MACH_MSG, 0u });
                    Assert.Equal(KERN_SUCCESS, b.Vm.mach_vm_deallocate(b.Self, at, size));
                    Assert.Equal(0UL, b.Mapped);
                    a.Free(source, pages);
                }
            }
        }
    }

    [Theory, EverySpace, Rule("R-VMR-38", "R-BODY-4", "R-VMA-22")]
    public void Leaves_as_whole_pages_and_only_if_it_can_be_read(SpaceKind kind)
    {
        using var estate = new Estate(kind);
        var (a, b) = (estate.NewTask("a"), estate.NewTask("b"));
        var lane = Lane(a, b);
        var page = a.Page;
        var source = a.Pattern(6);
        Assert.Equal(KERN_SUCCESS, a.Vm.mach_vm_protect(a.Self, source + (5 * page), page, 0, VM_PROT_NONE));
        foreach (var (at, size) in ((ulong, uint)[])[(source + (5 * page), 1), (source, (uint)(6 * page)), (0x10, 4), (source + (6 * page) - 1, 2), (ulong.MaxValue - 2, 8)])
        {
            foreach (var deallocate in (bool[])[false, true])
                Assert.Equal(MACH_SEND_INVALID_MEMORY, a.Send(Message(lane.Key, at, size, deallocate), out _));
        }
        Assert.Equal(6 * page, a.Mapped);
        // A range of read-only memory, in the middle of a region.
        Assert.Equal(KERN_SUCCESS, a.Vm.mach_vm_protect(a.Self, source, 5 * page, 0, VM_PROT_READ));
        var expected = a.Get(source + page, (int)(2 * page));
        var letter = Carry(a, b, lane, Message(lane.Key, source + page, (uint)(2 * page), deallocate: true));
        Assert.Equal(expected, b.Get(letter.Address(0), expected.Length));
        Assert.True(b.CanWrite(letter.Address(0)));
        Assert.Equal([(source, page), (source + (3 * page), 2 * page), (source + (5 * page), page)], a.Regions().Select(r => (r.Start, r.Size)));
        // Permanent memory is copied and stays without access.
        var lasting = a.Pages(1, VM_FLAGS_PERMANENT);
        a.Put(lasting, 6);
        letter = Carry(a, b, lane, Message(lane.Key, lasting, (uint)page, deallocate: true));
        Assert.Equal([6], b.Get(letter.Address(0), 1));
        Assert.Equal((lasting, 0), (a.RegionAt(lasting)!.Start, a.RegionAt(lasting)!.Info.protection));
    }

    [Theory, EverySpace, Rule("R-VMR-38")]
    public void Is_copied_at_sending_when_others_share_it(SpaceKind kind)
    {
        using var estate = new Estate(kind);
        var (a, b) = (estate.NewTask("a"), estate.NewTask("b"));
        var lane = Lane(a, b);
        var page = a.Page;
        var source = a.Pattern(300);
        var shown = Estates.Share(a, source, 300);
        var expected = a.Get(source, (int)(300 * page));
        foreach (var deallocate in (bool[])[false, true])
        {
            Assert.Equal(MACH_MSG_SUCCESS, a.Send(Message(lane.Key, source, (uint)(300 * page), deallocate), out _));
            a.Put(shown, 0x71);
            Assert.Equal(MACH_MSG_SUCCESS, b.Receive(lane.Door, out var letter));
            Assert.True(b.Get(letter.Address(0), expected.Length).AsSpan().SequenceEqual(expected));
            b.Put(letter.Address(0), 0x72);
            Assert.Equal([0x71], a.Get(shown, 1));
            expected[0] = 0x71;
        }
        Assert.Equal(300 * page, a.Mapped);
    }

    [Theory, EverySpace, Rule("R-FAIL-7", "R-FAIL-1")]
    public void Comes_back_when_the_message_does_and_goes_with_it_when_it_is_destroyed(SpaceKind kind)
    {
        using var estate = new Estate(kind);
        var (a, b) = (estate.NewTask("a"), estate.NewTask("b"));
        var lane = Lane(a, b);
        var page = a.Page;
        for (var sent = 0; sent < 5; sent++)
            Assert.Equal(MACH_MSG_SUCCESS, a.Send(Message(lane.Key, a.Pattern(2), (uint)(2 * page), deallocate: true), out _));
        Assert.Equal(0UL, a.Mapped);
        foreach (var deallocate in (bool[])[true, false])
        {
            var source = a.Pattern(12, seed: 77);
            var expected = a.Get(source, (int)(12 * page));
            Assert.Equal(MACH_SEND_TIMED_OUT, a.Send(Message(lane.Key, source, (uint)(12 * page), deallocate), out var after));
            var back = BinaryPrimitives.ReadUInt64LittleEndian(after.AsSpan(28));
            Assert.Equal(expected, a.Get(back, expected.Length));
            Assert.Equal((deallocate ? 12UL : 24) * page, a.Mapped);
            a.Free(back, 12);
            if (!deallocate)
                a.Free(source, 12);
        }
        Assert.Equal(5, estate.Census.OutOfLineRegions);
        Assert.Equal(KERN_SUCCESS, b.Traps._kernelrpc_mach_port_mod_refs_trap(b.Self, lane.Door, MACH_PORT_RIGHT_RECEIVE, -1));
        Assert.Equal((0, 0L), (estate.Census.OutOfLineRegions, estate.Census.OutOfLineBytes));
    }

    [Fact, Rule("R-BODY-5")]
    public void Passes_between_tasks_of_different_addresses()
    {
        using var kernel = new ManagedKernel();
        using var process = new MappedTask(kernel, "process", new HostMemory());
        using var guest = new MappedTask(kernel, "guest", new PagedSpace());
        foreach (var (from, to) in ((MappedTask, MappedTask)[])[(process, guest), (guest, process)])
        {
            var lane = Lane(from, to);
            foreach (var deallocate in (bool[])[false, true])
            {
                var source = from.Pattern(40, seed: 8);
                var expected = from.Get(source, (int)(40 * from.Page));
                var letter = Carry(from, to, lane, Message(lane.Key, source, (uint)expected.Length, deallocate));
                Assert.Equal(expected, to.Get(letter.Address(0), expected.Length));
                Assert.Equal(KERN_SUCCESS, to.Vm.mach_vm_deallocate(to.Self, letter.Address(0), (ulong)expected.Length));
                from.Free(source, 40);
            }
            Assert.Equal((0UL, 0UL), (from.Mapped, to.Mapped));
            // What is shared in one is foreign to the other.
            var size = from.Page;
            var shown = from.Pattern(1);
            Assert.Equal(KERN_SUCCESS, from.Vm._mach_make_memory_entry(from.Self, ref size, shown, 3, out var handle, 0));
            var address = 0UL;
            Assert.Equal(KERN_NOT_SUPPORTED, from.Vm.mach_vm_map(from.ControlOf(to), ref address, from.Page, 0, VM_FLAGS_ANYWHERE, handle, 0, 0, 1, 1, 1));
            from.Free(shown, 1);
        }
    }
}
