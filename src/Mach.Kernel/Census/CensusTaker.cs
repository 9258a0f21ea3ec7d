namespace Mach.Kernel;

/// <summary>Compares each port's counts with the rights that were found.</summary>
internal static class CensusTaker
{
    internal static KernelCensus Take(ManagedKernel kernel)
    {
        List<string> discrepancies;
        int names, queued;
        using (var cut = new KernelCut(kernel))
        {
            discrepancies = [.. Discrepancies(cut, atRest: true)];
            (names, queued) = (cut.Names, cut.Messages);
        }
        var messages = kernel.Messages.Out - kernel.CountSpares();
        if (messages < queued)
            discrepancies.Add($"{queued} messages are queued, {messages} are counted in use");
        var (ports, copies, bytes) = kernel.Figures;
        var calls = kernel.Timers.Calls();
        var sleeping = calls.Count(static call => call is KThread);
        return new KernelCensus(
            kernel.AllTasks().Length, ports, names, messages, copies, bytes, sleeping, calls.Length - sleeping, discrepancies);
    }

    /// <summary>What is wrong: at rest every right must be found, at any other time none too many.</summary>
    internal static IEnumerable<string> Discrepancies(KernelCut cut, bool atRest) =>
        cut.Ports.Where(static pair => pair.Key.Active)
            .SelectMany(pair => Miscounted(pair.Key, pair.Value, atRest).Select(what => $"{Name(cut, pair.Key)}: {what}"))
            .Concat(Misplaced(cut));

    private static IEnumerable<string> Miscounted(KPort port, KernelCut.Rights found, bool atRest)
    {
        if (port.SendRights < found.Sends || (atRest && port.SendRights != found.Sends))
            yield return $"counts {port.SendRights} send rights, {found.Sends} were found";
        if (port.SendOnceRights < found.SendOnces || (atRest && port.SendOnceRights != found.SendOnces))
            yield return $"counts {port.SendOnceRights} send-once rights, {found.SendOnces} were found";
        if (found.Receives > 1 || (atRest && found.Receives == 0 && port.KernelObject is not { IsReceivedByKernel: true }))
            yield return $"{found.Receives} receive rights were found";
    }

    /// <summary>Receive rights under a name that their ports do not know.</summary>
    private static IEnumerable<string> Misplaced(KernelCut cut)
    {
        foreach (var space in cut.Tasks.Select(static task => task.Space).Where(static space => space.Active))
        {
            for (var slot = 1; slot < space.Capacity; slot++)
            {
                var entry = space.Peek(slot);
                if (entry.Has(MACH_PORT_TYPE_RECEIVE) && !entry.Port.IsReceivedAs(space, (uint)slot << 8 | entry.Generation))
                    yield return $"{Name(cut, entry.Port)}: the space that holds its receive right is not its receiver";
            }
        }
    }

    private static string Name(KernelCut cut, KPort port) =>
        $"port {cut.Kernel.Numbers.Of(port)}" + (port.Receiver is { } space ? $" (0x{port.ReceiverName:x} of {space.Task.Name})" : "");
}
