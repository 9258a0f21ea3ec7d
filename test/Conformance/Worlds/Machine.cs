using Mach.Darwin;

namespace Mach.Conformance;

/// <summary>One kernel with its tasks. When it is disposed everything must have come back.</summary>
public sealed class Machine : IDisposable
{
    private readonly ManagedKernel? _own;   // null where the kernel is XNU
    private readonly IKernel _way;
    private readonly Nursery _nursery;
    private readonly MachSystem _system;
    private readonly List<Party> _parties = [];
    private readonly int _ownPorts;      // of the kernel itself
    private readonly List<Robot> _robots = [];

    internal Machine(ManagedKernel kernel, Func<ManagedKernel, IKernel?> front)
    {
        _own = kernel;
        _way = front(kernel) ?? kernel;
        _nursery = new Nursery(_way as IKernelHost ?? kernel);
        _ownPorts = kernel.TakeCensus().Ports;
        _system = MachSystem.Boot(_nursery, _way);
    }

    internal Machine(DarwinKernel kernel)
    {
        _way = kernel;
        _nursery = new Nursery(kernel);
        _system = MachSystem.Boot(_nursery, kernel);
    }

    private ManagedKernel Own
    {
        get
        {
            Assert.SkipWhen(_own is null, "XNU does not let a process look into it.");
            return _own!;
        }
    }

    /// <summary>A task of the machine.</summary>
    public Party NewTask(string name = "task", Party? parent = null, TaskIdentity? identity = null)
    {
        Assert.SkipWhen(_own is null && (_parties.Count != 0 || identity is not null), "On XNU this process is one task, and is who it is.");
        var party = _own is null
            ? new Party(this, _system.FirstTask) { IsProcess = true }
            : new Party(this, _system.CreateTask(name, parent?.Task, identity));
        lock (_parties)
            _parties.Add(party);
        return party;
    }

    /// <summary>One more thread for a task, which sleeps without an OS thread.</summary>
    internal Sleeper NewSleeper(Party party)
    {
        var sleeper = new Sleeper(party, _system.Kernel, _nursery);
        _nursery.Attach(_nursery.With(party.Task.Memory), sleeper);
        return sleeper;
    }

    /// <summary>A queue of events of a task.</summary>
    public KernelEventQueue NewEventQueue(Party party, Action? activated)
    {
        Assert.SkipWhen(_own is null, "XNU's queues of events are kqueues.");
        return _nursery.CreateEventQueue(_nursery.With(party.Task.Memory), activated);
    }

    /// <summary>One more thread for a task, with a CPU.</summary>
    internal Robot NewRobot(Party party, CpuKind kind)
    {
        Assert.SkipWhen(_own is null || _way is LibSystemHost, "The process's own threads are all that reach a kernel through a libSystem.");
        var robot = new Robot(party.Task.Memory, _nursery, _system.Kernel, kind);
        _nursery.Attach(_nursery.With(party.Task.Memory), robot);
        lock (_robots)
            _robots.Add(robot);
        return robot;
    }

    /// <summary>Tasks that are born from now on make threads with such CPUs for thread_create.</summary>
    public void MakeThreads(CpuKind kind) => _nursery.Maker = memory =>
    {
        var robot = new Robot(memory, _nursery, _system.Kernel, kind, stops: 1);
        lock (_robots)
            _robots.Add(robot);
        return robot;
    };

    /// <summary>The CPU that was made last.</summary>
    public Robot LastRobot
    {
        get
        {
            lock (_robots)
                return _robots[^1];
        }
    }

    public KernelCensus Census() => Own.TakeCensus();

    public KernelSnapshot Snapshot() => Own.TakeSnapshot();

    /// <summary>Somebody changes the machine's calendar.</summary>
    public void ChangeCalendar(bool set) => Own.NoteCalendarChange(set);

    public KernelTally Tally() => Own.TakeTally();

    /// <summary>Every count agrees with what is found. Call it when no thread is at work.</summary>
    public void CheckRights()
    {
        if (_own is not null)
            Assert.Empty(Census().Discrepancies);
    }

    public void Dispose()
    {
        CheckRights();
        if (_own is not null)
            RoutineRecord.Note(_own.TakeTally());
        foreach (var party in _parties)
            party.Dispose();
        (_way as LibSystemHost)?.Dispose();
        if (_own is null)
            return;
        foreach (var robot in _robots)
        {
            robot.Detach();
            robot.Dispose();
        }
        var left = Census();
        Assert.Empty(left.Discrepancies);
        Assert.Equal((0, _ownPorts, 0, 0, 0, 0L), (left.Tasks, left.Ports, left.Names, left.Messages, left.OutOfLineRegions, left.OutOfLineBytes));
        _own.Dispose();
    }
}
