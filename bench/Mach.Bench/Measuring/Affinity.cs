using System.Numerics;
using System.Runtime.InteropServices;

namespace Mach.Bench.Measuring;

/// <summary>Pins the running OS thread to a CPU, where the system can do that.</summary>
internal static partial class Affinity
{
    private const int Words = 16;
    private static readonly ulong[] Original = Get();

    /// <summary>The CPUs on which this process may run.</summary>
    public static IReadOnlyList<int> Allowed()
    {
        if (!OperatingSystem.IsLinux())
            throw new UnavailableException("threads cannot be pinned on this system");
        var cpus = new List<int>();
        for (var word = 0; word < Words; word++)
        {
            for (var bits = Original[word]; bits != 0; bits &= bits - 1)
                cpus.Add((word * 64) + BitOperations.TrailingZeroCount(bits));
        }

        return cpus;
    }

    /// <summary>Pins the running thread; null lets it run everywhere again.</summary>
    public static void Pin(int? cpu)
    {
        if (!OperatingSystem.IsLinux())
            return;
        var mask = new ulong[Words];
        if (cpu is { } number)
            mask[number / 64] = 1UL << (number % 64);
        else
            Original.CopyTo(mask, 0);
        if (sched_setaffinity(0, Words * sizeof(ulong), mask) != 0)
            throw new UnavailableException($"this thread cannot be pinned (errno {Marshal.GetLastPInvokeError()})");
    }

    private static ulong[] Get()
    {
        var mask = new ulong[Words];
        if (OperatingSystem.IsLinux() && sched_getaffinity(0, Words * sizeof(ulong), mask) < 0)
            throw new UnavailableException($"the CPUs of this process cannot be read (errno {Marshal.GetLastPInvokeError()})");
        return mask;
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial int sched_setaffinity(int thread, nuint size, [In] ulong[] mask);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int sched_getaffinity(int thread, nuint size, [Out] ulong[] mask);
}
