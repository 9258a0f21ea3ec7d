namespace Mach.Conformance.Memory;

public class Advice
{
    [Theory, EverySpace, Rule("R-VMR-26", "R-VMR-27", "R-VMR-28")]
    public void Is_kept_or_checked_by_what_it_says(SpaceKind kind)
    {
        using var estate = new Estate(kind);
        var task = estate.NewTask();
        var page = task.Page;
        var address = task.Pages(4);
        kern_return_t Advise(ulong at, ulong size, int behavior) => task.Vm.mach_vm_behavior_set(task.Self, at, size, behavior);
        foreach (var wrong in (int[])[-1, 13, 1000])
            Assert.Equal(KERN_INVALID_ARGUMENT, Advise(address, 0, wrong));
        Assert.Equal(KERN_SUCCESS, Advise(ulong.MaxValue, 0, 3));
        Assert.Equal(KERN_INVALID_ARGUMENT, Advise(address, ulong.MaxValue, 3));
        Assert.Equal(KERN_NO_SPACE, Advise(0, page, 3));
        Assert.Equal(KERN_INVALID_ARGUMENT, Advise(address, page, VM_BEHAVIOR_PAGEOUT));
        foreach (var kept in (int[])[VM_BEHAVIOR_RANDOM, VM_BEHAVIOR_SEQUENTIAL, VM_BEHAVIOR_RSEQNTL, VM_BEHAVIOR_DEFAULT])
        {
            Assert.Equal(KERN_SUCCESS, Advise(address + page, page, kept));
            Assert.Equal(kept, task.RegionAt(address + page)!.Info.behavior);
        }
        foreach (var advice in (int[])[VM_BEHAVIOR_WILLNEED, VM_BEHAVIOR_DONTNEED, VM_BEHAVIOR_FREE, VM_BEHAVIOR_REUSABLE, VM_BEHAVIOR_REUSE, VM_BEHAVIOR_CAN_REUSE, VM_BEHAVIOR_ZERO_WIRED_PAGES])
        {
            Assert.Equal(KERN_SUCCESS, Advise(address, 4 * page, advice));
            Assert.Equal(VM_BEHAVIOR_DEFAULT, task.RegionAt(address)!.Info.behavior);
        }
        _ = Estates.Share(task, address + (2 * page), 1);
        Assert.Equal(KERN_INVALID_ADDRESS, Advise(address, 4 * page, VM_BEHAVIOR_REUSABLE));
        Assert.Equal(KERN_SUCCESS, task.Vm.mach_vm_protect(task.Self, address, page, 0, VM_PROT_READ));
        Assert.Equal(KERN_PROTECTION_FAILURE, Advise(address, 2 * page, VM_BEHAVIOR_ZERO_WIRED_PAGES));
        task.Free(address + page, 1);
        foreach (var advice in (int[])[VM_BEHAVIOR_RANDOM, VM_BEHAVIOR_WILLNEED, VM_BEHAVIOR_DONTNEED, VM_BEHAVIOR_FREE, VM_BEHAVIOR_REUSE])
            Assert.Equal(KERN_INVALID_ADDRESS, Advise(address, 4 * page, advice));
        Assert.Equal(VM_BEHAVIOR_DEFAULT, task.RegionAt(address)!.Info.behavior);
    }

    [Theory, EverySpace, Rule("R-VMR-29")]
    public void Zeroing_zeroes_what_may_be_written(SpaceKind kind)
    {
        using var estate = new Estate(kind);
        var task = estate.NewTask();
        var page = task.Page;
        var address = task.Pattern(3);
        var bytes = task.Get(address, (int)(3 * page));
        foreach (var advice in (int[])[0, 1, 2, 3, VM_BEHAVIOR_WILLNEED, VM_BEHAVIOR_DONTNEED, VM_BEHAVIOR_REUSE, VM_BEHAVIOR_CAN_REUSE])
            Assert.Equal(KERN_SUCCESS, task.Vm.mach_vm_behavior_set(task.Self, address, 3 * page, advice));
        Assert.Equal(bytes, task.Get(address, bytes.Length));
        Assert.Equal(KERN_SUCCESS, task.Vm.mach_vm_behavior_set(task.Self, address + page, page, VM_BEHAVIOR_ZERO));
        bytes.AsSpan((int)page, (int)page).Clear();
        Assert.Equal(bytes, task.Get(address, bytes.Length));
        foreach (var closed in (int[])[VM_PROT_READ, VM_PROT_NONE])
        {
            Assert.Equal(KERN_SUCCESS, task.Vm.mach_vm_protect(task.Self, address, page, 0, closed));
            Assert.Equal(KERN_PROTECTION_FAILURE, task.Vm.mach_vm_behavior_set(task.Self, address, page, VM_BEHAVIOR_ZERO));
        }
        if (kind == SpaceKind.Guest)
            return;
        var frozen = task.Pattern(300);
        Assert.Equal(KERN_SUCCESS, task.Vm.mach_vm_read(task.Self, frozen, 300 * page, out _, out _));
        Assert.Equal(KERN_NO_ACCESS, task.Vm.mach_vm_behavior_set(task.Self, frozen, page, VM_BEHAVIOR_ZERO));
    }

    [Theory, EverySpace, Rule("R-VMR-30")]
    public void Synchronising_has_nothing_to_write_to(SpaceKind kind)
    {
        using var estate = new Estate(kind);
        var task = estate.NewTask();
        var address = task.Pattern(2);
        var bytes = task.Get(address, 64);
        kern_return_t Synchronise(ulong at, ulong size, uint flags) => task.Vm.mach_vm_msync(task.Self, at, size, flags);
        Assert.Equal(KERN_SUCCESS, Synchronise(ulong.MaxValue, 0, 3));
        Assert.Equal(KERN_INVALID_ARGUMENT, Synchronise(address, 1, VM_SYNC_ASYNCHRONOUS | VM_SYNC_SYNCHRONOUS));
        Assert.Equal(KERN_INVALID_ADDRESS, Synchronise(address, ulong.MaxValue, VM_SYNC_SYNCHRONOUS));
        foreach (var flags in (uint[])[0, 1, 2, 4, 0x10, 0x40, 0x8000])
            Assert.Equal(KERN_SUCCESS, Synchronise(address, 3 * task.Page, flags));
        Assert.Equal(KERN_SUCCESS, Synchronise(address, 2 * task.Page, VM_SYNC_CONTIGUOUS));
        Assert.Equal(KERN_INVALID_ADDRESS, Synchronise(address, 3 * task.Page, VM_SYNC_CONTIGUOUS | VM_SYNC_SYNCHRONOUS));
        Assert.Equal(bytes, task.Get(address, 64));
    }

    [Theory, EverySpace, Rule("R-VMR-31")]
    public void Attributes_of_the_machine_are_its_caches(SpaceKind kind)
    {
        using var estate = new Estate(kind);
        var task = estate.NewTask();
        var address = task.Pattern(2);
        (ulong At, ulong Size, uint Attribute, kern_return_t Code)[] cases =
        [
            (ulong.MaxValue, 0, 99, KERN_SUCCESS), (address, ulong.MaxValue, MATTR_CACHE, KERN_INVALID_ARGUMENT), (0, 1, MATTR_CACHE, KERN_INVALID_ADDRESS),
            (address, 1, MATTR_MIGRATE, KERN_INVALID_ADDRESS), (address, 1, MATTR_REPLICATE, KERN_INVALID_ADDRESS),
            (address, 3 * task.Page, MATTR_CACHE, KERN_FAILURE), (address, 2 * task.Page, MATTR_CACHE, KERN_SUCCESS),
        ];
        foreach (var (at, size, attribute, code) in cases)
        {
            var value = MATTR_VAL_CACHE_FLUSH;
            Assert.Equal(code, task.Vm.mach_vm_machine_attribute(task.Self, at, size, attribute, ref value));
            Assert.Equal(MATTR_VAL_CACHE_FLUSH, value);
        }
    }
}
