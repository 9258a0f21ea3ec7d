namespace Mach.Conformance;

/// <summary>What must hold between the parts of a snapshot, whenever it was taken.</summary>
internal static class Agreement
{
    internal static void Check(KernelSnapshot snapshot)
    {
        Assert.Empty(snapshot.Discrepancies);
        var ports = snapshot.Ports.ToDictionary(static port => port.Number);
        var sets = snapshot.Sets.ToDictionary(static set => set.Number);
        Names(snapshot, ports, sets);
        Memberships(ports, sets);
        Waits(snapshot, ports, sets);
        foreach (var port in snapshot.Ports)
        {
            Assert.True(port.InFlight >= 0 && port.InFlight <= port.SendRights + port.SendOnceRights);
            Assert.True(port.Receivers.Count == 0 || port.Messages.Count == 0, $"port {port.Number}: receivers wait beside messages");
            Assert.True(port.Senders.Count == 0 || port.Messages.Count >= port.QueueLimit, $"port {port.Number}: senders wait beside room");
        }
        foreach (var set in snapshot.Sets.Where(static set => set.Receivers.Count > 0))
            Assert.All(set.Members, member => Assert.Empty(ports[member].Messages));
    }

    private static void Names(KernelSnapshot snapshot, Dictionary<int, PortSnapshot> ports, Dictionary<int, PortSetSnapshot> sets)
    {
        var received = new HashSet<int>();
        foreach (var (task, name) in snapshot.Tasks.SelectMany(static task => task.Names.Select(name => (task, name))))
        {
            if (name.Object is not { } number)
            {
                Assert.True((name.Rights & MACH_PORT_TYPE_DEAD_NAME) != 0);
                continue;
            }
            if ((name.Rights & MACH_PORT_TYPE_PORT_SET) != 0)
                Assert.Contains(number, sets.Keys);
            if ((name.Rights & MACH_PORT_TYPE_RECEIVE) == 0)
                continue;
            Assert.True(received.Add(number), $"port {number} has two receivers");
            Assert.Equal((task.ProcessId, name.Name), (ports[number].Receiver, ports[number].ReceiverName));
        }
    }

    private static void Memberships(Dictionary<int, PortSnapshot> ports, Dictionary<int, PortSetSnapshot> sets)
    {
        var bySets = sets.Values.SelectMany(static set => set.Members.Select(member => (Port: member, Set: set.Number)));
        var byPorts = ports.Values.SelectMany(static port => port.Sets.Select(set => (Port: port.Number, Set: set)));
        Assert.Equal(bySets.Order(), byPorts.Order());
    }

    private static void Waits(KernelSnapshot snapshot, Dictionary<int, PortSnapshot> ports, Dictionary<int, PortSetSnapshot> sets)
    {
        foreach (var thread in snapshot.Tasks.SelectMany(static task => task.Threads).Where(static thread => thread.Wait is not null))
        {
            var wait = thread.Wait!;
            IEnumerable<int> list = wait.Kind switch
            {
                WaitKind.Receive => ports[wait.Object!.Value].Receivers,
                WaitKind.Send => ports[wait.Object!.Value].Senders.Select(static sender => sender.Thread),
                WaitKind.ReceiveFromSet => sets[wait.Object!.Value].Receivers,
                _ => [thread.Number],
            };
            Assert.Contains(thread.Number, list);
        }
    }
}
