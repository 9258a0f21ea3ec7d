using System.Diagnostics.CodeAnalysis;

namespace Mach;

/// <summary>The names that a name service knows. A name lasts as long as its port.</summary>
/// <remarks>
/// N1 Each service has a reference of its own to its port's name in the service's task, so that name does not change its meaning.
/// N2 For each such name one dead-name notification is on order, or the port is dead and the notification is on its way.
/// N3 Services of dead ports are there until their notification, or the next request for their name, finds them; nobody gets to see them.
/// </remarks>
internal sealed class ServiceTable(ReceiveRight notify, BootstrapServerOptions options) : IDisposable
{
    // One flow serves all requests: no lock.
    private readonly Dictionary<string, Service> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<RawMachPort, List<Service>> _byPort = [];
    private readonly Dictionary<int, int> _perOwner = [];

    /// <summary>Finds the living service of a name.</summary>
    public bool TryFind(string name, [NotNullWhen(true)] out Service? service)
    {
        if (_byName.TryGetValue(name, out service) && !service.Port.IsDead)
            return true;
        if (service is not null)
            Remove(service);
        service = null;
        return false;
    }

    /// <summary>Whether one more name is allowed to a process.</summary>
    public bool HasRoomFor(int owner) =>
        _byName.Count < options.MostServices && _perOwner.GetValueOrDefault(owner) < options.MostServicesOfOneProcess;

    /// <summary>Adds a service under a name that is free.</summary>
    /// <param name="name">The name.</param>
    /// <param name="port">The right; the table's now, whatever the answer.</param>
    /// <param name="owner">Whose process it counts for.</param>
    /// <returns><c>KERN_INVALID_RIGHT</c> when the port is dead.</returns>
    public kern_return_t Add(string name, SendRight port, int owner)
    {
        RawMachPort key = KeyOf(port);
        if (!_byPort.TryGetValue(key, out List<Service>? sharing))
        {
            try
            {
                port.RequestDeadName(notify)?.Dispose();
            }
            catch (MachException refusal)
            {
                port.Dispose();
                return refusal.Code == KERN_INVALID_ARGUMENT ? KERN_INVALID_RIGHT : refusal.Code;
            }

            _byPort.Add(key, sharing = []);
        }

        var service = new Service(name, port, owner);
        _byName.Add(name, service);
        sharing.Add(service);
        _perOwner[owner] = _perOwner.GetValueOrDefault(owner) + 1;
        return KERN_SUCCESS;
    }

    /// <summary>A port has died: its names are free.</summary>
    public void Bury(DeadName dead)
    {
        using RawMachPortBorrow name = dead.AsRawMachPort();
        if (!_byPort.TryGetValue(name.Port, out List<Service>? dying))
            return;
        foreach (Service service in dying.ToArray())
            Remove(service);
    }

    /// <summary>Forgets all.</summary>
    public void Dispose()
    {
        foreach (Service service in _byName.Values)
            service.Dispose();
        _byName.Clear();
        _byPort.Clear();
        _perOwner.Clear();
    }

    private void Remove(Service service)
    {
        RawMachPort key = KeyOf(service.Port);
        _byName.Remove(service.Name);
        List<Service> sharing = _byPort[key];
        sharing.Remove(service);
        if (sharing.Count == 0)
            _byPort.Remove(key);
        if (--_perOwner[service.Owner] == 0)
            _perOwner.Remove(service.Owner);
        service.Dispose();
    }

    private static RawMachPort KeyOf(SendRight port)
    {
        using RawMachPortBorrow name = port.AsRawMachPort();
        return name.Port;
    }
}
