using System.Globalization;

namespace Mach.Kernel;

/// <summary>The machine's figures as Linux tells them. On other systems there are none, which every caller says by name.</summary>
internal static class LinuxFigures
{
    /// <summary>Ticks of ten milliseconds that a processor spent.</summary>
    internal readonly record struct Ticks(uint User, uint System, uint Idle);

    internal static bool AreThere => OperatingSystem.IsLinux();

    /// <summary>Ticks of each processor, by slot; empty where they cannot be read.</summary>
    internal static List<Ticks> ProcessorTicks() =>
        [.. Lines("/proc/stat").Where(static line => line.StartsWith("cpu", StringComparison.Ordinal) && line.Length > 3 && char.IsAsciiDigit(line[3])).Select(TicksOf)];

    /// <summary>Averages of runnable threads over one, five and fifteen minutes; empty where they cannot be read.</summary>
    internal static double[] LoadAverages() =>
        Lines("/proc/loadavg").FirstOrDefault()?.Split(' ') is [var one, var five, var fifteen, ..]
            ? [Number(one), Number(five), Number(fifteen)]
            : [];

    /// <summary>Bytes of one kind of memory, by Linux's name for it; 0 where it is unknown.</summary>
    internal static ulong Memory(string kind) => Memory().GetValueOrDefault(kind);

    /// <summary>Bytes of memory by kind.</summary>
    internal static Dictionary<string, ulong> Memory() => Table("/proc/meminfo", ':', 1024);

    /// <summary>Counters of virtual memory since the machine booted.</summary>
    internal static Dictionary<string, ulong> MemoryEvents() => Table("/proc/vmstat", ' ', 1);

    /// <summary>Processors; 0 where they cannot be counted.</summary>
    internal static int Processors() => ProcessorTicks().Count;

    /// <summary>Cores; 0 where they cannot be told from processors.</summary>
    internal static int Cores()
    {
        var (package, cores) = ("", new HashSet<string>(StringComparer.Ordinal));
        foreach (var line in Lines("/proc/cpuinfo"))
        {
            if (line.StartsWith("physical id", StringComparison.Ordinal))
                package = line;
            else if (line.StartsWith("core id", StringComparison.Ordinal))
                cores.Add(package + line);
        }
        return cores.Count;
    }

    // cpu0 user nice system idle iowait irq softirq ...
    private static Ticks TicksOf(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        uint At(int index) => index < words.Length && ulong.TryParse(words[index], CultureInfo.InvariantCulture, out var value) ? (uint)value : 0;
        return new Ticks(At(1) + At(2), At(3) + At(6) + At(7), At(4) + At(5));
    }

    private static Dictionary<string, ulong> Table(string path, char separator, ulong unit)
    {
        var table = new Dictionary<string, ulong>(StringComparer.Ordinal);
        foreach (var line in Lines(path))
        {
            var end = line.IndexOf(separator, StringComparison.Ordinal);
            if (end > 0 && ulong.TryParse(line.AsSpan(end + 1).Trim().ToString().Split(' ')[0], CultureInfo.InvariantCulture, out var value))
                table[line[..end]] = value * unit;
        }
        return table;
    }

    private static string[] Lines(string path)
    {
        try
        {
            return AreThere ? File.ReadAllLines(path) : [];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static double Number(string text) => double.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value : 0;
}
