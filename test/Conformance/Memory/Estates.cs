using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Mach.Conformance.Memory;

/// <summary>What many tests of memory set up.</summary>
internal static class Estates
{
    private static long s_corner;

    /// <summary>An address at which nothing is, with room behind it, that nobody else in this process uses.</summary>
    public static ulong Corner(MappedTask task) => task.Space is PagedSpace
        ? task.Space.Lowest + 0x1000_0000
        : 0x2000_0000_0000 + ((ulong)Interlocked.Increment(ref s_corner) << 28);

    /// <summary>A place among the addresses that are handed out where as many pages are free.</summary>
    public static ulong Hollow(MappedTask task, ulong pages)
    {
        // Large enough that nobody gets a part of it meanwhile, as everything smaller has places of its own.
        var size = task.Space is PagedSpace ? pages : pages + (1UL << 20);
        var address = task.Pages(size);
        task.Free(address, size);
        return address;
    }

    /// <summary>A send right to one of the task's weaker ports.</summary>
    public static uint WeakPort(this MappedTask task, int which)
    {
        Assert.Equal(KERN_SUCCESS, new MachTaskClient(task).task_get_special_port(task.Self, which, out var name));
        return name;
    }

    /// <summary>Another view of the same pages.</summary>
    public static ulong Share(MappedTask task, ulong address, ulong pages)
    {
        var shown = 0UL;
        Assert.Equal(
            KERN_SUCCESS,
            task.Vm.mach_vm_remap(
                task.Self, ref shown, pages * task.Page, 0, VM_FLAGS_ANYWHERE, task.Self, address, 0, out _, out _, VM_INHERIT_DEFAULT));
        return shown;
    }
}

/// <summary>The test runs once with each kind of address space by trap and once by message.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EveryMemoryRouteAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. from kind in Enum.GetValues<SpaceKind>() from route in Enum.GetValues<Route>() select new TheoryDataRow(kind, route)]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
