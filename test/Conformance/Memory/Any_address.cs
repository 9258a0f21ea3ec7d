namespace Mach.Conformance.Memory;

public class Any_address
{
    private static readonly kern_return_t[] s_codes =
    [
        KERN_SUCCESS, KERN_INVALID_ADDRESS, KERN_PROTECTION_FAILURE, KERN_NO_SPACE, KERN_INVALID_ARGUMENT, KERN_FAILURE, KERN_RESOURCE_SHORTAGE,
        KERN_NO_ACCESS, KERN_MEMORY_ERROR, KERN_INVALID_RIGHT, KERN_INVALID_VALUE, KERN_INVALID_OBJECT, KERN_NOT_SUPPORTED, (kern_return_t)14,
    ];

    private static ulong Any(Random random, MappedTask task, ulong known) => random.Next(8) switch
    {
        0 => (ulong)random.NextInt64(),
        1 => ulong.MaxValue - (ulong)random.Next(100_000),
        2 => (ulong)random.Next(100_000),
        3 => task.Space.End - (ulong)random.Next(100_000),
        4 => 0xffff_8000_0000_0000 + (ulong)random.Next(100_000),
        _ => known + (ulong)random.Next(0, (int)(20 * task.Page)) - (2 * task.Page),
    };

    private static ulong Size(Random random, MappedTask task) => random.Next(6) switch
    {
        0 => (ulong)random.NextInt64(),
        1 => ulong.MaxValue - (ulong)random.Next(100_000),
        2 => 0,
        _ => (ulong)random.Next(0, (int)(12 * task.Page)),
    };

    [Theory, EverySpace]
    public void Gives_a_code_and_never_a_crash(SpaceKind kind)
    {
        using var estate = new Estate(kind, new KernelOptions { BytesPerTask = 1 << 26 });
        var task = estate.NewTask();
        var random = new Random(4711);
        for (var round = 0; round < Soak.Times(3_000); round++)
        {
            // Only what the kernel handed out may be written or closed, so that the test itself goes on.
            var known = task.Pattern(16);
            var (at, other, few) = (Any(random, task, known), Any(random, task, known), (ulong)random.Next(900));
            var (size, flags) = (Size(random, task), random.Next(3) == 0 ? random.Next() : random.Next(2));
            var safe = known + ((ulong)random.Next(16) * task.Page);
            var words = new int[random.Next(24)];
            var value = random.Next(4);
            var code = random.Next(19) switch
            {
                0 => task.Vm.mach_vm_deallocate(task.Self, at, size),
                1 => task.Vm.mach_vm_protect(task.Self, safe, size % (20 * task.Page), random.Next(2), random.Next(32)),
                2 => task.Vm.mach_vm_inherit(task.Self, at, size, (uint)random.Next(4)),
                3 => Unmapped(task, task.Vm.mach_vm_read(task.Self, at, size, out var data, out var count), data, count),
                4 => task.Vm.mach_vm_copy(task.Self, at, size, safe),
                5 => task.Vm.mach_vm_read_overwrite(task.Self, at, size % (8 * task.Page), safe, out _),
                6 => task.Vm.mach_vm_write(task.Self, safe, known, (uint)(size % (16 * task.Page))),
                7 => task.Vm.mach_vm_msync(task.Self, at, size, (uint)random.Next(128)),
                8 => task.Vm.mach_vm_behavior_set(task.Self, at, size, random.Next(14)),
                9 => task.Vm.mach_vm_machine_attribute(task.Self, at, size, (uint)random.Next(5), ref value),
                10 => task.Vm.mach_vm_region(task.Self, ref at, out _, random.Next(8, 14), words, out _, out _),
                11 => task.Vm.mach_vm_page_query(task.Self, at, out _, out _),
                12 => task.Vm.mach_vm_page_info(task.Self, at, random.Next(3), words, out _),
                13 => task.Vm.mach_vm_page_range_query(task.Self, at, size, safe, ref few),
                14 => task.Vm.mach_vm_purgable_control(task.Self, at, random.Next(4), ref value),
                15 => Unmapped(task, task.Vm.mach_vm_remap(task.Self, ref other, size, (ulong)random.Next(100_000), VM_FLAGS_ANYWHERE | (flags & 0x100029), task.Self, at, random.Next(2), out _, out _, 1), other, size),
                16 => Unmapped(task, task.Vm.mach_vm_map(task.Self, ref other, size, (ulong)random.Next(100_000), (flags & ~VM_FLAGS_PERMANENT) | VM_FLAGS_ANYWHERE, 0, at, 0, random.Next(9), random.Next(9), (uint)random.Next(4)), other, size),
                17 => Dropped(task, task.Vm._mach_make_memory_entry(task.Self, ref size, at, flags, out var handle, 0), handle),
                _ => Unmapped(task, task.Vm.mach_vm_allocate(task.Self, ref other, size, (flags & ~VM_FLAGS_PERMANENT) | VM_FLAGS_ANYWHERE), other, size),
            };
            Assert.Contains(code, s_codes);
            if (task.Space is PagedSpace guest)
                Assert.Equal(task.Mapped, guest.Mapped);
            foreach (var region in task.Regions())
                Assert.Equal(KERN_SUCCESS, task.Vm.mach_vm_deallocate(task.Self, region.Start, region.Size));
        }
    }

    private static kern_return_t Unmapped(MappedTask task, kern_return_t code, ulong address, ulong size)
    {
        if (code == KERN_SUCCESS)
            Assert.Equal(KERN_SUCCESS, task.Vm.mach_vm_deallocate(task.Self, address, size));
        return code;
    }

    private static kern_return_t Dropped(MappedTask task, kern_return_t code, uint handle)
    {
        if (code == KERN_SUCCESS && handle != 0)
            Assert.Equal(KERN_SUCCESS, task.Traps._kernelrpc_mach_port_deallocate_trap(task.Self, handle));
        return code;
    }
}
