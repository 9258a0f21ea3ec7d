using System.Globalization;
using System.Runtime.InteropServices;

namespace Mach.Bench;

/// <summary>What the figures were measured on.</summary>
/// <param name="Cpus">CPUs that this process may use.</param>
/// <param name="System">The operating system and the architecture.</param>
/// <param name="Runtime">The .NET that ran it.</param>
internal sealed record Machine(int Cpus, string System, string Runtime)
{
    /// <summary>How many threads wanted a CPU lately, this process's among them; null where the system does not tell.</summary>
    public double? Load { get; init; } = ReadLoad();

    /// <summary>What to think of the figures when others used the machine meanwhile; null when nobody did.</summary>
    public string? Warning => Load > Cpus + 1
        ? string.Create(CultureInfo.InvariantCulture, $"The machine was busy with other work (load {Load:0.0} on {Cpus} CPUs): rows with two threads say little.")
        : null;

    public static Machine Here { get; } = new(Environment.ProcessorCount, $"{RuntimeInformation.OSDescription} {RuntimeInformation.ProcessArchitecture}", RuntimeInformation.FrameworkDescription);

    private static double? ReadLoad()
    {
        try
        {
            return double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture);
        }
        catch (Exception unknown) when (unknown is IOException or UnauthorizedAccessException or FormatException)
        {
            return null;
        }
    }
}
