using System.Runtime.InteropServices;

namespace Mach.Bench;

/// <summary>What the figures were measured on.</summary>
internal sealed record Machine(int Cpus, string System, string Runtime)
{
    public static Machine Here { get; } = new(Environment.ProcessorCount, $"{RuntimeInformation.OSDescription} {RuntimeInformation.ProcessArchitecture}", RuntimeInformation.FrameworkDescription);
}
