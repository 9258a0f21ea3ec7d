using Mach.Kernel;

namespace Mach.Tool.Demo;

/// <summary>The kernel of the demo, its tasks, and the ports that the story is about.</summary>
internal sealed class Stage : IDisposable
{
    private readonly MachSystem _system;
    private readonly List<Actor> _actors = [];
    private readonly Dictionary<uint, string> _ports = [];                          // what each port is called
    private readonly Dictionary<(MachTask Task, RawMachPort Name), string> _seen = [];   // what was last seen under a name

    public Stage()
    {
        _system = MachSystem.Boot(Kernel);
    }

    /// <summary>How long a message may take. Nothing waits that long unless something is broken.</summary>
    public static MachTimeout Soon => MachTimeout.After(TimeSpan.FromSeconds(30));

    /// <summary>The kernel.</summary>
    public ManagedKernel Kernel { get; } = new();

    /// <summary>Tasks that live.</summary>
    public IReadOnlyList<MachTask> Tasks => [.. _actors.Select(actor => actor.Task).Where(task => task.IsAlive)];

    /// <summary>Makes a task with a thread of its own.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="parent">Whose bootstrap port it inherits.</param>
    public Actor Cast(string name, Actor? parent = null)
    {
        var actor = new Actor(_system.CreateTask(name, parent?.Task));
        _actors.Add(actor);
        return actor;
    }

    /// <summary>Gives a port a name for people: the one that a right leads to.</summary>
    public void Call(MachRight right, string port)
    {
        SpaceListing.Entry entry = SpaceListing.Read(right.Task).FirstOrDefault(entry => entry.Name == right.RawPort);
        if (entry.Identity != 0)
            _ports[entry.Identity] = port;
    }

    /// <summary>Who holds which right to the ports that have names for people.</summary>
    public IReadOnlyList<Holding> Rights()
    {
        var found = new List<Holding>();
        foreach (MachTask task in Tasks)
        {
            foreach (SpaceListing.Entry entry in SpaceListing.Read(task))
            {
                if (NameOf(task, entry) is { } port)
                    found.Add(new Holding(task.Name, task.ProcessId, $"{entry.Name}", KindOf(entry.Type), entry.References, port));
            }
        }

        return found;
    }

    /// <summary>Ends all tasks.</summary>
    public void EndTasks()
    {
        foreach (Actor actor in _actors)
            actor.Dispose();
        _actors.Clear();
    }

    public void Dispose()
    {
        EndTasks();
        Kernel.Dispose();
    }

    /// <summary>Ends one task.</summary>
    public void End(Actor actor)
    {
        actor.Dispose();
        _actors.Remove(actor);
    }

    private string? NameOf(MachTask task, SpaceListing.Entry entry)
    {
        if (entry.Identity == 0)
            return _seen.TryGetValue((task, entry.Name), out string? was) ? $"{was}, which died" : null;
        if (!_ports.TryGetValue(entry.Identity, out string? port))
            return null;
        return _seen[(task, entry.Name)] = port;
    }

    private static string KindOf(uint type)
    {
        (uint Bit, string Word)[] kinds =
        [
            (MACH_PORT_TYPE_RECEIVE, "receive"), (MACH_PORT_TYPE_SEND, "send"), (MACH_PORT_TYPE_SEND_ONCE, "send-once"),
            (MACH_PORT_TYPE_PORT_SET, "port set"), (MACH_PORT_TYPE_DEAD_NAME, "dead name"),
        ];
        return string.Join(" + ", kinds.Where(kind => (type & kind.Bit) != 0).Select(kind => kind.Word));
    }
}
