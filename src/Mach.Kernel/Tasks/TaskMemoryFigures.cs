namespace Mach.Kernel;

/// <summary>What task_info tells of a task's memory: bytes, addresses and counts; resident bytes are 0 where nobody measures.</summary>
internal readonly record struct TaskMemoryFigures(
    int PageSize, long VirtualSize, int Regions, long LowestAddress, long HighestAddress, long ResidentSize, long ResidentPeak);

internal sealed partial class KTask
{
    /// <summary>Whose registers its threads have: those of the first that has a CPU, else this machine's.</summary>
    internal CpuKind Kind
    {
        get
        {
            foreach (var thread in Threads())
            {
                if (thread.User.Cpu is { } cpu)
                    return cpu.Kind;
            }
            return ThisMachine;
        }
    }

    internal static CpuKind ThisMachine =>
        System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture == System.Runtime.InteropServices.Architecture.Arm64
            ? CpuKind.Arm64
            : CpuKind.X64;

    /// <summary>What is known of its memory.</summary>
    internal TaskMemoryFigures MemoryFigures()
    {
        var (bytes, regions) = Map.Totals;
        return new((int)Map.Space.PageSize, (long)bytes, regions, (long)Map.Space.Lowest, (long)Map.Space.End, 0, 0);
    }
}
