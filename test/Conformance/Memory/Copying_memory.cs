namespace Mach.Conformance.Memory;

public class Copying_memory
{
    private const ulong Small = 32768;

    [Theory, EverySpace, Rule("R-VM-4", "R-VMA-30", "R-VMA-32")]
    public void Reading_gives_new_memory_with_a_snapshot(SpaceKind kind)
    {
        using var estate = new Estate(kind);
        var (task, other) = (estate.NewTask(), estate.NewTask("other"));
        var control = task.ControlOf(other);
        var count = (3 * Small / other.Page) + 2;
        var source = other.Pattern(count);
        foreach (var (offset, size) in ((ulong, ulong)[])[(0, 1), (5, 100), (7, Small), (0, Small + 1), (9, Small + 1), (0, count * other.Page), (100, 2 * other.Page + Small)])
        {
            var expected = other.Get(source + offset, (int)size);
            Assert.Equal(KERN_SUCCESS, task.Vm.mach_vm_read(control, source + offset, size, out var data, out var told));
            Assert.Equal((size, size > Small ? offset % other.Page : 0), (told, data % task.Page));
            other.Put(source + offset, 0xff);
            Assert.Equal(expected, task.Get(data, (int)size));
            other.Put(source + offset, expected.AsSpan(0, 1));
            task.Put(data, 0x77);
            Assert.Equal(expected[0], other.Get(source + offset, 1)[0]);
            var region = task.RegionAt(data)!;
            Assert.Equal(
                (VM_PROT_DEFAULT, VM_PROT_ALL, VM_INHERIT_DEFAULT), (region.Info.protection, region.Info.max_protection, region.Info.inheritance));
            Assert.Equal(KERN_SUCCESS, task.Vm.mach_vm_deallocate(task.Self, data, told));
            Assert.Equal(0UL, task.Mapped);
        }
        Assert.Equal(KERN_SUCCESS, task.Vm.mach_vm_read(control, source, 0, out var nothing, out var none));
        Assert.Equal((0UL, 0u), (nothing, none));
        Assert.Equal(KERN_INVALID_ARGUMENT, task.Vm.mach_vm_read(control, source, 1UL << 32, out _, out _));
        Assert.Equal(KERN_INVALID_ADDRESS, task.Vm.mach_vm_read(control, ulong.MaxValue - 5, 100, out _, out _));
    }

    [Theory, EverySpace, Rule("R-VM-4", "R-VMA-31")]
    public void What_cannot_be_read_gives_a_code_that_depends_on_the_size(SpaceKind kind)
    {
        using var estate = new Estate(kind);
        var task = estate.NewTask();
        var count = (2 * Small / task.Page) + 2;
        var address = task.Pages(count);
        task.Free(address + ((count - 1) * task.Page), 1);
        Assert.Equal(KERN_SUCCESS, task.Vm.mach_vm_protect(task.Self, address, task.Page, 0, VM_PROT_NONE));
        Assert.Equal(KERN_INVALID_ADDRESS, task.Vm.mach_vm_read(task.Self, address + task.Page - 1, 2, out _, out _));
        Assert.Equal(KERN_PROTECTION_FAILURE, task.Vm.mach_vm_read(task.Self, address, 2 * Small, out _, out _));
        var last = address + ((count - 1) * task.Page);
        Assert.Equal(KERN_INVALID_ADDRESS, task.Vm.mach_vm_read(task.Self, last - 1, 2, out _, out _));
        Assert.Equal(KERN_INVALID_ADDRESS, task.Vm.mach_vm_read(task.Self, last - Small, Small + 2, out _, out _));
        Assert.Equal(KERN_INVALID_ADDRESS, task.Vm.mach_vm_copy(task.Self, address, 1, address + task.Page));
        Assert.Equal(KERN_PROTECTION_FAILURE, task.Vm.mach_vm_copy(task.Self, address, Small + 1, address + task.Page));
    }

    [Theory, EverySpace, Rule("R-VMA-33")]
    public void A_list_is_read_entry_by_entry(SpaceKind kind)
    {
        using var estate = new Estate(kind);
        var task = estate.NewTask();
        var source = task.Pattern(2);
        mach_vm_read_entry_t list = default;
        list[0] = new mach_vm_read_entry { address = source + 3, size = 10 };
        list[1] = new mach_vm_read_entry { address = source, size = 0 };
        list[2] = new mach_vm_read_entry { address = 0x10, size = 10 };
        list[3] = new mach_vm_read_entry { address = source + 1, size = task.Page };
        list[4] = new mach_vm_read_entry { address = source, size = 5 };
        Assert.Equal(KERN_SUCCESS, task.Vm.mach_vm_read_list(task.Self, ref list, 4));
        Assert.Equal(task.Get(source + 3, 10), task.Get(list[0].address, 10));
        Assert.Equal(task.Get(source + 1, (int)task.Page), task.Get(list[3].address, (int)task.Page));
        Assert.Equal((0UL, 0UL, 0UL, 0UL), (list[1].address, list[1].size, list[2].address, list[2].size));
        Assert.Equal((source, 5UL), (list[4].address, list[4].size));
        list[1] = new mach_vm_read_entry { address = 0x10, size = 10 };
        list[0] = list[4];
        Assert.Equal(KERN_INVALID_ADDRESS, task.Vm.mach_vm_read_list(task.Self, ref list, 2));
        Assert.Equal(KERN_INVALID_ARGUMENT, task.Vm.mach_vm_read_list(task.Self, ref list, 257));
        Assert.Equal(KERN_SUCCESS, task.Vm.mach_vm_read_list(task.Self, ref list, 0));
    }

    [Theory, EverySpace, Rule("R-VMA-34", "R-VMA-36")]
    public void Reading_over_memory_writes_the_callers(SpaceKind kind)
    {
        using var estate = new Estate(kind);
        var (task, other) = (estate.NewTask(), estate.NewTask("other"));
        var control = task.ControlOf(other);
        var source = other.Pattern(20, seed: 9);
        var place = task.Pages(20);
        foreach (var (from, to, size) in ((ulong, ulong, ulong)[])[(0, 0, 1), (3, 5, 100), (1, 2, Small + 7), (0, 0, 20 * task.Page), (9, 9, 0)])
        {
            Assert.Equal(KERN_SUCCESS, task.Vm.mach_vm_read_overwrite(control, source + from, size, place + to, out var told));
            Assert.Equal(size, told);
            Assert.Equal(other.Get(source + from, (int)size), task.Get(place + to, (int)size));
        }
        Assert.Equal(KERN_SUCCESS, task.Vm.mach_vm_protect(task.Self, place, task.Page, 0, VM_PROT_READ));
        Assert.Equal(KERN_INVALID_ADDRESS, task.Vm.mach_vm_read_overwrite(control, source, 8, place, out _));
        Assert.Equal(KERN_PROTECTION_FAILURE, task.Vm.mach_vm_read_overwrite(control, source, Small + 1, place, out _));
        Assert.Equal(KERN_INVALID_ADDRESS, task.Vm.mach_vm_read_overwrite(control, source, 8, 0x10, out _));
        Assert.Equal(KERN_INVALID_ADDRESS, task.Vm.mach_vm_read_overwrite(control, source, 8, ulong.MaxValue - 3, out _));
    }

    [Theory, EverySpace, Rule("R-VM-4", "R-VMA-35", "R-VMA-36", "R-VMA-38")]
    public void Writing_goes_to_any_address_that_can_be_written_now(SpaceKind kind)
    {
        using var estate = new Estate(kind);
        var (task, other) = (estate.NewTask(), estate.NewTask("other"));
        var control = task.ControlOf(other);
        var count = (2 * Small / other.Page) + 2;
        var (source, place) = (task.Pattern(count, seed: 3), other.Pages(count, VM_MAKE_TAG(55)));
        foreach (var (from, to, size) in ((ulong, ulong, uint)[])[(0, 0, 1), (3, 5, 100), (1, 2, (uint)Small + 7), (0, 0, (uint)(count * task.Page)), (9, 9, 0)])
        {
            var expected = other.Get(place, (int)(count * other.Page));
            task.Get(source + from, (int)size).CopyTo(expected, (int)to);
            Assert.Equal(KERN_SUCCESS, task.Vm.mach_vm_write(control, place + to, source + from, size));
            Assert.Equal(expected, other.Get(place, expected.Length));
        }
        Assert.Equal(55u, other.RegionAt(place)!.Info.user_tag);
        Assert.Equal(KERN_SUCCESS, other.Vm.mach_vm_protect(other.Self, place, other.Page, 0, VM_PROT_READ));
        var before = other.Get(place, (int)(count * other.Page));
        Assert.Equal(KERN_INVALID_ADDRESS, task.Vm.mach_vm_write(control, place, source, 8));
        Assert.Equal(KERN_PROTECTION_FAILURE, task.Vm.mach_vm_write(control, place, source, (uint)Small + 1));
        Assert.Equal(before, other.Get(place, before.Length));
        Assert.Equal(KERN_INVALID_ADDRESS, task.Vm.mach_vm_write(control, 0x10, source, 8));
        Assert.Equal(KERN_INVALID_ADDRESS, task.Vm.mach_vm_write(control, ulong.MaxValue - 3, source, 8));
        Assert.Equal(KERN_SUCCESS, task.Vm.mach_vm_write(control, 0x10, 0, 0));
    }

    [Theory, EverySpace, Rule("R-VMA-37", "R-VMA-36")]
    public void Copying_within_a_task_moves_overlapping_bytes_as_they_were(SpaceKind kind)
    {
        using var estate = new Estate(kind);
        var task = estate.NewTask();
        var count = (4 * Small / task.Page) + 4;
        var place = task.Pattern(count);
        var size = (int)(count * task.Page);
        foreach (var (from, to, length) in ((int, int, int)[])
            [(0, 1, 100), (1, 0, 100), (0, (int)task.Page, 3 * (int)Small), ((int)task.Page, 0, 3 * (int)Small), (5, 17, 2 * (int)Small), (0, 0, size)])
        {
            var expected = task.Get(place, size);
            expected.AsSpan(from, length).ToArray().CopyTo(expected, to);
            Assert.Equal(KERN_SUCCESS, task.Vm.mach_vm_copy(task.Self, place + (ulong)from, (ulong)length, place + (ulong)to));
            Assert.Equal(expected, task.Get(place, size));
        }
        Assert.Equal(KERN_SUCCESS, task.Vm.mach_vm_copy(task.Self, 0x10, 0, 0x20));
        Assert.Equal(KERN_INVALID_ADDRESS, task.Vm.mach_vm_copy(task.Self, place, 8, place + (ulong)size - 4));
        Assert.Equal(KERN_INVALID_ADDRESS, task.Vm.mach_vm_copy(task.Self, place + (ulong)size - 4, 8, place));
        Assert.Equal(KERN_INVALID_ADDRESS, task.Vm.mach_vm_copy(task.Self, place, 8, ulong.MaxValue - 3));
    }

    [Theory, EverySpace, Rule("R-VMA-32", "R-VMR-38")]
    public void Chains_of_copies_are_each_their_own_however_long(SpaceKind kind)
    {
        using var estate = new Estate(kind);
        var task = estate.NewTask();
        var count = kind == SpaceKind.Process ? 300UL : 12;
        var address = task.Pattern(count);
        List<(ulong Address, byte[] Bytes)> chain = [(address, task.Get(address, (int)(count * task.Page)))];
        for (var level = 1; level <= 12; level++)
        {
            var (from, bytes) = chain[^1];
            Assert.Equal(KERN_SUCCESS, task.Vm.mach_vm_read(task.Self, from, count * task.Page, out var data, out _));
            var mine = bytes.ToArray();
            var page = (ulong)level * 7 % count;
            mine[(int)(page * task.Page) + level] = (byte)level;
            task.Put(data + (page * task.Page) + (ulong)level, (byte)level);
            chain.Add((data, mine));
            // An older one changes as well: nobody else may see it.
            var (old, oldBytes) = chain[level / 2];
            oldBytes[(int)(task.Page * ((ulong)level % count))] ^= 0x5a;
            task.Put(old + (task.Page * ((ulong)level % count)), oldBytes[(int)(task.Page * ((ulong)level % count))]);
            foreach (var (at, expected) in chain)
                Assert.True(task.Get(at, expected.Length).AsSpan().SequenceEqual(expected), $"level {level}");
        }
        for (var index = chain.Count - 1; index >= 0; index -= 2)
            task.Free(chain[index].Address, count);
        for (var index = chain.Count - 2; index >= 0; index -= 2)
        {
            Assert.True(task.Get(chain[index].Address, chain[index].Bytes.Length).AsSpan().SequenceEqual(chain[index].Bytes));
            task.Free(chain[index].Address, count);
        }
        Assert.Equal(0UL, task.Mapped);
    }
}
