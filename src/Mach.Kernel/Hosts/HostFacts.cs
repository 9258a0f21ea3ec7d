using System.Runtime.InteropServices;

namespace Mach.Kernel;

/// <summary>What the machine is, in Mach's words: the same for all kernels and for as long as the process lives.</summary>
internal static class HostFacts
{
    /// <summary>Processors that the system schedules threads on.</summary>
    internal static int LogicalProcessors { get; } = Math.Max(Environment.ProcessorCount, LinuxFigures.Processors());

    /// <summary>Of these, the ones that this process may use.</summary>
    internal static int AvailableProcessors => Environment.ProcessorCount;

    /// <summary>Cores; as many as processors where the system does not tell them apart.</summary>
    internal static int PhysicalProcessors { get; } = LinuxFigures.Cores() is > 0 and var cores ? cores : LogicalProcessors;

    /// <summary>Bytes of memory.</summary>
    internal static ulong MemoryBytes { get; } =
        LinuxFigures.Memory("MemTotal") is > 0 and var bytes ? bytes : (ulong)GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;

    /// <summary>Bytes of a page.</summary>
    internal static ulong PageSize { get; } = (ulong)Environment.SystemPageSize;

    /// <summary>The processor's type: on x86_64 the plain one, as XNU says it there (R-HST-4).</summary>
    internal static int CpuType { get; } = RuntimeInformation.OSArchitecture == Architecture.Arm64 ? CPU_TYPE_ARM64 : CPU_TYPE_X86;

    internal static int CpuSubtype { get; } = CpuType == CPU_TYPE_ARM64 ? CPU_SUBTYPE_ARM64_ALL : CPU_SUBTYPE_X86_ARCH1;

    internal static int CpuThreadType { get; } =
        CpuType == CPU_TYPE_X86 && LogicalProcessors > PhysicalProcessors ? CPU_THREADTYPE_INTEL_HTT : CPU_THREADTYPE_NONE;

    /// <summary>Names the kernel and what it runs on.</summary>
    internal static string Version { get; } =
        $"Mach.NET {typeof(HostFacts).Assembly.GetName().Version}, a Mach kernel in managed code: {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}, {RuntimeInformation.OSArchitecture}";
}
