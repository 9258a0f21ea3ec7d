namespace Mach;

/// <summary>A right that nobody disposed: the garbage collector released it.</summary>
/// <param name="Kind">The kind of right.</param>
/// <param name="Name">Its name.</param>
/// <param name="Task">The name of its task.</param>
/// <param name="Site">Where it came to life; null unless sites are recorded.</param>
public readonly record struct LeakedRight(string Kind, RawMachPort Name, string Task, string? Site);

/// <summary>Counts rights that were forgotten, and on demand records where each one came to life.</summary>
public static class RightTracker
{
    private static bool s_recordSites = Environment.GetEnvironmentVariable("MACH_TRACK_RIGHTS") is "1";
    private static long s_leaked;
    private static long s_refused;

    /// <summary>Records for every new right where it came to life; costly. On from the start when the environment has <c>MACH_TRACK_RIGHTS=1</c>.</summary>
    public static bool RecordSites
    {
        get => s_recordSites;
        set => s_recordSites = value;
    }

    /// <summary>Rights and messages that the garbage collector had to release since the program started.</summary>
    public static long LeakedCount => Interlocked.Read(ref s_leaked);

    /// <summary>Releases that a kernel refused since the program started: somebody else had destroyed the name.</summary>
    public static long RefusedCount => Interlocked.Read(ref s_refused);

    /// <summary>Told of each forgotten right, on the finalizer's thread. A handler must not throw.</summary>
    public static event Action<LeakedRight>? Leaked;

    internal static string? Site() => RecordSites ? Environment.StackTrace : null;

    internal static void CountRefused() => Interlocked.Increment(ref s_refused);

    internal static void Report(string kind, uint name, MachTask task, string? site)
    {
        _ = Interlocked.Increment(ref s_leaked);
        Leaked?.Invoke(new LeakedRight(kind, new RawMachPort(name), task.Name, site));
    }
}
