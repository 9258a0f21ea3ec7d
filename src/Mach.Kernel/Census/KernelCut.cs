namespace Mach.Kernel;

/// <summary>A kernel at one instant: the gates of every space, port and set are held until the cut is left.</summary>
/// <remarks>
/// C1 Gates are taken rank by rank, each rank whole before the next: whoever holds one and waits for another waits for a higher
/// rank, which is free or will be (docs/locks.md). Cuts of one kernel take turns.
/// C2 Nothing that takes a lock of the ranks Space to Set runs inside a cut.
/// C3 Rights in the hands of running threads are in no table and no queue, so a port may count more rights than were found, never fewer.
/// </remarks>
internal sealed class KernelCut : IDisposable
{
    /// <summary>The rights to one port that tables, queues and the kernel's records hold.</summary>
    internal sealed class Rights
    {
        internal int Sends, SendOnces, Receives;
    }

    private readonly Dictionary<KPort, Rights> _ports = [];
    private readonly HashSet<KPortSet> _sets = [];
    private readonly Queue<KPort> _unheld = [];        // ports found whose gates are not held yet

    internal readonly ManagedKernel Kernel;
    internal readonly KTask[] Tasks;
    internal readonly KThread[][] Threads;             // by task

    internal KernelCut(ManagedKernel kernel)
    {
        Kernel = kernel;
        kernel.CutTurn.Enter();
        Tasks = kernel.AllTasks();
        Threads = new KThread[Tasks.Length][];
        for (var index = 0; index < Tasks.Length; index++)
            Threads[index] = Tasks[index].HoldThreads();
        foreach (var task in Tasks)
            task.Space.Gate.EnterBesideItsRank();
        foreach (var task in Tasks)
            task.HoldSpecialPorts();
        foreach (var actions in Actions())
            actions.Hold();
        kernel.HostPorts.Hold();
        foreach (var task in Tasks)
            Read(task);
        Of(kernel.Host);
        foreach (var (port, type) in kernel.HostPorts.HeldRights())
            Count(port, type);
        foreach (var alarm in kernel.Timers.Calls().OfType<ClockAlarm>())
            Count(alarm.Port, (byte)MACH_MSG_TYPE_PORT_SEND_ONCE);
        foreach (var port in kernel.HostExceptions.HeldRights())
            Of(port).Sends++;
        while (_unheld.TryDequeue(out var port))
        {
            port.Gate.EnterBesideItsRank();
            Read(port);
        }
        foreach (var set in _sets)
            set.Gate.EnterBesideItsRank();
    }

    /// <summary>Every port that anything leads to, with the rights that were found.</summary>
    internal IReadOnlyDictionary<KPort, Rights> Ports => _ports;

    internal IReadOnlyCollection<KPortSet> Sets => _sets;

    /// <summary>Names in all spaces.</summary>
    internal int Names { get; private set; }

    /// <summary>Messages in queues, and those of blocked senders.</summary>
    internal int Messages { get; private set; }

    public void Dispose()
    {
        foreach (var set in _sets)
            set.Gate.Exit();
        foreach (var port in _ports.Keys)
            port.Gate.Exit();
        Kernel.HostPorts.LetGo();
        foreach (var actions in Actions())
            actions.LetGo();
        foreach (var task in Tasks)
        {
            task.LetSpecialPortsGo();
            task.Space.Gate.Exit();
            task.LetThreadsGo();
        }
        Kernel.CutTurn.Exit();
    }

    /// <summary>The rights that a message carries, each with its type.</summary>
    internal static IEnumerable<(KPort Port, byte Type)> RightsIn(KMessage message)
    {
        if (KPort.IsLive(message.Destination))
            yield return (message.Destination, message.DestinationType);
        if (KPort.IsLive(message.Reply))
            yield return (message.Reply, message.ReplyType);
        if (KPort.IsLive(message.Voucher))
            yield return (message.Voucher, (byte)MACH_MSG_TYPE_PORT_SEND);
        for (var index = 0; index < message.DescriptorCount; index++)
        {
            var descriptor = message.Descriptors[index];
            if (KPort.IsLive(descriptor.Port))
                yield return (descriptor.Port, descriptor.Disposition);
            foreach (var port in descriptor.Ports ?? [])
            {
                if (KPort.IsLive(port))
                    yield return (port, descriptor.Disposition);
            }
        }
    }

    /// <summary>Where exceptions are told: of the host, of tasks, of threads.</summary>
    private IEnumerable<ExceptionActions> Actions() =>
        [Kernel.HostExceptions, .. Tasks.Select(static task => task.Exceptions), .. Threads.SelectMany(static threads => threads).Select(static thread => thread.Exceptions)];

    private Rights Of(KPort port)
    {
        if (!_ports.TryGetValue(port, out var rights))
        {
            _ports.Add(port, rights = new Rights());
            _unheld.Enqueue(port);
        }
        return rights;
    }

    private void Read(KTask task)
    {
        foreach (var port in task.HeldRights())
            Of(port).Sends++;
        var space = task.Space;
        if (!space.Active)
            return;     // its destroyer is at work in it without the gate (S5)
        for (var slot = 1; slot < space.Capacity; slot++)
        {
            var entry = space.Peek(slot);
            if (entry.Type == 0)
                continue;
            Names++;
            if (entry.Object is KPortSet set)
                _sets.Add(set);
            if (entry.Object is not KPort port)
                continue;
            var rights = Of(port);
            if (entry.Has(MACH_PORT_TYPE_SEND))
                rights.Sends++;
            if (entry.Has(MACH_PORT_TYPE_SEND_ONCE))
                rights.SendOnces++;
            if (entry.Has(MACH_PORT_TYPE_RECEIVE))
                rights.Receives++;
        }
    }

    private void Read(KPort port)
    {
        if (!port.Active)
            return;
        if (port.KernelObject is KTimer)
            Of(port).Sends++;      // the kernel's own (X1)
        Count(port.NoSenders, (byte)MACH_MSG_TYPE_PORT_SEND_ONCE);
        Count(port.PortDestroyed, (byte)MACH_MSG_TYPE_PORT_SEND_ONCE);
        foreach (var notify in port.RequestedNotices())
            Count(notify, (byte)MACH_MSG_TYPE_PORT_SEND_ONCE);
        for (var message = port.First; message is not null; message = message.Next)
            Read(message);
        foreach (var sender in port.Senders())
            Read(sender.Outgoing!);
        foreach (var membership in port.Sets)
            _sets.Add(membership.Set);
    }

    private void Read(KMessage message)
    {
        Messages++;
        foreach (var (port, type) in RightsIn(message))
            Count(port, type);
    }

    private void Count(KPort? port, byte type)
    {
        if (!KPort.IsLive(port))
            return;
        var rights = Of(port);
        if (type == MACH_MSG_TYPE_PORT_SEND)
            rights.Sends++;
        else if (type == MACH_MSG_TYPE_PORT_SEND_ONCE)
            rights.SendOnces++;
        else
            rights.Receives++;
    }
}
