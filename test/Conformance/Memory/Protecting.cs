namespace Mach.Conformance.Memory;

public class Protecting
{
    [Theory, EveryMemoryRoute, Rule("R-VM-3", "R-VMA-23", "R-VMA-7")]
    public void Checks_size_then_bits_then_range(SpaceKind kind, Route route)
    {
        using var estate = new Estate(kind);
        var task = estate.NewTask();
        var address = task.Pages(1);
        var calls = task.By(route);
        Assert.Equal(KERN_SUCCESS, calls.Protect(address, 0, maximum: false, 0x7fff));
        Assert.Equal(KERN_SUCCESS, calls.Protect(ulong.MaxValue, 0, maximum: true, 7));
        foreach (var bits in (int[])[8, 0x20, 0x40, VM_PROT_NO_CHANGE, -1])
            Assert.Equal(KERN_INVALID_ARGUMENT, calls.Protect(address, task.Page, maximum: false, bits));
        Assert.Equal(KERN_INVALID_ARGUMENT, calls.Protect(address, ulong.MaxValue, maximum: false, VM_PROT_READ));
        Assert.Equal(VM_PROT_DEFAULT, task.RegionAt(address)!.Info.protection);
    }

    [Theory, EveryMemoryRoute, Rule("R-VM-3", "R-VMA-24")]
    public void Is_all_or_nothing(SpaceKind kind, Route route)
    {
        using var estate = new Estate(kind);
        var task = estate.NewTask();
        var page = task.Page;
        var address = task.Pattern(4);
        var calls = task.By(route);
        Assert.Equal(KERN_SUCCESS, calls.Protect(address + (2 * page), page, maximum: true, VM_PROT_READ));
        Assert.Equal(KERN_PROTECTION_FAILURE, calls.Protect(address, 4 * page, maximum: false, VM_PROT_DEFAULT));
        Assert.Equal(KERN_SUCCESS, calls.Protect(address, 4 * page, maximum: false, VM_PROT_READ));
        task.Free(address + page, 1);
        Assert.Equal(KERN_INVALID_ADDRESS, calls.Protect(address, 4 * page, maximum: false, VM_PROT_NONE));
        Assert.True(task.CanRead(address));
        Assert.False(task.CanWrite(address));
        Assert.True(task.CanRead(address + (3 * page)));
    }

    [Theory, EveryMemoryRoute, Rule("R-VMA-25")]
    public void A_maximum_only_shrinks_and_takes_the_present_along(SpaceKind kind, Route route)
    {
        using var estate = new Estate(kind);
        var task = estate.NewTask();
        var address = task.Pattern(1);
        var calls = task.By(route);
        Assert.Equal(KERN_SUCCESS, calls.Protect(address, 1, maximum: true, VM_PROT_READ | VM_PROT_EXECUTE));
        Assert.Equal((VM_PROT_READ, 5), (task.RegionAt(address)!.Info.protection, task.RegionAt(address)!.Info.max_protection));
        Assert.False(task.CanWrite(address));
        Assert.Equal(KERN_PROTECTION_FAILURE, calls.Protect(address, 1, maximum: true, VM_PROT_ALL));
        Assert.Equal(KERN_PROTECTION_FAILURE, calls.Protect(address, 1, maximum: false, VM_PROT_WRITE));
        Assert.Equal(KERN_SUCCESS, calls.Protect(address, 1, maximum: true, VM_PROT_NONE));
        Assert.False(task.CanRead(address));
    }

    [Theory, EveryMemoryRoute, Rule("R-VMA-26")]
    public void A_private_copy_may_be_written_whatever_the_maximum(SpaceKind kind, Route route)
    {
        using var estate = new Estate(kind);
        var task = estate.NewTask();
        var page = task.Page;
        var address = task.Pattern(3);
        var expected = task.Get(address, (int)(3 * page));
        // Another view of the same pages, which must not change.
        var shown = Estates.Share(task, address, 3);
        Assert.Equal(KERN_SUCCESS, task.By(route).Protect(address, 3 * page, maximum: true, VM_PROT_READ));
        Assert.Equal(KERN_SUCCESS, task.By(route).Protect(address + page, page, maximum: false, VM_PROT_COPY | VM_PROT_DEFAULT));
        task.Put(address + page, 0xab);
        Assert.Equal(expected, task.Get(shown, expected.Length));
        Assert.False(task.CanWrite(address));
        Assert.Equal(VM_PROT_DEFAULT, task.RegionAt(address + page)!.Info.max_protection);
        Assert.Equal(KERN_INVALID_ADDRESS, task.By(route).Protect(Estates.Corner(task), page, maximum: false, VM_PROT_COPY | VM_PROT_READ));
    }

    [Theory, EverySpace, Rule("R-VMA-28", "R-VMR-22")]
    public void Neighbours_that_are_alike_again_are_one_region_again(SpaceKind kind)
    {
        using var estate = new Estate(kind);
        var task = estate.NewTask();
        var page = task.Page;
        var address = task.Pages(4);
        Assert.Equal(KERN_SUCCESS, task.Vm.mach_vm_protect(task.Self, address + page, page, 0, VM_PROT_READ));
        Assert.Equal(3, task.Regions().Count);
        Assert.Equal(KERN_SUCCESS, task.Vm.mach_vm_protect(task.Self, address + page, page, 0, VM_PROT_DEFAULT));
        Assert.Single(task.Regions());
        Assert.Equal(KERN_SUCCESS, task.Vm.mach_vm_inherit(task.Self, address + page, page, VM_INHERIT_NONE));
        Assert.Equal(KERN_SUCCESS, task.Vm.mach_vm_inherit(task.Self, address + page, page, VM_INHERIT_COPY));
        Assert.Equal(3, task.Regions().Count);
    }

    [Theory, EverySpace, Rule("R-VM-3", "R-VMA-27", "R-VMA-8")]
    public void Inheritance_is_set_around_holes(SpaceKind kind)
    {
        using var estate = new Estate(kind);
        var task = estate.NewTask();
        var page = task.Page;
        var address = task.Pages(4);
        task.Free(address + page, 1);
        Assert.Equal(KERN_SUCCESS, task.Vm.mach_vm_inherit(task.Self, address, 0, 99));
        foreach (var wrong in (uint[])[VM_INHERIT_DONATE_COPY, 4, uint.MaxValue])
            Assert.Equal(KERN_INVALID_ARGUMENT, task.Vm.mach_vm_inherit(task.Self, address, page, wrong));
        Assert.Equal(KERN_INVALID_ARGUMENT, task.Vm.mach_vm_inherit(task.Self, address, ulong.MaxValue, 0));
        Assert.Equal(KERN_SUCCESS, task.Vm.mach_vm_inherit(task.Self, address, 3 * page, VM_INHERIT_SHARE));
        Assert.Equal(
            [(address, page, VM_INHERIT_SHARE), (address + (2 * page), page, VM_INHERIT_SHARE), (address + (3 * page), page, VM_INHERIT_COPY)],
            task.Regions().Select(r => (r.Start, r.Size, r.Info.inheritance)));
    }

    [Theory, EverySpace]
    public void What_is_closed_can_be_opened_again_with_its_contents(SpaceKind kind)
    {
        using var estate = new Estate(kind);
        var task = estate.NewTask();
        var address = task.Pattern(2);
        var expected = task.Get(address, (int)(2 * task.Page));
        foreach (var bits in (int[])[VM_PROT_NONE, VM_PROT_READ, VM_PROT_EXECUTE | VM_PROT_READ, VM_PROT_NONE])
        {
            Assert.Equal(KERN_SUCCESS, task.Vm.mach_vm_protect(task.Self, address, 2 * task.Page, 0, bits));
            Assert.Equal((bits & VM_PROT_READ) != 0, task.CanRead(address));
            Assert.False(task.CanWrite(address + task.Page));
        }
        Assert.Equal(KERN_SUCCESS, task.Vm.mach_vm_protect(task.Self, address, 2 * task.Page, 0, VM_PROT_DEFAULT));
        Assert.Equal(expected, task.Get(address, expected.Length));
        Assert.True(task.CanWrite(address));
    }
}
