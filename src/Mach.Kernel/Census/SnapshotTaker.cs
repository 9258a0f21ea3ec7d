namespace Mach.Kernel;

/// <summary>Writes down what a cut shows.</summary>
internal sealed class SnapshotTaker
{
    private readonly KernelCut _cut;

    private readonly Dictionary<KTask, RegionSnapshot[]> _regions;

    private SnapshotTaker(KernelCut cut, Dictionary<KTask, RegionSnapshot[]> regions)
    {
        _cut = cut;
        _regions = regions;
    }

    internal static KernelSnapshot Take(ManagedKernel kernel)
    {
        // A map's gate is entered with no kernel lock held, so maps come before the cut.
        var regions = kernel.AllTasks().ToDictionary(static task => task, static task => task.Map.Show());
        using var cut = new KernelCut(kernel);
        var taker = new SnapshotTaker(cut, regions);
        return new KernelSnapshot(
            KernelSnapshot.CurrentFormat,
            [.. cut.Tasks.Select((task, index) => taker.Of(task, cut.Threads[index])).OrderBy(static task => task.ProcessId)],
            [.. cut.Ports.Where(static pair => pair.Key.Active).Select(pair => taker.Of(pair.Key, pair.Value)).OrderBy(static port => port.Number)],
            [.. cut.Sets.Where(static set => set.Active).Select(taker.Of).OrderBy(static set => set.Number)],
            [.. CensusTaker.Discrepancies(cut, atRest: false)]);
    }

    private int NumberOf(object known) => _cut.Kernel.Numbers.Of(known);

    private TaskSnapshot Of(KTask task, KThread[] threads) => new(
        task.ProcessId,
        task.Name,
        [.. NamesOf(task.Space)],
        [.. threads.Select(Of).OrderBy(static thread => thread.Number)],
        _regions.GetValueOrDefault(task) ?? [],
        [.. task.HeldRights().Select(NumberOf)]);

    private IEnumerable<NameSnapshot> NamesOf(KSpace space)
    {
        if (!space.Active)
            yield break;
        for (var slot = 1; slot < space.Capacity; slot++)
        {
            var entry = space.Peek(slot);
            if (entry.Type != 0)
            {
                yield return new NameSnapshot(
                    (uint)slot << 8 | entry.Generation,
                    entry.Type | (entry.Request?.TypeBits ?? 0),
                    entry.Urefs,
                    entry.Object is null ? null : NumberOf(entry.Object));
            }
        }
    }

    private ThreadSnapshot Of(KThread thread)
    {
        if (thread.WaitsOn is not { } on)
            return new ThreadSnapshot(NumberOf(thread), null);
        var kind = on switch
        {
            KPort when thread.Outgoing is not null => WaitKind.Send,
            KPort => WaitKind.Receive,
            KPortSet => WaitKind.ReceiveFromSet,
            TimedSleep => WaitKind.Time,
            KSemaphore => WaitKind.Semaphore,
            KEventlink => WaitKind.Eventlink,
            _ => WaitKind.Other,
        };
        var name = kind is WaitKind.Receive or WaitKind.ReceiveFromSet ? thread.Receive.Name : MACH_PORT_NULL;
        return new ThreadSnapshot(NumberOf(thread), new WaitSnapshot(kind, kind == WaitKind.Time ? null : NumberOf(PortOf(on)), name, Volatile.Read(ref thread.TimerSlot) >= 0));
    }

    /// <summary>What others know the object by.</summary>
    private static object PortOf(IWaitable on) => on switch
    {
        KSemaphore semaphore => semaphore.Port,
        KEventlink end => end.Port,
        _ => on,
    };

    private PortSnapshot Of(KPort port, KernelCut.Rights found) => new(
        NumberOf(port),
        port.KernelObject?.ObjectType ?? 0,
        port.KernelObject?.Description,
        port.Receiver?.Task.ProcessId,
        port.Receiver is null ? MACH_PORT_NULL : port.ReceiverName,
        port.SendRights,
        port.SendOnceRights,
        Math.Max(0, port.SendRights - found.Sends) + Math.Max(0, port.SendOnceRights - found.SendOnces),
        port.MakeSendCount,
        port.QueueLimit,
        [.. Queue(port)],
        [.. port.Receivers().Select(NumberOf)],
        [.. port.Senders().Select(sender => new SenderSnapshot(NumberOf(sender), Of(sender.Outgoing!)))],
        SetsOf(port),
        port.Is(PortFlags.Guarded),
        port.NoSenders is not null);

    private IEnumerable<MessageSnapshot> Queue(KPort port)
    {
        for (var message = port.First; message is not null; message = message.Next)
            yield return Of(message);
    }

    private MessageSnapshot Of(KMessage message) => new(
        message.Id,
        message.Size,
        message.Sender?.Identity.ProcessId,
        [.. KernelCut.RightsIn(message).Where(right => !ReferenceEquals(right.Port, message.Destination)).Select(right => NumberOf(right.Port))]);

    private List<int> SetsOf(KPort port)
    {
        var sets = new List<int>();
        foreach (var membership in port.Sets)
            sets.Add(NumberOf(membership.Set));
        return sets;
    }

    private PortSetSnapshot Of(KPortSet set) => new(
        NumberOf(set), [.. set.Members().Select(NumberOf).Order()], [.. set.Receivers().Select(NumberOf)]);
}
