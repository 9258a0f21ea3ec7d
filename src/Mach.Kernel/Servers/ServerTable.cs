namespace Mach.Kernel;

/// <summary>The MIG servers behind the kernel's ports, by message number.</summary>
[RefusesSubsystem("vm32_map", "serves 32-bit tasks, and there are none; 64-bit tasks send mach_vm's numbers")]
[RefusesSubsystem("iokit", "the kernel drives no device and keeps no registry of them")]
[RefusesSubsystem("exc", "the kernel sends exceptions and handles none: what turns them into Unix signals on Darwin is no part of Mach")]
[RefusesSubsystem("mach_exc", "the kernel sends exceptions and handles none: what turns them into Unix signals on Darwin is no part of Mach")]
[RefusesSubsystem("UNDReply", "answers a user-notification daemon, to which the kernel never turns")]
[RefusesSubsystem("arcade_register", "belongs to a commercial service of Apple's")]
internal sealed class ServerTable
{
    private readonly ServedSubsystem[] _subsystems;    // in order of their numbers, which do not overlap

    internal ServerTable(ManagedKernel kernel)
    {
        MigServer<KThread, KPort?>[] servers =
        [
            new HostServer(kernel),
            new HostPrivServer(kernel),
            new ProcessorServer(kernel),
            new PortServer(kernel),
            new TaskServer(kernel),
            new ProcessorSetServer(kernel),
            new VoucherServer(),
            new VmServer(kernel),
            new MemoryEntryServer(kernel),
            new ClockServer(kernel),
            new EventlinkServer(kernel),
            new ThreadServer(kernel),
            new RestartableServer(),
        ];
        _subsystems = [.. servers.OrderBy(static server => server.First).Select(static server => new ServedSubsystem(server))];
    }

    internal ServedSubsystem? Find(int id)
    {
        var (low, high) = (0, _subsystems.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            var subsystem = _subsystems[middle];
            if (id < subsystem.First)
                high = middle - 1;
            else if (id >= subsystem.End)
                low = middle + 1;
            else
                return subsystem;
        }
        return null;
    }

    internal IEnumerable<RoutineTally> Tallies() => _subsystems.SelectMany(static subsystem => subsystem.Tallies());
}
