namespace Mach.Conformance.Memory;

public class Remapping
{
    private static kern_return_t Remap(MappedTask task, ref ulong address, ulong size, int flags, uint source, ulong from, bool copy, out int current, out int maximum, uint inheritance = 1, ulong mask = 0) =>
        task.Vm.mach_vm_remap(task.Self, ref address, size, mask, flags, source, from, copy ? 1 : 0, out current, out maximum, inheritance);

    private static kern_return_t RemapNew(MappedTask task, ref ulong address, ulong size, int flags, uint source, ulong from, bool copy, int current, int maximum) =>
        task.Vm.mach_vm_remap_new(task.Self, ref address, size, 0, flags, source, from, copy ? 1 : 0, ref current, ref maximum, 1);

    [Theory, EverySpace, Rule("R-VMR-11", "R-VMR-13", "R-VMR-10", "R-VMR-8")]
    public void A_share_is_the_same_memory_and_a_copy_a_snapshot(SpaceKind kind)
    {
        using var estate = new Estate(kind);
        var (task, other) = (estate.NewTask(), estate.NewTask("other"));
        var control = task.ControlOf(other);
        var page = other.Page;
        var source = other.Pattern(4);
        Assert.Equal(KERN_SUCCESS, other.Vm.mach_vm_protect(other.Self, source + page, page, 1, VM_PROT_READ));
        var (shared, copied) = (0UL, 0UL);
        Assert.Equal(KERN_SUCCESS, Remap(task, ref shared, 4 * page, VM_FLAGS_ANYWHERE, control, source + 9, false, out var current, out var maximum, VM_INHERIT_NONE));
        Assert.Equal((VM_PROT_READ, VM_PROT_READ, 0UL), (current, maximum, shared % page));
        var bytes = other.Get(source, (int)(4 * page));
        Assert.Equal(KERN_SUCCESS, Remap(task, ref copied, 4 * page, VM_FLAGS_ANYWHERE, control, source, true, out current, out maximum));
        Assert.Equal((VM_PROT_READ, VM_PROT_READ), (current, maximum));
        other.Put(source, 0xa1);
        task.Put(shared + (3 * page), 0xa2);
        Assert.Equal((0xa1, 0xa2), ((int)task.Get(shared, 1)[0], (int)other.Get(source + (3 * page), 1)[0]));
        Assert.Equal(bytes, task.Get(copied, bytes.Length));
        task.Put(copied + (2 * page), 0xa3);
        Assert.Equal(bytes[(int)(2 * page)], other.Get(source + (2 * page), 1)[0]);
        Assert.False(task.CanWrite(shared + page));
        Assert.False(task.CanWrite(copied + page));
        Assert.Equal(VM_INHERIT_NONE, task.RegionAt(shared)!.Info.inheritance);
        Assert.Equal(bytes[(int)page], task.Get(shared + page, 1)[0]);
        other.Dispose();
        Assert.Equal([0xa1], task.Get(shared, 1));
    }

    [Theory, EverySpace, Rule("R-VMR-7", "R-VMR-9", "R-VMA-6")]
    public void Wrong_arguments_are_refused_and_change_nothing(SpaceKind kind)
    {
        using var estate = new Estate(kind);
        var task = estate.NewTask();
        var page = task.Page;
        var source = task.Pattern(2);
        (ulong At, ulong From, ulong Size, int Flags, bool Copy, uint Inheritance, kern_return_t Code)[] refused =
        [
            (5, source, page, VM_FLAGS_ANYWHERE | VM_MAKE_TAG(3), false, 1, KERN_INVALID_ARGUMENT),
            (5, source, page, VM_FLAGS_ANYWHERE | VM_FLAGS_PERMANENT, false, 1, KERN_INVALID_ARGUMENT),
            (5, source, page, VM_FLAGS_ANYWHERE, false, 3, KERN_INVALID_ARGUMENT), (5, source, 0, VM_FLAGS_ANYWHERE, false, 1, KERN_INVALID_ARGUMENT),
            (5, source, ulong.MaxValue - source, VM_FLAGS_ANYWHERE, false, 1, KERN_INVALID_ARGUMENT),
            (5, source, page, VM_FLAGS_ANYWHERE | VM_FLAGS_RESILIENT_MEDIA, false, 1, KERN_INVALID_ARGUMENT),
            (5, source, 3 * page, VM_FLAGS_ANYWHERE, false, 1, KERN_INVALID_ADDRESS), (5, 0x10, page, VM_FLAGS_ANYWHERE, true, 1, KERN_INVALID_ADDRESS),
            (source + page, source, page, VM_FLAGS_FIXED, false, 1, KERN_NO_SPACE), (0, source, page, VM_FLAGS_FIXED, true, 1, KERN_INVALID_ADDRESS),
        ];
        foreach (var (at, from, size, flags, copy, inheritance, code) in refused)
        {
            var address = at;
            Assert.Equal(code, Remap(task, ref address, size, flags, task.Self, from, copy, out _, out _, inheritance));
            Assert.Equal(at, address);
        }
        var place = 5UL;
        Assert.Equal(KERN_INVALID_ARGUMENT, Remap(task, ref place, page, VM_FLAGS_ANYWHERE, task.Port(), source, false, out _, out _));
        Assert.Equal(KERN_INVALID_ARGUMENT, Remap(task, ref place, page, VM_FLAGS_ANYWHERE, task.WeakPort(TASK_READ_PORT), source, true, out _, out _));
        Assert.Equal(2 * page, task.Mapped);
    }

    [Theory, EverySpace, Rule("R-VMR-9", "R-VMR-12", "R-VMR-8", "R-VMR-10")]
    public void The_new_form_says_what_it_must_have(SpaceKind kind)
    {
        using var estate = new Estate(kind);
        var task = estate.NewTask();
        var page = task.Page;
        var source = task.Pattern(2);
        Assert.Equal(KERN_SUCCESS, task.Vm.mach_vm_protect(task.Self, source + page, page, 1, VM_PROT_READ));
        var at = 0UL;
        Assert.Equal(KERN_SUCCESS, RemapNew(task, ref at, page, VM_FLAGS_ANYWHERE, task.Self, source + 7, false, 1, 1));
        Assert.Equal((7UL, 4 * page), (at % page, task.Mapped));
        Assert.Equal((1, 1), (task.RegionAt(at)!.Info.protection, task.RegionAt(at)!.Info.max_protection));
        Assert.Equal(task.Get(source + 7, 8), task.Get(at, 8));
        (int Current, int Maximum, bool Copy, kern_return_t Code)[] refused =
        [
            (8, 15, false, KERN_INVALID_ARGUMENT), (3, 1, false, KERN_INVALID_ARGUMENT), (3, 7, false, KERN_PROTECTION_FAILURE),
            (3, 3, false, KERN_PROTECTION_FAILURE), (1, 3, false, KERN_PROTECTION_FAILURE),
        ];
        foreach (var (current, maximum, copy, code) in refused)
        {
            var address = 3UL;
            Assert.Equal(code, RemapNew(task, ref address, 2 * page, VM_FLAGS_ANYWHERE, task.Self, source, copy, current, maximum));
            Assert.Equal(3UL, address);
        }
        // A copy may do what was asked; a reader's port is enough for it, and for a share that only reads.
        Assert.Equal(KERN_SUCCESS, RemapNew(task, ref at, 2 * page, VM_FLAGS_ANYWHERE, task.Self, source, true, 3, 3));
        task.Put(at + page, 0x31);
        Assert.NotEqual(0x31, task.Get(source + page, 1)[0]);
        var reader = task.WeakPort(TASK_READ_PORT);
        Assert.Equal(KERN_SUCCESS, RemapNew(task, ref at, page, VM_FLAGS_ANYWHERE, reader, source, true, 3, 3));
        Assert.Equal(KERN_SUCCESS, RemapNew(task, ref at, page, VM_FLAGS_ANYWHERE, reader, source, false, 1, 1));
        Assert.Equal(KERN_INVALID_ARGUMENT, RemapNew(task, ref at, page, VM_FLAGS_ANYWHERE, reader, source, false, 3, 3));
        // What can never be read is not copied; what cannot be read now is.
        Assert.Equal(KERN_SUCCESS, task.Vm.mach_vm_protect(task.Self, source, page, 0, VM_PROT_NONE));
        Assert.Equal(KERN_SUCCESS, RemapNew(task, ref at, page, VM_FLAGS_ANYWHERE, task.Self, source, true, 1, 1));
        Assert.False(task.CanRead(source));
        Assert.True(task.CanRead(at));
        Assert.Equal(KERN_SUCCESS, task.Vm.mach_vm_protect(task.Self, source, page, 1, VM_PROT_WRITE));
        Assert.Equal(KERN_PROTECTION_FAILURE, RemapNew(task, ref at, page, VM_FLAGS_ANYWHERE, task.Self, source, true, 1, 1));
    }

    [Theory, EverySpace, Rule("R-VMR-14", "R-VMR-13", "R-VMR-10")]
    public void A_range_can_be_put_over_another_of_the_same_task(SpaceKind kind)
    {
        using var estate = new Estate(kind);
        var task = estate.NewTask();
        var page = task.Page;
        var source = task.Pattern(4);
        var bytes = task.Get(source, (int)(4 * page));
        var at = source + page;
        Assert.Equal(KERN_SUCCESS, Remap(task, ref at, 3 * page, VM_FLAGS_FIXED | VM_FLAGS_OVERWRITE, task.Self, source, true, out _, out _));
        Assert.Equal(bytes[..(int)(3 * page)], task.Get(at, (int)(3 * page)));
        at = source + (2 * page);
        Assert.Equal(KERN_SUCCESS, Remap(task, ref at, 2 * page, VM_FLAGS_FIXED | VM_FLAGS_OVERWRITE, task.Self, source, false, out _, out _));
        task.Put(source + 3, 0x5b);
        Assert.Equal([0x5b], task.Get(source + (2 * page) + 3, 1));
        // Onto itself.
        at = source;
        var before = task.Get(source, (int)(4 * page));
        Assert.Equal(KERN_SUCCESS, Remap(task, ref at, 4 * page, VM_FLAGS_FIXED | VM_FLAGS_OVERWRITE, task.Self, source, false, out _, out _));
        Assert.Equal(before, task.Get(source, before.Length));
        Assert.Equal(4 * page, task.Mapped);
        var exact = 0UL;
        Assert.Equal(KERN_SUCCESS, Remap(task, ref exact, 5, VM_FLAGS_ANYWHERE | VM_FLAGS_RETURN_DATA_ADDR | VM_FLAGS_RESILIENT_CODESIGN, task.Self, source + page - 2, false, out var current, out var maximum));
        Assert.Equal((page - 2, 2 * page, 1, 1), (exact % page, task.Mapped - (4 * page), current, maximum));
        Assert.Equal(task.Get(source + page - 2, 5), task.Get(exact, 5));
    }
}
