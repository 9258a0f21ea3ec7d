namespace Mach.Bench.Ours;

/// <summary>Two tasks of a kernel of their own; the client holds a send right to the service's port.</summary>
internal sealed class Pair : IDisposable
{
    public Pair()
    {
        var system = MachSystem.Boot();
        Service = system.CreateTask("service");
        Port = ReceiveRight.Create(Service, new PortOptions { QueueLimit = 1024 });
        using (var own = Port.MakeSend())
            Service.SetBootstrapPort(own);
        Client = Service.CreateChild("client");
        ToService = Client.GetBootstrapPort() ?? throw new InvalidOperationException("The client was born without its parent's port.");
    }

    public MachTask Service { get; }

    public MachTask Client { get; }

    /// <summary>The service's.</summary>
    public ReceiveRight Port { get; }

    /// <summary>The client's.</summary>
    public SendRight ToService { get; }

    public void Dispose()
    {
        Client.Dispose();
        Service.Dispose();
    }
}
