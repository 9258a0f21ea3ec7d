using System.Runtime.InteropServices;

namespace Mach.Conformance.Memory;

public class Regions
{
    [Theory, EverySpace, Rule("R-VM-5", "R-VMR-15", "R-VMR-16", "R-VMA-6")]
    public void Are_told_by_flavor(SpaceKind kind)
    {
        using var estate = new Estate(kind);
        var task = estate.NewTask();
        var page = task.Page;
        var address = task.Pattern(3);
        task.Free(address + page, 1);
        Assert.Equal(KERN_SUCCESS, task.Vm.mach_vm_behavior_set(task.Self, address + (2 * page), page, VM_BEHAVIOR_SEQUENTIAL));
        var info = new int[10];
        foreach (var flavor in (int[])[VM_REGION_BASIC_INFO_64, VM_REGION_BASIC_INFO])
        {
            var at = address + page + 5;
            Assert.Equal(KERN_SUCCESS, task.Vm.mach_vm_region(task.Self, ref at, out var size, flavor, info, out var count, out var name));
            Assert.Equal((address + (2 * page), page, 9u, 0u), (at, size, count, name));
            var told = MemoryMarshal.Read<vm_region_basic_info_data_64_t>(MemoryMarshal.AsBytes(info.AsSpan()));
            Assert.Equal((3, 7, 1u, 0, 0), (told.protection, told.max_protection, told.inheritance, told.shared, told.reserved));
            Assert.Equal((2 * page, VM_BEHAVIOR_SEQUENTIAL, 0), (told.offset, told.behavior, (int)told.user_wired_count));
            at = address + 7;
            Assert.Equal(KERN_SUCCESS, task.Vm.mach_vm_region(task.Self, ref at, out size, flavor, info.AsSpan(0, 9), out _, out _));
            Assert.Equal((address, page), (at, size));
            at = 5;
            Assert.Equal(KERN_INVALID_ARGUMENT, task.Vm.mach_vm_region(task.Self, ref at, out _, flavor, info.AsSpan(0, 8), out _, out _));
            at = address + (3 * page);
            Assert.Equal(KERN_INVALID_ADDRESS, task.Vm.mach_vm_region(task.Self, ref at, out _, flavor, info, out _, out _));
            Assert.Equal(address + (3 * page), at);
        }
        foreach (var wrong in (int[])[0, 8, 14, -1])
        {
            var at = address;
            Assert.Equal(KERN_INVALID_ARGUMENT, task.Vm.mach_vm_region(task.Self, ref at, out _, wrong, info, out _, out _));
        }
    }

    [Theory, EverySpace, Rule("R-VMR-17", "R-VMR-18", "R-VMR-21")]
    public void Tell_how_they_are_shared(SpaceKind kind)
    {
        using var estate = new Estate(kind);
        var task = estate.NewTask();
        var page = task.Page;
        var info = new int[10];
        var (untouched, touched) = (task.Pages(300, VM_MAKE_TAG(9)), task.Pattern(1));
        var shown = Estates.Share(task, touched, 1);
        foreach (var (flavor, words) in ((int, uint)[])[(VM_REGION_EXTENDED_INFO, 9), (11, 8), (VM_REGION_TOP_INFO, 5)])
        {
            var at = untouched;
            Assert.Equal(KERN_SUCCESS, task.Vm.mach_vm_region(task.Self, ref at, out _, flavor, info.AsSpan(0, (int)words), out var count, out _));
            Assert.Equal(words, count);
            Assert.Equal(KERN_INVALID_ARGUMENT, task.Vm.mach_vm_region(task.Self, ref at, out _, flavor, info.AsSpan(0, (int)words - 1), out _, out _));
        }
        var place = untouched;
        Assert.Equal(KERN_SUCCESS, task.Vm.mach_vm_region(task.Self, ref place, out _, VM_REGION_EXTENDED_INFO, info, out _, out _));
        Assert.Equal((3, 9), (info[0], info[1]));
        var (first, second) = (task.RegionAt(touched)!.Info, task.RegionAt(shown)!.Info);
        Assert.Equal(first.object_id_full, second.object_id_full);
        Assert.NotEqual(0UL, first.object_id_full);
        Assert.Equal((SM_SHARED_ALIASED, 2u), ((int)first.share_mode, first.ref_count));
        if (kind == SpaceKind.Guest)
            return;
        Assert.Equal((SM_EMPTY, 0u, 0UL), ((int)task.RegionAt(untouched)!.Info.share_mode, task.RegionAt(untouched)!.Info.ref_count, task.RegionAt(untouched)!.Info.object_id_full));
        task.Put(untouched, 1);
        Assert.Equal((SM_PRIVATE, 1u, 1u), ((int)task.RegionAt(untouched)!.Info.share_mode, task.RegionAt(untouched)!.Info.ref_count, task.RegionAt(untouched)!.Info.pages_resident));
        Assert.Equal(KERN_SUCCESS, task.Vm.mach_vm_read(task.Self, untouched, 300 * page, out var data, out _));
        Assert.Equal(SM_COW, (int)task.RegionAt(untouched)!.Info.share_mode);
        Assert.Equal(SM_COW, (int)task.RegionAt(data)!.Info.share_mode);
    }

    [Theory, EverySpace, Rule("R-VMR-19", "R-VMR-20")]
    public void Have_no_maps_within_and_as_many_words_as_fit(SpaceKind kind)
    {
        using var estate = new Estate(kind);
        var task = estate.NewTask();
        var address = task.Pages(2, VM_MAKE_TAG(44));
        foreach (var (room, words) in ((int, uint)[])[(12, 12), (15, 12), (16, 16), (17, 17), (18, 17), (19, 19)])
        {
            var info = new int[room];
            var at = address + task.Page;
            var depth = 5u;
            Assert.Equal(KERN_SUCCESS, task.Vm.mach_vm_region_recurse(task.Self, ref at, out var size, ref depth, info, out var count));
            Assert.Equal((address, 2 * task.Page, 0u, words), (at, size, depth, count));
            Assert.Equal((3, 7, 1, 44), (info[0], info[1], info[2], info[5]));
        }
        var place = address;
        var nested = 0u;
        Assert.Equal(KERN_INVALID_ARGUMENT, task.Vm.mach_vm_region_recurse(task.Self, ref place, out _, ref nested, new int[11], out _));
        place = address + (2 * task.Page);
        Assert.Equal(KERN_INVALID_ADDRESS, task.Vm.mach_vm_region_recurse(task.Self, ref place, out _, ref nested, new int[19], out _));
    }

    [Theory, EverySpace, Rule("R-VMR-23", "R-VMR-24")]
    public void Tell_of_single_pages(SpaceKind kind)
    {
        using var estate = new Estate(kind);
        var task = estate.NewTask();
        var address = task.Pages(300);
        task.Put(address + task.Page, 1);
        Assert.Equal(KERN_SUCCESS, task.Vm.mach_vm_page_query(task.Self, address + task.Page + 5, out var disposition, out var references));
        Assert.Equal((VM_PAGE_QUERY_PAGE_PRESENT, 1), (disposition, references));
        foreach (var nowhere in (ulong[])[0, 0x10, address + (300 * task.Page), ulong.MaxValue])
        {
            Assert.Equal(KERN_SUCCESS, task.Vm.mach_vm_page_query(task.Self, nowhere, out disposition, out references));
            Assert.Equal((0, 0), (disposition, references));
        }
        var info = new int[32];
        Assert.Equal(KERN_SUCCESS, task.Vm.mach_vm_page_info(task.Self, address + task.Page + 5, VM_PAGE_INFO_BASIC, info.AsSpan(0, 8), out var count));
        var told = MemoryMarshal.Read<vm_page_info_basic_data_t>(MemoryMarshal.AsBytes(info.AsSpan()));
        Assert.Equal((8u, 1, 1, task.Page + 5), (count, told.disposition, told.ref_count, told.offset));
        Assert.NotEqual(0UL, told.object_id);
        Assert.Equal(KERN_SUCCESS, task.Vm.mach_vm_page_info(task.Self, 0x10, VM_PAGE_INFO_BASIC, info.AsSpan(0, 7), out _));
        Assert.Equal(new int[7], info[..7]);
        Assert.Equal(KERN_INVALID_ARGUMENT, task.Vm.mach_vm_page_info(task.Self, address, VM_PAGE_INFO_BASIC, info.AsSpan(0, 6), out _));
        Assert.Equal(KERN_INVALID_ARGUMENT, task.Vm.mach_vm_page_info(task.Self, address, 2, info, out _));
    }

    [Theory, EverySpace, Rule("R-VMR-25")]
    public void Tell_of_pages_in_a_row(SpaceKind kind)
    {
        using var estate = new Estate(kind);
        var task = estate.NewTask();
        var page = task.Page;
        var (buffer, address) = (task.Pages(1), task.Pattern(4));
        task.Free(address + page, 1);
        var count = 100UL;
        Assert.Equal(KERN_SUCCESS, task.Vm.mach_vm_page_range_query(task.Self, address + 5, (3 * page) - 5, buffer, ref count));
        Assert.Equal(3UL, count);
        Assert.Equal([1, 0, 1], MemoryMarshal.Cast<byte, int>(task.Get(buffer, 12)).ToArray());
        count = 2;
        Assert.Equal(KERN_SUCCESS, task.Vm.mach_vm_page_range_query(task.Self, address, 4 * page, buffer, ref count));
        Assert.Equal(2UL, count);
        foreach (var (size, room) in ((ulong, ulong)[])[(0, 7), (page, 0)])
        {
            count = room;
            Assert.Equal(KERN_SUCCESS, task.Vm.mach_vm_page_range_query(task.Self, address, size, buffer, ref count));
            Assert.Equal(room, count);
        }
        count = ulong.MaxValue / 2;
        Assert.Equal(KERN_INVALID_ARGUMENT, task.Vm.mach_vm_page_range_query(task.Self, address, page, buffer, ref count));
        count = 4;
        Assert.Equal(KERN_INVALID_ARGUMENT, task.Vm.mach_vm_page_range_query(task.Self, address, page, ulong.MaxValue - 3, ref count));
        Assert.Equal((kern_return_t)14, task.Vm.mach_vm_page_range_query(task.Self, address, page, 0x10, ref count));
    }
}
