namespace Mach.Kernel;

/// <summary>The MIG servers behind the kernel's ports, by message number.</summary>
internal sealed class ServerTable
{
    private readonly MigServer<KThread, KPort?>[] _servers;

    internal ServerTable(ManagedKernel kernel) => _servers = [new PortServer(kernel), new TaskServer(kernel)];

    internal MigServer<KThread, KPort?>? Find(int id)
    {
        foreach (var server in _servers)
        {
            if (id >= server.First && id < server.End)
                return server;
        }
        return null;
    }
}
