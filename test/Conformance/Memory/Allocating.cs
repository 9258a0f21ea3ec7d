namespace Mach.Conformance.Memory;

public class Allocating
{
    [Theory, EveryMemoryRoute, Rule("R-VM-1", "R-VMA-9", "R-VMA-12")]
    public void Anywhere_gives_zeroed_pages_wherever_the_address_points(SpaceKind kind, Route route)
    {
        using var estate = new Estate(kind);
        var task = estate.NewTask();
        foreach (var hint in (ulong[])[0, 0x10, 0x1_0000_3000, ulong.MaxValue])
        {
            var address = hint;
            Assert.Equal(KERN_SUCCESS, task.By(route).Allocate(ref address, task.Page + 1, VM_FLAGS_ANYWHERE));
            Assert.Equal(0UL, address % task.Page);
            var region = task.RegionAt(address)!;
            Assert.Equal((address, 2 * task.Page), (region.Start, region.Size));
            Assert.Equal(
                (VM_PROT_DEFAULT, VM_PROT_ALL, VM_INHERIT_DEFAULT, VM_BEHAVIOR_DEFAULT, 0u),
                (region.Info.protection, region.Info.max_protection, region.Info.inheritance, region.Info.behavior, region.Info.user_tag));
            Assert.Equal(-1, task.Get(address, (int)(2 * task.Page)).AsSpan().IndexOfAnyExcept((byte)0));
            task.Put(address, task.Get(address, 8).AsSpan());
            task.Put(address + task.Page, [.. Enumerable.Repeat((byte)0xee, (int)task.Page)]);
            task.Free(address, 2);
        }
        Assert.Equal(0UL, task.Mapped);
    }

    [Theory, EveryMemoryRoute, Rule("R-VMA-12", "R-VMA-6", "R-VMA-17", "R-VMA-11")]
    public void Is_refused_for_sizes_and_flags_that_cannot_be_and_leaves_the_address(SpaceKind kind, Route route)
    {
        using var estate = new Estate(kind);
        var task = estate.NewTask();
        (ulong Size, int Flags, kern_return_t Code)[] refused =
        [
            (ulong.MaxValue, VM_FLAGS_ANYWHERE, KERN_INVALID_ARGUMENT),
            (ulong.MaxValue - 100, VM_FLAGS_ANYWHERE, KERN_INVALID_ARGUMENT),
            (1UL << 62, VM_FLAGS_ANYWHERE, KERN_NO_SPACE),
            (1UL << 47, VM_FLAGS_ANYWHERE, KERN_NO_SPACE),
            (task.Page, VM_FLAGS_ANYWHERE | VM_FLAGS_RESILIENT_CODESIGN, KERN_INVALID_ARGUMENT),
            (task.Page, VM_FLAGS_ANYWHERE | VM_FLAGS_RESILIENT_MEDIA, KERN_INVALID_ARGUMENT),
            (task.Page, VM_FLAGS_ANYWHERE | VM_FLAGS_RETURN_DATA_ADDR, KERN_INVALID_ARGUMENT),
            (task.Page, VM_FLAGS_ANYWHERE | 0x100, KERN_INVALID_ARGUMENT),
            (0, 0x100, KERN_INVALID_ARGUMENT),
            (task.Page, VM_FLAGS_ANYWHERE | VM_FLAGS_SUPERPAGE_SIZE_2MB, KERN_INVALID_ARGUMENT),
            (task.Page, VM_FLAGS_ANYWHERE | VM_FLAGS_SUPERPAGE_SIZE_ANY | VM_FLAGS_PURGABLE, KERN_INVALID_ARGUMENT),
        ];
        foreach (var (size, flags, code) in refused)
        {
            var address = 0x1234UL;
            Assert.Equal(code, task.By(route).Allocate(ref address, size, flags));
            Assert.Equal(0x1234UL, address);
        }
        Assert.Equal(0UL, task.Mapped);
    }

    [Theory, EveryMemoryRoute, Rule("R-VM-1", "R-VMA-11")]
    public void Nothing_gives_the_null_address(SpaceKind kind, Route route)
    {
        using var estate = new Estate(kind);
        var task = estate.NewTask();
        foreach (var flags in (int[])[VM_FLAGS_ANYWHERE, VM_FLAGS_FIXED])
        {
            var address = 0x5000UL;
            Assert.Equal(KERN_SUCCESS, task.By(route).Allocate(ref address, 0, flags));
            Assert.Equal(0UL, address);
        }
    }

    [Theory, EveryMemoryRoute, Rule("R-VMA-13", "R-VM-1")]
    public void A_fixed_place_is_cut_to_its_page_before_the_size_counts(SpaceKind kind, Route route)
    {
        using var estate = new Estate(kind);
        var task = estate.NewTask();
        var page = task.Page;
        var place = Estates.Corner(task);
        var address = place + 1;
        Assert.Equal(KERN_SUCCESS, task.By(route).Allocate(ref address, page, VM_FLAGS_FIXED));
        Assert.Equal((place, page), (address, task.RegionAt(place)!.Size));
        // Any overlap is refused and changes nothing.
        address = place;
        Assert.Equal(KERN_NO_SPACE, task.By(route).Allocate(ref address, 3 * page, VM_FLAGS_FIXED));
        address = place - page;
        Assert.Equal(KERN_NO_SPACE, task.By(route).Allocate(ref address, 2 * page, VM_FLAGS_FIXED));
        Assert.Equal(page, task.Mapped);
        address = place + page;
        Assert.Equal(KERN_SUCCESS, task.By(route).Allocate(ref address, page + 1, VM_FLAGS_FIXED));
        Assert.Equal(3 * page, task.Mapped);
        // Outside of the map, and beyond the end of addresses.
        foreach (var (at, size, code) in ((ulong, ulong, kern_return_t)[])
            [
                (0, page, KERN_INVALID_ADDRESS), (task.Space.End, page, KERN_INVALID_ADDRESS),
                (task.Space.End - page, 2 * page, KERN_INVALID_ADDRESS), (0UL - page, 2 * page, KERN_INVALID_ADDRESS),
                (place, ulong.MaxValue, KERN_INVALID_ARGUMENT), (place, 0UL - (2 * page), KERN_INVALID_ADDRESS),
            ])
        {
            address = at;
            Assert.Equal(code, task.By(route).Allocate(ref address, size, VM_FLAGS_FIXED));
            Assert.Equal(at, address);
        }
        task.Free(place, 3);
    }

    [Theory, EveryMemoryRoute, Rule("R-VMA-14", "R-VM-1")]
    public void Overwriting_replaces_what_is_there_and_fills_the_holes(SpaceKind kind, Route route)
    {
        using var estate = new Estate(kind);
        var task = estate.NewTask();
        var page = task.Page;
        foreach (var place in (ulong[])[Estates.Corner(task), Estates.Hollow(task, 6)])
        {
            var at = place + page;
            Assert.Equal(KERN_SUCCESS, task.By(route).Allocate(ref at, 2 * page, VM_FLAGS_FIXED));
            task.Put(at, 7, 7);
            task.Put(at + page, 8);
            at = place + (2 * page);
            Assert.Equal(KERN_SUCCESS, task.By(route).Allocate(ref at, 3 * page, VM_FLAGS_FIXED | VM_FLAGS_OVERWRITE | VM_MAKE_TAG(77)));
            Assert.Equal(4 * page, task.Mapped);
            Assert.Equal([7, 7], task.Get(place + page, 2));
            Assert.Equal(new byte[3 * page], task.Get(at, (int)(3 * page)));
            task.Put(at + (2 * page), 9);
            Assert.Equal((at, 3 * page, 77u), (task.RegionAt(at)!.Start, task.RegionAt(at)!.Size, task.RegionAt(at)!.Info.user_tag));
            task.Free(place, 6);
            Assert.Equal(0UL, task.Mapped);
        }
        // Anywhere there is nothing to overwrite.
        var first = task.Pages(1, VM_FLAGS_OVERWRITE);
        var second = first;
        Assert.Equal(KERN_SUCCESS, task.By(route).Allocate(ref second, page, VM_FLAGS_ANYWHERE | VM_FLAGS_OVERWRITE));
        Assert.NotEqual(first, second);
    }

    [Theory, EveryMemoryRoute, Rule("R-VMA-22", "R-VMA-14")]
    public void What_is_permanent_stays_in_place_without_access(SpaceKind kind, Route route)
    {
        using var estate = new Estate(kind);
        var task = estate.NewTask();
        var address = task.Pages(2, VM_FLAGS_PERMANENT);
        task.Put(address, 5);
        Assert.Equal(KERN_SUCCESS, task.By(route).Deallocate(address, task.Page));
        Assert.Equal((address, task.Page), (task.RegionAt(address)!.Start, task.RegionAt(address)!.Size));
        Assert.Equal((0, 0), (task.RegionAt(address)!.Info.protection, task.RegionAt(address)!.Info.max_protection));
        Assert.False(task.CanRead(address));
        Assert.True(task.CanRead(address + task.Page));
        var place = address + task.Page;
        Assert.Equal(KERN_NO_SPACE, task.By(route).Allocate(ref place, task.Page, VM_FLAGS_OVERWRITE));
        Assert.False(task.CanRead(address + task.Page));
        Assert.Equal(KERN_PROTECTION_FAILURE, task.By(route).Protect(address, task.Page, maximum: false, VM_PROT_READ));
        Assert.Equal(2 * task.Page, task.Mapped);
    }

    [Theory, EverySpace, Rule("R-VMA-15", "R-VMA-10")]
    public void A_random_place_is_a_free_one_and_tags_are_kept(SpaceKind kind)
    {
        using var estate = new Estate(kind);
        var task = estate.NewTask();
        foreach (var tag in (int[])[0, 1, 13, 20, 30, 99, 240, 255])
        {
            var address = task.Pages(3, VM_FLAGS_RANDOM_ADDR | VM_MAKE_TAG(tag));
            Assert.Equal((uint)tag, task.RegionAt(address)!.Info.user_tag);
            task.Put(address + (3 * task.Page) - 1, 1);
        }
        Assert.Equal(8 * 3 * task.Page, task.Mapped);
    }

    [Theory, EveryMemoryRoute, Rule("R-VM-2", "R-VMA-21")]
    public void Deallocating_takes_whole_pages_and_no_notice_of_holes(SpaceKind kind, Route route)
    {
        using var estate = new Estate(kind);
        var task = estate.NewTask();
        var page = task.Page;
        var address = task.Pattern(8);
        var calls = task.By(route);
        Assert.Equal(KERN_SUCCESS, calls.Deallocate(address + (2 * page) + 5, 1));
        Assert.Equal(KERN_SUCCESS, calls.Deallocate(address + (4 * page) + 5, page));
        Assert.Equal(5 * page, task.Mapped);
        Assert.Equal([(address, 2 * page), (address + (3 * page), page), (address + (6 * page), 2 * page)], task.Regions().Select(r => (r.Start, r.Size)));
        foreach (var hole in (ulong[])[2, 4, 5])
            Assert.False(task.IsMapped(address + (hole * page)));
        Assert.Equal(KERN_SUCCESS, calls.Deallocate(address, 0));
        Assert.Equal(KERN_SUCCESS, calls.Deallocate(ulong.MaxValue, 0));
        Assert.Equal(KERN_INVALID_ARGUMENT, calls.Deallocate(address, ulong.MaxValue));
        Assert.Equal(KERN_INVALID_ARGUMENT, calls.Deallocate(ulong.MaxValue - 1, 1));
        // A range that leaves the map takes nothing along.
        Assert.Equal(KERN_SUCCESS, calls.Deallocate(0, address + (8 * page)));
        Assert.Equal(KERN_SUCCESS, calls.Deallocate(address, 0UL - page - address));
        Assert.Equal(5 * page, task.Mapped);
        Assert.Equal(KERN_SUCCESS, calls.Deallocate(address, 8 * page));
        Assert.Equal(0UL, task.Mapped);
    }

    [Theory, EverySpace, Rule("R-VMA-18", "R-VMA-19")]
    public void A_large_allocation_is_one_region_and_costs_nothing_until_it_is_used(SpaceKind kind)
    {
        using var estate = new Estate(kind);
        var task = estate.NewTask();
        var count = kind == SpaceKind.Guest ? 300UL : 1UL << 20;
        var address = task.Pages(count);
        Assert.Equal((address, count * task.Page), (task.RegionAt(address + task.Page)!.Start, task.RegionAt(address)!.Size));
        task.Put(address + (count * task.Page) - 1, 1);
        task.Free(address, count);
    }

    [Theory, EverySpace, Rule("R-VMA-4")]
    public unsafe void A_pointer_that_is_none_is_a_memory_error_and_nothing_is_allocated(SpaceKind kind)
    {
        using var estate = new Estate(kind);
        var task = estate.NewTask();
        foreach (var pointer in (ulong[])[0, 3, 0x7fff_ffff_f000, ulong.MaxValue])
        {
            Assert.Equal(
                KERN_MEMORY_ERROR,
                task.Traps._kernelrpc_mach_vm_allocate_trap(task.Self, new UserPtr<ulong>(pointer), task.Page, VM_FLAGS_ANYWHERE));
            Assert.Equal(
                KERN_MEMORY_ERROR,
                task.Traps._kernelrpc_mach_vm_map_trap(task.Self, new UserPtr<ulong>(pointer), task.Page, 0, VM_FLAGS_ANYWHERE, 3));
            Assert.Equal(KERN_MEMORY_ERROR, task.Traps._kernelrpc_mach_vm_purgable_control_trap(task.Self, 0, 1, new UserPtr<int>(pointer)));
        }
        // Readable and not writable: the memory was there for a moment.
        var place = task.Pages(1);
        Assert.Equal(KERN_SUCCESS, task.Vm.mach_vm_protect(task.Self, place, task.Page, 0, VM_PROT_READ));
        Assert.Equal(
            KERN_MEMORY_ERROR,
            task.Traps._kernelrpc_mach_vm_allocate_trap(task.Self, new UserPtr<ulong>(place), task.Page, VM_FLAGS_ANYWHERE));
        Assert.Equal(task.Page, task.Mapped);
        // The name of something else: the message is to be sent.
        foreach (var name in (uint[])[0, uint.MaxValue, task.Port(), 0x7777])
            Assert.Equal(MACH_SEND_INVALID_DEST, task.Traps._kernelrpc_mach_vm_deallocate_trap(name, place, task.Page));
    }

    [Theory, EverySpace, Rule("R-VMA-1", "R-VMA-2", "R-VMA-3")]
    public void A_port_that_is_no_task_or_allows_too_little_is_no_map(SpaceKind kind)
    {
        using var estate = new Estate(kind);
        var task = estate.NewTask();
        var address = task.Pages(1);
        foreach (var weak in (uint[])[task.WeakPort(TASK_READ_PORT), task.WeakPort(TASK_INSPECT_PORT), task.WeakPort(TASK_NAME_PORT)])
        {
            var place = address;
            Assert.Equal(KERN_INVALID_ARGUMENT, task.Vm.mach_vm_allocate(weak, ref place, task.Page, VM_FLAGS_ANYWHERE));
            Assert.Equal(KERN_INVALID_ARGUMENT, task.Vm.mach_vm_deallocate(weak, address, task.Page));
            Assert.Equal(KERN_INVALID_ARGUMENT, task.Vm.mach_vm_protect(weak, address, task.Page, 0, VM_PROT_READ));
            Assert.Equal(KERN_INVALID_ARGUMENT, task.Vm.mach_vm_inherit(weak, address, task.Page, VM_INHERIT_NONE));
            Assert.Equal(KERN_INVALID_TASK, task.Vm.mach_vm_msync(weak, address, task.Page, VM_SYNC_SYNCHRONOUS));
            Assert.Equal(KERN_INVALID_ARGUMENT, task.Vm.mach_vm_behavior_set(weak, address, task.Page, 0));
            Assert.Equal(KERN_INVALID_ARGUMENT, task.Vm.mach_vm_copy(weak, address, 1, address));
        }
        // Looking needs no more than a read port.
        var read = task.WeakPort(TASK_READ_PORT);
        Assert.Equal(KERN_SUCCESS, task.Vm.mach_vm_page_query(read, address, out _, out _));
        Assert.Equal(KERN_SUCCESS, task.Vm.mach_vm_read_overwrite(read, address, 8, address + 8, out _));
        Assert.Equal(KERN_INVALID_ARGUMENT, task.Vm.mach_vm_page_query(task.WeakPort(TASK_INSPECT_PORT), address, out _, out _));
        Assert.Equal(task.Page, task.Mapped);
    }

    [Theory, EverySpace, Rule("R-VMA-40", "R-VMA-41")]
    public void Ranges_and_reclamation_are_refused_by_name(SpaceKind kind)
    {
        using var estate = new Estate(kind);
        var (task, other) = (estate.NewTask(), estate.NewTask("other"));
        var control = task.ControlOf(other);
        Assert.Equal(KERN_NOT_SUPPORTED, task.Vm.mach_vm_range_create(task.Self, 0, []));
        Assert.Equal(KERN_INVALID_ARGUMENT, task.Vm.mach_vm_range_create(control, 0, []));
        Assert.Equal(KERN_NOT_SUPPORTED, task.Vm.mach_vm_deferred_reclamation_buffer_allocate(task.Self, out _, 1, 2));
        Assert.Equal(KERN_INVALID_TASK, task.Vm.mach_vm_deferred_reclamation_buffer_allocate(control, out _, 1, 2));
        Assert.Equal(KERN_NOT_SUPPORTED, task.Vm.mach_vm_deferred_reclamation_buffer_flush(task.Self, 1));
        Assert.Equal(KERN_NOT_SUPPORTED, task.Vm.mach_vm_deferred_reclamation_buffer_update_reclaimable_bytes(task.Self, 1));
        Assert.Equal(KERN_NOT_SUPPORTED, task.Vm.mach_vm_deferred_reclamation_buffer_resize(task.Self, 1));
        Assert.Equal(KERN_INVALID_TASK, task.Vm.mach_vm_deferred_reclamation_buffer_resize(control, 1));
    }
}
