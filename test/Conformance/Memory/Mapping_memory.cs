namespace Mach.Conformance.Memory;

public class Mapping_memory
{
    private static kern_return_t Map(MappedTask task, ref ulong address, ulong size, int flags, uint entry = 0, ulong offset = 0, bool copy = false, int current = 3, int maximum = 7, uint inheritance = 1, ulong mask = 0) =>
        task.Vm.mach_vm_map(task.Self, ref address, size, mask, flags, entry, offset, copy ? 1 : 0, current, maximum, inheritance);

    private static uint Entry(MappedTask task, ulong address, ulong size, int permission, out ulong told, uint parent = 0)
    {
        told = size;
        Assert.Equal(KERN_SUCCESS, task.Vm._mach_make_memory_entry(task.Self, ref told, address, permission, out var handle, parent));
        return handle;
    }

    [Theory, EveryMemoryRoute, Rule("R-VMR-1", "R-VMR-2", "R-VMR-3", "R-VMA-6")]
    public void Without_an_object_gives_zeroed_pages_where_they_were_asked_for(SpaceKind kind, Route route)
    {
        using var estate = new Estate(kind);
        var task = estate.NewTask();
        var calls = task.By(route);
        var page = task.Page;
        var address = 0UL;
        Assert.Equal(KERN_SUCCESS, calls.Map(ref address, page + 1, (page * 16) - 1, VM_FLAGS_ANYWHERE, VM_PROT_READ));
        Assert.Equal(0UL, address % (page * 16));
        Assert.Equal((2 * page, VM_PROT_READ, VM_PROT_ALL), (task.RegionAt(address)!.Size, task.RegionAt(address)!.Info.protection, task.RegionAt(address)!.Info.max_protection));
        Assert.Equal(new byte[8], task.Get(address, 8));
        Assert.False(task.CanWrite(address));
        // The address is a bound: the first place at or above it.
        var above = address + (64 * page) + 3;
        Assert.Equal(KERN_SUCCESS, calls.Map(ref above, page, 0, VM_FLAGS_ANYWHERE, VM_PROT_DEFAULT));
        Assert.InRange(above, address + (64 * page), task.Space.End);
        var beyond = task.Space.End - page;
        Assert.Equal(KERN_NO_SPACE, calls.Map(ref beyond, 2 * page, 0, VM_FLAGS_ANYWHERE, VM_PROT_DEFAULT));
        Assert.Equal(task.Space.End - page, beyond);
        var place = Estates.Corner(task) + page;
        Assert.Equal(KERN_NO_SPACE, calls.Map(ref place, page, (2 * page) - 1, VM_FLAGS_FIXED, VM_PROT_DEFAULT));
        Assert.Equal(KERN_SUCCESS, calls.Map(ref place, page, page - 1, VM_FLAGS_FIXED, VM_PROT_DEFAULT));
        Assert.Equal(KERN_NO_SPACE, calls.Map(ref place, page, 0, VM_FLAGS_FIXED, VM_PROT_DEFAULT));
        Assert.Equal(KERN_SUCCESS, calls.Map(ref place, page, 0, VM_FLAGS_FIXED | VM_FLAGS_OVERWRITE, VM_PROT_READ));
        (ulong At, ulong Size, int Flags, int Protection, kern_return_t Code)[] refused =
        [
            (place, 0, VM_FLAGS_ANYWHERE, 3, KERN_INVALID_ARGUMENT), (place, ulong.MaxValue, VM_FLAGS_ANYWHERE, 3, KERN_INVALID_ARGUMENT),
            (0UL - page, 2 * page, VM_FLAGS_FIXED, 3, KERN_INVALID_ARGUMENT), (0, page, VM_FLAGS_FIXED, 3, KERN_INVALID_ADDRESS),
            (place, page, 0x20 | VM_FLAGS_ANYWHERE, 3, KERN_INVALID_ARGUMENT), (place, page, VM_FLAGS_ANYWHERE, 8, KERN_INVALID_ARGUMENT),
            (place, page, VM_FLAGS_ANYWHERE, VM_PROT_COPY | 3, KERN_INVALID_ARGUMENT),
        ];
        foreach (var (at, size, flags, protection, code) in refused)
        {
            var asked = at;
            Assert.Equal(code, calls.Map(ref asked, size, 0, flags, protection));
            Assert.Equal(at, asked);
        }
    }

    [Theory, EverySpace, Rule("R-VMR-1", "R-VMR-3", "R-VM-6")]
    public void Protections_are_cut_and_what_is_no_memory_is_no_object(SpaceKind kind)
    {
        using var estate = new Estate(kind);
        var task = estate.NewTask();
        var address = 0UL;
        Assert.Equal(KERN_SUCCESS, Map(task, ref address, 1, VM_FLAGS_ANYWHERE, current: 7, maximum: VM_PROT_READ, inheritance: VM_INHERIT_NONE));
        var info = task.RegionAt(address)!.Info;
        Assert.Equal((VM_PROT_READ, VM_PROT_READ, VM_INHERIT_NONE), (info.protection, info.max_protection, info.inheritance));
        Assert.Equal(KERN_INVALID_ARGUMENT, Map(task, ref address, 1, VM_FLAGS_ANYWHERE, inheritance: 3));
        Assert.Equal(KERN_INVALID_OBJECT, Map(task, ref address, 1, VM_FLAGS_ANYWHERE, entry: task.Self));
        Assert.Equal(KERN_INVALID_OBJECT, Map(task, ref address, 1, VM_FLAGS_ANYWHERE, entry: task.Port()));
        Assert.Equal(KERN_INVALID_ARGUMENT, Map(task, ref address, task.Page, VM_FLAGS_ANYWHERE, entry: task.Self, offset: ulong.MaxValue));
        Assert.Equal(KERN_SUCCESS, Map(task, ref address, 1, VM_FLAGS_ANYWHERE, entry: MACH_PORT_DEAD, offset: 77, copy: true));
    }

    [Theory, EverySpace, Rule("R-VMR-4", "R-MEM-1", "R-MEM-6", "R-MEM-18", "R-VM-6", "R-VMR-16")]
    public void An_entry_is_the_same_memory_wherever_it_is_mapped(SpaceKind kind)
    {
        using var estate = new Estate(kind);
        var (task, other) = (estate.NewTask(), estate.NewTask("other"));
        var page = task.Page;
        var address = task.Pattern(4);
        var handle = Entry(task, address + page, 2 * page, VM_PROT_DEFAULT, out var told);
        Assert.Equal(2 * page, told);
        Assert.Equal(KERN_SUCCESS, new MachPortClient(task).mach_port_kobject(task.Self, handle, out var type, out _));
        Assert.Equal(28u, type);
        var (first, second) = (0UL, 0UL);
        Assert.Equal(KERN_SUCCESS, Map(task, ref first, 2 * page, VM_FLAGS_ANYWHERE, handle, maximum: 3));
        Assert.Equal(KERN_SUCCESS, task.Vm.mach_vm_map(task.ControlOf(other), ref second, page, 0, VM_FLAGS_ANYWHERE, handle, page, 0, 1, 1, 1));
        task.Put(address + (2 * page) + 9, 0xcd);
        Assert.Equal([0xcd], task.Get(first + page + 9, 1));
        Assert.Equal([0xcd], other.Get(second + 9, 1));
        Assert.False(other.CanWrite(second));
        task.Put(first, 0xce);
        Assert.Equal([0xce], task.Get(address + page, 1));
        var size = 0UL;
        var info = new int[9];
        var at = first;
        Assert.Equal(KERN_SUCCESS, task.Vm.mach_vm_region(task.Self, ref at, out size, VM_REGION_BASIC_INFO_64, info, out _, out _));
        Assert.Equal(1, info[3]);
        Assert.Equal(task.RegionAt(first)!.Info.object_id_full, other.RegionAt(second)!.Info.object_id_full);
        // Mappings outlive the entry and the task that made it.
        Assert.Equal(KERN_SUCCESS, task.Traps._kernelrpc_mach_port_deallocate_trap(task.Self, handle));
        task.Free(address, 4);
        Assert.Equal([0xce], task.Get(first, 1));
        task.Dispose();
        Assert.Equal([0xcd], other.Get(second + 9, 1));
    }

    [Theory, EverySpace, Rule("R-VMR-4", "R-VM-6")]
    public void An_entry_limits_protection_size_and_offset(SpaceKind kind)
    {
        using var estate = new Estate(kind);
        var task = estate.NewTask();
        var page = task.Page;
        var handle = Entry(task, task.Pattern(3), 3 * page, VM_PROT_READ, out _);
        var address = 0UL;
        Assert.Equal(KERN_INVALID_RIGHT, Map(task, ref address, page, VM_FLAGS_ANYWHERE, handle));
        Assert.Equal(KERN_INVALID_RIGHT, Map(task, ref address, page, VM_FLAGS_ANYWHERE, handle, current: VM_PROT_READ));
        Assert.Equal(KERN_INVALID_ARGUMENT, Map(task, ref address, page, VM_FLAGS_ANYWHERE, handle, offset: 3, current: 1, maximum: 1));
        Assert.Equal(KERN_INVALID_ARGUMENT, Map(task, ref address, 3 * page + 1, VM_FLAGS_ANYWHERE, handle, current: 1, maximum: 1));
        Assert.Equal(KERN_INVALID_ARGUMENT, Map(task, ref address, 2 * page, VM_FLAGS_ANYWHERE, handle, offset: 2 * page, current: 1, maximum: 1));
        Assert.Equal(0UL, address);
        Assert.Equal(KERN_SUCCESS, Map(task, ref address, page, VM_FLAGS_ANYWHERE, handle, current: 7 | VM_PROT_IS_MASK, maximum: 7 | VM_PROT_IS_MASK));
        Assert.Equal((1, 1), (task.RegionAt(address)!.Info.protection, task.RegionAt(address)!.Info.max_protection));
    }

    [Theory, EverySpace, Rule("R-VMR-4")]
    public void A_copy_of_an_entry_is_private(SpaceKind kind)
    {
        using var estate = new Estate(kind);
        var task = estate.NewTask();
        var source = task.Pattern(2);
        var expected = task.Get(source, (int)(2 * task.Page));
        var handle = Entry(task, source, 2 * task.Page, VM_PROT_DEFAULT, out _);
        var address = 0UL;
        Assert.Equal(KERN_SUCCESS, Map(task, ref address, 2 * task.Page, VM_FLAGS_ANYWHERE, handle, copy: true, maximum: VM_PROT_DEFAULT));
        task.Put(source, 0x11, 0x22);
        Assert.Equal(expected, task.Get(address, expected.Length));
        task.Put(address + task.Page, 0x99);
        Assert.Equal(expected[(int)task.Page], task.Get(source + task.Page, 1)[0]);
    }

    [Theory, EverySpace, Rule("R-VMR-5", "R-MEM-8")]
    public void A_data_address_leads_to_the_byte(SpaceKind kind)
    {
        using var estate = new Estate(kind);
        var task = estate.NewTask();
        var page = task.Page;
        var source = task.Pattern(4);
        var handle = Entry(task, source + 100, 2 * page, VM_PROT_DEFAULT | MAP_MEM_USE_DATA_ADDR, out var told);
        Assert.Equal((3 * page) - 100, told);
        var address = 0UL;
        Assert.Equal(KERN_SUCCESS, Map(task, ref address, page, VM_FLAGS_ANYWHERE | VM_FLAGS_RETURN_DATA_ADDR, handle, offset: 7, maximum: 3));
        Assert.Equal(107UL, address % page);
        Assert.Equal(task.Get(source + 107, 50), task.Get(address, 50));
        Assert.Equal(2 * page, task.RegionAt(address)!.Size);
        address = 0;
        Assert.Equal(KERN_SUCCESS, Map(task, ref address, page, VM_FLAGS_ANYWHERE | VM_FLAGS_RETURN_4K_DATA_ADDR, handle, offset: page + 7, maximum: 3));
        Assert.Equal(task.Get(source + ((page + 107) & ~0xfffUL), 8), task.Get(address, 8));
        address = 0;
        Assert.Equal(KERN_SUCCESS, Map(task, ref address, page, VM_FLAGS_ANYWHERE, handle, maximum: 3));
        Assert.Equal((0UL, task.Get(source, 1)[0]), (address % page, task.Get(address, 1)[0]));
        Assert.Equal(KERN_INVALID_ARGUMENT, Map(task, ref address, 3 * page, VM_FLAGS_ANYWHERE | VM_FLAGS_RETURN_DATA_ADDR, handle, maximum: 3));
    }

    [Theory, EverySpace, Rule("R-VMR-6", "R-MEM-9", "R-MEM-10")]
    public void Entries_of_ranges_share_or_copy_all_of_them(SpaceKind kind)
    {
        using var estate = new Estate(kind);
        var task = estate.NewTask();
        var page = task.Page;
        var source = task.Pattern(4);
        Assert.Equal(KERN_SUCCESS, task.Vm.mach_vm_inherit(task.Self, source + page, page, VM_INHERIT_NONE));
        var bytes = task.Get(source, (int)(4 * page));
        var shared = Entry(task, source, 4 * page, VM_PROT_DEFAULT | MAP_MEM_VM_SHARE, out var sharedSize);
        var copied = Entry(task, source, 4 * page, VM_PROT_ALL | MAP_MEM_VM_COPY, out var copiedSize);
        Assert.Equal((4 * page, 4 * page), (sharedSize, copiedSize));
        var (one, two, three) = (0UL, 0UL, 0UL);
        Assert.Equal(KERN_SUCCESS, Map(task, ref one, 4 * page, VM_FLAGS_ANYWHERE, shared, maximum: 3));
        Assert.Equal(KERN_SUCCESS, Map(task, ref two, 4 * page, VM_FLAGS_ANYWHERE, copied));
        Assert.Equal(KERN_SUCCESS, Map(task, ref three, 4 * page, VM_FLAGS_ANYWHERE, copied));
        task.Put(source + page, 0xf1);
        Assert.Equal([0xf1], task.Get(one + page, 1));
        Assert.Equal(bytes, task.Get(two, bytes.Length));
        task.Put(two, 0xf2);
        Assert.Equal([0xf2], task.Get(three, 1));
        Assert.Equal(bytes[0], task.Get(source, 1)[0]);
        foreach (var flag in (int[])[VM_FLAGS_RANDOM_ADDR, VM_FLAGS_PERMANENT, VM_FLAGS_NO_CACHE, VM_FLAGS_PURGABLE])
            Assert.Equal(KERN_INVALID_ARGUMENT, Map(task, ref one, page, VM_FLAGS_ANYWHERE | flag, shared, maximum: 3));
        // Neither may be a parent.
        var size = page;
        Assert.Equal(KERN_INVALID_ARGUMENT, task.Vm._mach_make_memory_entry(task.Self, ref size, 0, VM_PROT_READ, out _, shared));
        // A hole, or a part that cannot be read.
        task.Free(source + (2 * page), 1);
        size = 4 * page;
        Assert.Equal(KERN_INVALID_ADDRESS, task.Vm._mach_make_memory_entry(task.Self, ref size, source, 3 | MAP_MEM_VM_SHARE, out _, 0));
        size = 4 * page;
        Assert.Equal(KERN_INVALID_ADDRESS, task.Vm._mach_make_memory_entry(task.Self, ref size, source, 3 | MAP_MEM_VM_COPY, out _, 0));
        Assert.Equal(KERN_SUCCESS, task.Vm.mach_vm_protect(task.Self, source, page, 0, VM_PROT_NONE));
        size = page;
        Assert.Equal(KERN_PROTECTION_FAILURE, task.Vm._mach_make_memory_entry(task.Self, ref size, source, 1 | MAP_MEM_VM_COPY, out _, 0));
        size = 2 * page;
        Assert.Equal(KERN_PROTECTION_FAILURE, task.Vm._mach_make_memory_entry(task.Self, ref size, source, 1 | MAP_MEM_VM_SHARE, out _, 0));
    }

    [Theory, EverySpace, Rule("R-MEM-2", "R-MEM-3", "R-MEM-4", "R-MEM-6", "R-MEM-7")]
    public void Making_an_entry_checks_everything(SpaceKind kind)
    {
        using var estate = new Estate(kind);
        var task = estate.NewTask();
        var page = task.Page;
        var source = task.Pages(3);
        Assert.Equal(KERN_SUCCESS, task.Vm.mach_vm_protect(task.Self, source + page, page, 0, VM_PROT_READ));
        (ulong Offset, ulong Size, int Permission, kern_return_t Code)[] refused =
        [
            (source, page, VM_PROT_READ | 0x100, KERN_INVALID_VALUE), (source, page, VM_PROT_READ | 0x1000, KERN_INVALID_VALUE),
            (source, 0, VM_PROT_READ, KERN_INVALID_ARGUMENT), (source, ulong.MaxValue, VM_PROT_READ, KERN_INVALID_ARGUMENT),
            (Estates.Corner(task), page, VM_PROT_READ, KERN_INVALID_ADDRESS), (source + page, page, VM_PROT_DEFAULT, KERN_PROTECTION_FAILURE),
            (source + page, page, VM_PROT_WRITE | VM_PROT_IS_MASK, KERN_PROTECTION_FAILURE), (source, page, MAP_MEM_ONLY, KERN_INVALID_ARGUMENT),
        ];
        foreach (var (offset, size, permission, code) in refused)
        {
            var told = size;
            Assert.Equal(code, task.Vm._mach_make_memory_entry(task.Self, ref told, offset, permission, out var none, 0));
            Assert.Equal(0u, none);
        }
        // As far as one region reaches; other low bits are ignored; a mask is cut; no entry is no parent.
        _ = Entry(task, source + 5, 3 * page, VM_PROT_READ | 0x20, out var reached, parent: task.Port());
        Assert.Equal(page, reached);
        var masked = Entry(task, source + page, page, VM_PROT_ALL | VM_PROT_IS_MASK, out _);
        var address = 0UL;
        Assert.Equal(KERN_SUCCESS, Map(task, ref address, page, VM_FLAGS_ANYWHERE, masked, current: 1, maximum: 1));
        Assert.Equal(KERN_INVALID_RIGHT, Map(task, ref address, page, VM_FLAGS_ANYWHERE, masked, current: 1, maximum: 3));
        // No map.
        var name = task.WeakPort(TASK_READ_PORT);
        var left = page;
        Assert.Equal(KERN_INVALID_TASK, task.Vm._mach_make_memory_entry(name, ref left, source, VM_PROT_READ, out _, 0));
    }

    [Theory, EverySpace, Rule("R-MEM-5")]
    public void An_entry_can_be_of_memory_that_is_nowhere_yet(SpaceKind kind)
    {
        using var estate = new Estate(kind);
        var task = estate.NewTask();
        var page = task.Page;
        var name = task.WeakPort(TASK_READ_PORT);
        var size = page + 1;
        Assert.Equal(KERN_SUCCESS, task.Vm._mach_make_memory_entry(name, ref size, 0, VM_PROT_DEFAULT | MAP_MEM_NAMED_CREATE, out var handle, 0));
        Assert.Equal(2 * page, size);
        var (one, two) = (0UL, 0UL);
        Assert.Equal(KERN_SUCCESS, Map(task, ref one, size, VM_FLAGS_ANYWHERE, handle, maximum: 3));
        Assert.Equal(KERN_SUCCESS, Map(task, ref two, page, VM_FLAGS_ANYWHERE, handle, offset: page, maximum: 3));
        Assert.Equal(new byte[size], task.Get(one, (int)size));
        task.Put(one + page, 0x42);
        Assert.Equal([0x42], task.Get(two, 1));
        size = 0;
        Assert.Equal(KERN_SUCCESS, task.Vm._mach_make_memory_entry(name, ref size, 0, MAP_MEM_NAMED_CREATE, out var none, 0));
        Assert.Equal((0u, 0UL), (none, size));
        foreach (var wrong in (int[])[MAP_MEM_USE_DATA_ADDR | 3, MAP_MEM_4K_DATA_ADDR | 3, MAP_MEM_PURGABLE | 1])
        {
            size = page;
            Assert.Equal(KERN_INVALID_ARGUMENT, task.Vm._mach_make_memory_entry(name, ref size, 0, MAP_MEM_NAMED_CREATE | wrong, out _, 0));
        }
    }

    [Theory, EverySpace, Rule("R-MEM-17")]
    public void The_host_makes_entries_of_memory_without_a_pager(SpaceKind kind)
    {
        using var estate = new Estate(kind);
        var task = estate.NewTask();
        var calls = new MachHostClient(task);
        var host = task.Traps.host_self_trap();
        foreach (var (size, code) in ((ulong, kern_return_t)[])[(0, KERN_INVALID_ARGUMENT), (ulong.MaxValue, KERN_INVALID_ARGUMENT)])
            Assert.Equal(code, calls.mach_memory_object_memory_entry_64(host, 1, size, 3, 0, out _));
        Assert.Equal(KERN_INVALID_ARGUMENT, calls.mach_memory_object_memory_entry_64(host, 0, task.Page, 3, 0, out _));
        Assert.Equal(KERN_NOT_SUPPORTED, calls.mach_memory_object_memory_entry_64(host, 1, task.Page, 3, task.Port(), out _));
        Assert.Equal(KERN_INVALID_HOST, calls.mach_memory_object_memory_entry_64(task.Self, 1, task.Page, 3, 0, out _));
        Assert.Equal(KERN_SUCCESS, calls.mach_memory_object_memory_entry_64(host, 1, task.Page + 1, 3, 0, out var handle));
        Assert.Equal(KERN_SUCCESS, calls.mach_memory_object_memory_entry(host, 1, task.Page, 3, 0, out _));
        var address = 0UL;
        Assert.Equal(KERN_SUCCESS, Map(task, ref address, 2 * task.Page, VM_FLAGS_ANYWHERE, handle, maximum: 3));
        Assert.Equal(new byte[task.Page], task.Get(address, (int)task.Page));
    }

    [Theory, EverySpace, Rule("R-VMA-20")]
    public void Memory_may_be_written_and_executed_at_once_without_a_hardened_policy(SpaceKind kind)
    {
        using var estate = new Estate(kind);
        var task = estate.NewTask();
        var address = 0UL;
        Assert.Equal(KERN_SUCCESS, Map(task, ref address, task.Page, VM_FLAGS_ANYWHERE, current: VM_PROT_ALL));
        Assert.Equal(VM_PROT_ALL, task.RegionAt(address)!.Info.protection);
        task.Put(address, 1);
    }

    [Theory, EverySpace, Rule("R-VMA-5")]
    public void The_older_names_send_the_same_numbers(SpaceKind kind)
    {
        using var estate = new Estate(kind);
        var task = estate.NewTask();
        var older = new VmMapLp64Client(task);
        var address = task.Pattern(2);
        var expected = task.Get(address, 100);
        Assert.Equal(KERN_SUCCESS, older._kernelrpc_vm_read(task.Self, address, 100, out var data, out _));
        Assert.Equal(expected, task.Get(data, 100));
        Assert.Equal(KERN_SUCCESS, older.vm_write(task.Self, address + task.Page, data, 100));
        Assert.Equal(expected, task.Get(address + task.Page, 100));
        Assert.Equal(KERN_SUCCESS, older.vm_copy(task.Self, address, 50, address + 200));
        Assert.Equal(KERN_SUCCESS, older.vm_inherit(task.Self, address, task.Page, VM_INHERIT_NONE));
        Assert.Equal(VM_INHERIT_NONE, task.RegionAt(address)!.Info.inheritance);
        Assert.Equal(KERN_SUCCESS, older.vm_behavior_set(task.Self, address, task.Page, VM_BEHAVIOR_RANDOM));
        Assert.Equal(KERN_SUCCESS, older.vm_msync(task.Self, address, task.Page, VM_SYNC_SYNCHRONOUS));
        var at = address;
        Assert.Equal(KERN_SUCCESS, older.vm_region_64(task.Self, ref at, out var size, VM_REGION_BASIC_INFO_64, new int[9], out _, out _));
        Assert.Equal((address, task.Page), (at, size));
    }

    [Theory, EverySpace, Rule("R-MEM-11", "R-MEM-12", "R-MEM-13")]
    public void A_child_is_a_part_of_its_parent_and_may_do_no_more(SpaceKind kind)
    {
        using var estate = new Estate(kind);
        var task = estate.NewTask();
        var page = task.Page;
        var source = task.Pattern(4);
        var parent = Entry(task, source, 4 * page, VM_PROT_READ, out _);
        var child = Entry(task, page, 2 * page, VM_PROT_READ, out var told, parent);
        Assert.Equal(2 * page, told);
        var address = 0UL;
        Assert.Equal(KERN_SUCCESS, Map(task, ref address, 2 * page, VM_FLAGS_ANYWHERE, child, current: 1, maximum: 1));
        Assert.Equal(task.Get(source + page, 16), task.Get(address, 16));
        var size = 2 * page;
        Assert.Equal(KERN_INVALID_ARGUMENT, task.Vm._mach_make_memory_entry(task.Self, ref size, 3 * page, VM_PROT_READ, out _, parent));
        size = page;
        Assert.Equal(KERN_PROTECTION_FAILURE, task.Vm._mach_make_memory_entry(task.Self, ref size, 0, VM_PROT_DEFAULT, out _, parent));
        // The same range again with reuse is the same port.
        var again = Entry(task, source, 4 * page, VM_PROT_READ | MAP_MEM_NAMED_REUSE, out _, parent);
        Assert.Equal(parent, again);
        Assert.NotEqual(parent, Entry(task, source, page, VM_PROT_READ | MAP_MEM_NAMED_REUSE, out _, parent));
        // Attributes of caches.
        size = page;
        Assert.Equal(KERN_SUCCESS, task.Vm._mach_make_memory_entry(task.Self, ref size, 0, MAP_MEM_ONLY, out var none, parent));
        Assert.Equal(0u, none);
        Assert.Equal(KERN_INVALID_RIGHT, task.Vm._mach_make_memory_entry(task.Self, ref size, 0, MAP_MEM_ONLY | (MAP_MEM_IO << 24), out _, parent));
    }

    [Theory, EverySpace, Rule("R-MEM-15", "R-MEM-16")]
    public void Ownership_and_tracking_are_answered_for_entries_only(SpaceKind kind)
    {
        using var estate = new Estate(kind);
        var task = estate.NewTask();
        var calls = new MemoryEntryClient(task);
        var handle = Entry(task, task.Pages(2), 2 * task.Page, VM_PROT_DEFAULT, out _);
        var part = Entry(task, 0, task.Page, VM_PROT_DEFAULT, out _, handle);
        var tracking = 0;
        Assert.Equal(KERN_NOT_SUPPORTED, calls.mach_memory_entry_access_tracking(handle, ref tracking, out _, out _));
        Assert.Equal(KERN_INVALID_ARGUMENT, calls.mach_memory_entry_access_tracking(task.Self, ref tracking, out _, out _));
        Assert.Equal(KERN_SUCCESS, calls.mach_memory_entry_ownership(handle, 0, VM_LEDGER_TAG_UNCHANGED, 0));
        Assert.Equal(KERN_SUCCESS, calls.mach_memory_entry_ownership(handle, task.Self, VM_LEDGER_TAG_DEFAULT, 0));
        Assert.Equal(KERN_INVALID_ARGUMENT, calls.mach_memory_entry_ownership(handle, 0, 6, 0));
        Assert.Equal(KERN_INVALID_ARGUMENT, calls.mach_memory_entry_ownership(handle, 0, 0, 4));
        Assert.Equal(KERN_INVALID_ARGUMENT, calls.mach_memory_entry_ownership(part, 0, 0, 0));
        Assert.Equal(KERN_INVALID_ARGUMENT, calls.mach_memory_entry_ownership(task.Self, 0, 0, 0));
    }
}
