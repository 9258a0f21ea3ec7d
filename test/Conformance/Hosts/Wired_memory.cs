namespace Mach.Conformance.Hosts;

public class Wired_memory
{
    [Theory, EveryWorld, Rule("R-VMA-39", "R-HST-2")]
    public void Is_counted_by_the_privileged(World world)
    {
        using var machine = world.Boot();
        var (task, ordinary) = (machine.NewRootTask(), machine.NewOrdinaryTask());
        var page = (ulong)Environment.SystemPageSize;
        ulong address = 0;
        Assert.Equal(KERN_SUCCESS, new MachVmClient(task.Thread).mach_vm_allocate(task.Self, ref address, 3 * page, VM_FLAGS_ANYWHERE));
        Assert.Equal(KERN_SUCCESS, Wire(address, 2 * page, VM_PROT_READ));
        Assert.Equal(KERN_SUCCESS, task.PrivilegedCalls().vm_wire(task.Host(), task.Self, address, page, VM_PROT_READ | VM_PROT_WRITE));
        Assert.Equal([2, 1, 0], WiredBy(machine, task, address, page));
        Assert.Equal(KERN_SUCCESS, Wire(address, page, 0));
        Assert.Equal(KERN_SUCCESS, Wire(address, 2 * page, 0));
        Assert.Equal([0, 0, 0], WiredBy(machine, task, address, page));
        Assert.Equal(KERN_INVALID_ADDRESS, Wire(address, page, 0));
        Assert.Equal(KERN_PROTECTION_FAILURE, Wire(address, page, VM_PROT_EXECUTE));
        Assert.Equal(KERN_INVALID_ADDRESS, Wire(0x1000, page, VM_PROT_READ));
        Assert.Equal(KERN_INVALID_TASK, task.PrivilegedCalls().mach_vm_wire(task.Host(), MACH_PORT_NULL, address, page, VM_PROT_READ));
        Assert.Equal(KERN_INVALID_TASK, task.PrivilegedCalls().mach_vm_wire(task.Host(), task.Host(), address, page, VM_PROT_READ));
        Assert.Equal(KERN_INVALID_HOST, ordinary.PrivilegedCalls().mach_vm_wire(ordinary.Host(), ordinary.Self, address, page, VM_PROT_READ));
        Assert.Equal(1u, task.Sends(task.Self));

        kern_return_t Wire(ulong at, ulong size, int access) => task.PrivilegedCalls().mach_vm_wire(task.Host(), task.Self, at, size, access);
    }

    /// <summary>How often each of three pages is wired, as a snapshot of the kernel shows it.</summary>
    private static int[] WiredBy(Machine machine, Party task, ulong address, ulong page)
    {
        var regions = machine.Snapshot().Tasks.Single(found => found.ProcessId == task.Task.ProcessId).Regions;
        return [.. Enumerable.Range(0, 3).Select(index => regions.Single(region => region.Start <= address + ((ulong)index * page) && address + ((ulong)index * page) < region.Start + region.Size).Wired)];
    }
}
