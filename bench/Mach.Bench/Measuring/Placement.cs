namespace Mach.Bench.Measuring;

/// <summary>On which CPUs the two ends of a workload run.</summary>
/// <param name="Client">The CPU of the thread that measures; null leaves it to the scheduler.</param>
/// <param name="Server">The CPU of the other thread, if there is one.</param>
internal readonly record struct Placement(int? Client, int? Server)
{
    /// <summary>Wherever the scheduler likes.</summary>
    public static Placement Free => default;

    /// <summary>Both ends on one CPU: every hand-over is a switch.</summary>
    /// <exception cref="UnavailableException">This system cannot pin threads.</exception>
    public static Placement Same()
    {
        var cpus = Affinity.Allowed();
        return new Placement(cpus[^1], cpus[^1]);
    }

    /// <summary>Each end on a CPU of its own, so that both may stay awake.</summary>
    /// <exception cref="UnavailableException">This system cannot pin threads or has one CPU.</exception>
    public static Placement Apart()
    {
        var cpus = Affinity.Allowed();
        if (cpus.Count < 2)
            throw new UnavailableException("needs two CPUs");
        return new Placement(cpus[^1], cpus[^2]);
    }

    public override string ToString() => (Client, Server) switch
    {
        (null, _) => "not pinned",
        var (client, server) when client == server => "one CPU",
        (_, null) => "pinned",
        _ => "two CPUs",
    };
}
