namespace Mach.Conformance.Memory;

public class Purging
{
    private const int Set = VM_PURGABLE_SET_STATE;
    private const int Get = VM_PURGABLE_GET_STATE;

    private static int State(MappedTask task, Route route, ulong address, int control, int state)
    {
        Assert.Equal(KERN_SUCCESS, task.By(route).Purgable(address, control, ref state));
        return state;
    }

    [Theory, EveryMemoryRoute, Rule("R-VMR-32", "R-VMA-16")]
    public void Is_for_memory_that_was_made_for_it(SpaceKind kind, Route route)
    {
        using var estate = new Estate(kind);
        var task = estate.NewTask();
        var (purgeable, plain) = (task.Pages(2, VM_FLAGS_PURGABLE), task.Pages(1));
        var calls = task.By(route);
        (ulong At, int Control, int State, kern_return_t Code)[] cases =
        [
            (purgeable, 3, 0, KERN_INVALID_ARGUMENT), (purgeable, -1, 0, KERN_INVALID_ARGUMENT), (purgeable, Set, 0x4, KERN_INVALID_ARGUMENT),
            (purgeable, Set, 1 << 20, KERN_INVALID_ARGUMENT), (0x10, Get, 0, KERN_INVALID_ADDRESS), (0x10, Set, 0, KERN_INVALID_ADDRESS),
            (plain, Get, 0, KERN_INVALID_ARGUMENT), (plain, Set, 1, KERN_INVALID_ARGUMENT), (purgeable, Set, VM_PURGABLE_DENY, KERN_INVALID_ARGUMENT),
            (0x10, VM_PURGABLE_PURGE_ALL, 77, KERN_SUCCESS),
        ];
        foreach (var (at, control, given, code) in cases)
        {
            var state = given;
            Assert.Equal(code, calls.Purgable(at, control, ref state));
            Assert.Equal(given, state);
        }
        Assert.Equal(KERN_SUCCESS, task.Vm.mach_vm_protect(task.Self, purgeable, task.Page, 0, VM_PROT_READ));
        var closed = VM_PURGABLE_VOLATILE;
        Assert.Equal(KERN_PROTECTION_FAILURE, calls.Purgable(purgeable, Set, ref closed));
        Assert.Equal(KERN_SUCCESS, calls.Purgable(purgeable, Get, ref closed));
        var huge = 0UL;
        Assert.Equal(KERN_INVALID_ARGUMENT, calls.Allocate(ref huge, ((ulong)uint.MaxValue + 1) * task.Page, VM_FLAGS_ANYWHERE | VM_FLAGS_PURGABLE));
    }

    [Theory, EveryMemoryRoute, Rule("R-VMR-33", "R-VMR-34", "R-VMR-35", "R-VMR-32")]
    public void Loses_contents_only_while_that_is_allowed(SpaceKind kind, Route route)
    {
        using var estate = new Estate(kind);
        var task = estate.NewTask();
        var address = task.Pages(2, VM_FLAGS_PURGABLE);
        task.Put(address, 1, 2, 3);
        Assert.Equal(VM_PURGABLE_NONVOLATILE, State(task, route, address, Get, 99));
        Assert.Equal(VM_PURGABLE_NONVOLATILE, State(task, route, address, Set, VM_PURGABLE_VOLATILE | VM_VOLATILE_GROUP_2 | VM_PURGABLE_BEHAVIOR_LIFO));
        Assert.Equal(VM_PURGABLE_VOLATILE, State(task, route, address, Set, VM_PURGABLE_NONVOLATILE));
        Assert.Equal([1, 2, 3], task.Get(address, 3));
        Assert.Equal(VM_PURGABLE_NONVOLATILE, State(task, route, address, Set, VM_PURGABLE_VOLATILE));
        _ = State(task, route, 0, VM_PURGABLE_PURGE_ALL, 0);
        Assert.Equal(VM_PURGABLE_EMPTY, State(task, route, address, Get, 0));
        Assert.Equal(new byte[3], task.Get(address, 3));
        Assert.Equal(VM_PURGABLE_EMPTY, State(task, route, address, Set, VM_PURGABLE_VOLATILE));
        Assert.Equal(VM_PURGABLE_EMPTY, State(task, route, address, Set, VM_PURGABLE_NONVOLATILE));
        Assert.Equal(VM_PURGABLE_NONVOLATILE, State(task, route, address, Get, 0));
        task.Put(address + task.Page, 9);
        Assert.Equal(VM_PURGABLE_NONVOLATILE, State(task, route, address, Set, VM_PURGABLE_VOLATILE | VM_PURGABLE_DEBUG_EMPTY));
        Assert.Equal(VM_PURGABLE_EMPTY, State(task, route, address, Get, 0));
        Assert.Equal(new byte[1], task.Get(address + task.Page, 1));
    }

    [Theory, EverySpace, Rule("R-VMR-36", "R-MEM-14", "R-VMR-6")]
    public void Is_the_objects_wherever_it_is_seen(SpaceKind kind)
    {
        using var estate = new Estate(kind);
        var task = estate.NewTask();
        var page = task.Page;
        var size = 2 * page;
        var calls = new MemoryEntryClient(task);
        Assert.Equal(KERN_SUCCESS, task.Vm._mach_make_memory_entry(task.Self, ref size, 0, MAP_MEM_NAMED_CREATE | MAP_MEM_PURGABLE | 3, out var handle, 0));
        var address = 0UL;
        Assert.Equal(KERN_SUCCESS, task.Vm.mach_vm_map(task.Self, ref address, size, 0, VM_FLAGS_ANYWHERE | VM_FLAGS_PURGABLE, handle, 0, 0, 3, 3, 1));
        foreach (var (offset, part) in ((ulong, ulong)[])[(page, page), (0, page)])
        {
            var none = 0UL;
            Assert.Equal(KERN_INVALID_ARGUMENT, task.Vm.mach_vm_map(task.Self, ref none, part, 0, VM_FLAGS_ANYWHERE | VM_FLAGS_PURGABLE, handle, offset, 0, 3, 3, 1));
        }
        task.Put(address, 5);
        var state = VM_PURGABLE_EMPTY;
        Assert.Equal(KERN_SUCCESS, calls.mach_memory_entry_purgable_control(handle, Set, ref state));
        Assert.Equal(VM_PURGABLE_NONVOLATILE, state);
        Assert.Equal(VM_PURGABLE_EMPTY, State(task, Route.Trap, address, Get, 0));
        Assert.Equal([0], task.Get(address, 1));
        foreach (var (control, bits) in ((int, int)[])[(VM_PURGABLE_PURGE_ALL, 0), (3, 0), (Set, 0x4), (Set, VM_PURGABLE_DENY)])
        {
            state = bits;
            Assert.Equal(KERN_INVALID_ARGUMENT, calls.mach_memory_entry_purgable_control(handle, control, ref state));
        }
        Assert.Equal(KERN_INVALID_ARGUMENT, calls.mach_memory_entry_purgable_control(task.Self, Get, ref state));
        // A copy is ordinary memory.
        Assert.Equal(KERN_SUCCESS, task.Vm.mach_vm_read(task.Self, address, 2 * page, out var data, out _));
        Assert.Equal(KERN_INVALID_ARGUMENT, task.By(Route.Trap).Purgable(data, Get, ref state));
    }
}
