using System.Runtime.CompilerServices;

namespace Mach.Kernel;

/// <summary>Walks every space, queue and stored right, and compares each port's counts with what was found.</summary>
internal sealed class CensusTaker
{
    private sealed class Found
    {
        internal int Sends, SendOnces, Receives;
    }

    private readonly Dictionary<KPort, Found> _ports = [];
    private readonly Queue<KPort> _unvisited = [];
    private readonly List<string> _discrepancies = [];
    private int _names;
    private int _queued;

    internal static KernelCensus Take(ManagedKernel kernel)
    {
        var taker = new CensusTaker();
        var tasks = kernel.AllTasks();
        foreach (var task in tasks)
        {
            taker.Visit(task.Space);
            foreach (var port in task.HeldRights())
                taker.Of(port).Sends++;
        }
        while (taker._unvisited.TryDequeue(out var port))
            taker.Visit(port);
        foreach (var (port, found) in taker._ports)
            taker.Compare(port, found);
        var messages = kernel.Messages.Out - kernel.CountSpares();
        if (messages < taker._queued)
            taker._discrepancies.Add($"{taker._queued} messages are queued, {messages} are counted in use");
        var (ports, copies, bytes) = kernel.Figures;
        var calls = kernel.Timers.Calls();
        var sleeping = calls.Count(static call => call is KThread);
        return new KernelCensus(
            tasks.Length, ports, taker._names, messages, copies, bytes, sleeping, calls.Length - sleeping, taker._discrepancies);
    }

    private Found Of(KPort port)
    {
        if (!_ports.TryGetValue(port, out var found))
        {
            _ports.Add(port, found = new Found());
            _unvisited.Enqueue(port);
        }
        return found;
    }

    private void Visit(KSpace space)
    {
        space.Gate.Enter();
        for (var slot = 1; slot < space.Capacity; slot++)
        {
            var entry = space.Peek(slot);
            if (entry.Type == 0)
                continue;
            _names++;
            if (entry.Object is not KPort port)
                continue;
            var found = Of(port);
            if (entry.Has(MACH_PORT_TYPE_SEND))
                found.Sends++;
            if (entry.Has(MACH_PORT_TYPE_SEND_ONCE))
                found.SendOnces++;
            if (!entry.Has(MACH_PORT_TYPE_RECEIVE))
                continue;
            found.Receives++;
            if (!ReferenceEquals(port.Receiver, space) || port.ReceiverName != ((uint)slot << 8 | entry.Generation))
                _discrepancies.Add($"{Name(port)}: the space that holds its receive right is not its receiver");
        }
        space.Gate.Exit();
    }

    private void Visit(KPort port)
    {
        port.Gate.Enter();
        if (port.Active)
        {
            CountOnce(port.NoSenders);
            CountOnce(port.PortDestroyed);
            foreach (var notify in port.RequestedNotices())
                CountOnce(notify);
            for (var message = port.First; message is not null; message = message.Next)
                Visit(message);
            foreach (var sender in port.BlockedSenders())
                Visit(sender);
        }
        port.Gate.Exit();
    }

    private void Visit(KMessage message)
    {
        _queued++;
        Count(message.Destination, message.DestinationType);
        Count(message.Reply, message.ReplyType);
        Count(message.Voucher, (byte)MACH_MSG_TYPE_PORT_SEND);
        for (var index = 0; index < message.DescriptorCount; index++)
        {
            ref var descriptor = ref message.Descriptors[index];
            Count(descriptor.Port, descriptor.Disposition);
            foreach (var port in descriptor.Ports ?? [])
                Count(port, descriptor.Disposition);
        }
    }

    private void CountOnce(KPort? port) => Count(port, (byte)MACH_MSG_TYPE_PORT_SEND_ONCE);

    private void Count(KPort? port, byte type)
    {
        if (!KPort.IsLive(port))
            return;
        var found = Of(port);
        if (type == MACH_MSG_TYPE_PORT_SEND)
            found.Sends++;
        else if (type == MACH_MSG_TYPE_PORT_SEND_ONCE)
            found.SendOnces++;
        else
            found.Receives++;
    }

    private void Compare(KPort port, Found found)
    {
        if (!port.Active)
            return;
        if (port.SendRights != found.Sends)
            _discrepancies.Add($"{Name(port)}: counts {port.SendRights} send rights, {found.Sends} were found");
        if (port.SendOnceRights != found.SendOnces)
            _discrepancies.Add($"{Name(port)}: counts {port.SendOnceRights} send-once rights, {found.SendOnces} were found");
        if (found.Receives > 1 || (found.Receives == 0 && !port.IsKernelOwned))
            _discrepancies.Add($"{Name(port)}: {found.Receives} receive rights were found");
    }

    private static string Name(KPort port) =>
        $"port {RuntimeHelpers.GetHashCode(port):x}" + (port.Receiver is { } space ? $" (0x{port.ReceiverName:x} of {space.Task.Name})" : "");
}
