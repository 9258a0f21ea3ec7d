namespace Mach.Conformance;

/// <summary>One kernel with its tasks. When it is disposed everything must have come back.</summary>
public sealed class Machine : IDisposable
{
    private readonly ManagedKernel _kernel;
    private readonly Nursery _nursery;
    private readonly MachSystem _system;
    private readonly List<Party> _parties = [];
    private readonly int _ownPorts;      // of the kernel itself

    internal Machine(ManagedKernel kernel, Func<ManagedKernel, IKernel?> front)
    {
        _kernel = kernel;
        _nursery = new Nursery(kernel);
        _ownPorts = kernel.TakeCensus().Ports;
        _system = MachSystem.Boot(_nursery, front(kernel) ?? kernel);
    }

    /// <summary>A task of the machine.</summary>
    public Party NewTask(string name = "task", Party? parent = null, TaskIdentity? identity = null)
    {
        var party = new Party(this, _system.CreateTask(name, parent?.Task, identity));
        lock (_parties)
            _parties.Add(party);
        return party;
    }

    /// <summary>One more thread for a task, which sleeps without an OS thread.</summary>
    internal Sleeper NewSleeper(Party party)
    {
        var sleeper = new Sleeper(party, _system.Kernel, _nursery.Interrupt);
        _nursery.Attach(_nursery.With(party.Task.Memory), sleeper);
        return sleeper;
    }

    /// <summary>A queue of events of a task.</summary>
    public KernelEventQueue NewEventQueue(Party party, Action? activated) =>
        _nursery.CreateEventQueue(_nursery.With(party.Task.Memory), activated);

    public KernelCensus Census() => _kernel.TakeCensus();

    public KernelSnapshot Snapshot() => _kernel.TakeSnapshot();

    /// <summary>Somebody changes the machine's calendar.</summary>
    public void ChangeCalendar(bool set) => _kernel.NoteCalendarChange(set);

    public KernelTally Tally() => _kernel.TakeTally();

    /// <summary>Every count agrees with what is found. Call it when no thread is at work.</summary>
    public void CheckRights() => Assert.Empty(Census().Discrepancies);

    public void Dispose()
    {
        CheckRights();
        RoutineRecord.Note(_kernel.TakeTally());
        foreach (var party in _parties)
            party.Dispose();
        var left = Census();
        Assert.Empty(left.Discrepancies);
        Assert.Equal((0, _ownPorts, 0, 0, 0, 0L), (left.Tasks, left.Ports, left.Names, left.Messages, left.OutOfLineRegions, left.OutOfLineBytes));
        _kernel.Dispose();
    }
}
