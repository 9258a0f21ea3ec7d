using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Mach.Conformance;

/// <summary>What kind of addresses a task has. The answers of a memory map must be the same.</summary>
public enum SpaceKind
{
    /// <summary>Those of this process.</summary>
    Process,

    /// <summary>Those of this process; every copy of at least a page is arranged copy-on-write.</summary>
    Frozen,

    /// <summary>A guest's, with larger pages.</summary>
    Guest,
}

/// <summary>The test runs once with each kind of address space.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EverySpaceAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. Enum.GetValues<SpaceKind>().Select(static kind => new TheoryDataRow(kind))]);

    public override bool SupportsDiscoveryEnumeration() => true;
}

/// <summary>A kernel whose tasks have one kind of address space. When it is disposed everything must have come back.</summary>
internal sealed class Estate(SpaceKind kind, KernelOptions? options = null) : IDisposable
{
    private readonly ManagedKernel _kernel = new(options);
    private readonly List<MappedTask> _tasks = [];

    public SpaceKind Kind { get; } = kind;

    public KernelCensus Census => _kernel.TakeCensus();

    public MappedTask NewTask(string name = "task")
    {
        IAddressSpace space = Kind switch
        {
            SpaceKind.Process => new HostMemory(),
            SpaceKind.Frozen => new FrozenSpace(),
            _ => new PagedSpace(),
        };
        var task = new MappedTask(_kernel, name, space);
        _tasks.Add(task);
        return task;
    }

    public void Dispose()
    {
        Assert.Empty(Census.Discrepancies);
        RoutineRecord.Note(_kernel.TakeTally());
        foreach (var task in _tasks)
            task.Dispose();
        var left = Census;
        Assert.Empty(left.Discrepancies);
        Assert.Equal((0, 0, 0, 0, 0L), (left.Tasks, left.Names, left.Messages, left.OutOfLineRegions, left.OutOfLineBytes));
        _kernel.Dispose();
    }
}
