using System.Runtime.InteropServices;

namespace Mach.Abi;

// mach/arm/processor_info.h: structures

/// <summary>Events of an arm processor, counters of 32 bits (<c>PROCESSOR_CPU_STAT</c>), 36 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct processor_cpu_stat_data_t
{
    /// <summary>Interrupts.</summary>
    public uint irq_ex_cnt;

    /// <summary>Interrupts by other processors.</summary>
    public uint ipi_cnt;

    /// <summary>Timer interrupts.</summary>
    public uint timer_cnt;

    /// <summary>Undefined instructions.</summary>
    public uint undef_ex_cnt;

    /// <summary>Misaligned accesses.</summary>
    public uint unaligned_cnt;

    /// <summary>Floating point exceptions.</summary>
    public uint vfp_cnt;

    /// <summary>Short vector exceptions.</summary>
    public uint vfp_shortv_cnt;

    /// <summary>Data aborts.</summary>
    public uint data_ex_cnt;

    /// <summary>Instruction aborts.</summary>
    public uint instr_ex_cnt;
}

/// <summary>Events of an arm processor (<c>PROCESSOR_CPU_STAT64</c>), 80 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct processor_cpu_stat64_data_t
{
    /// <summary>Interrupts.</summary>
    public ulong irq_ex_cnt;

    /// <summary>Interrupts by other processors.</summary>
    public ulong ipi_cnt;

    /// <summary>Timer interrupts.</summary>
    public ulong timer_cnt;

    /// <summary>Undefined instructions.</summary>
    public ulong undef_ex_cnt;

    /// <summary>Misaligned accesses.</summary>
    public ulong unaligned_cnt;

    /// <summary>Floating point exceptions.</summary>
    public ulong vfp_cnt;

    /// <summary>Short vector exceptions.</summary>
    public ulong vfp_shortv_cnt;

    /// <summary>Data aborts.</summary>
    public ulong data_ex_cnt;

    /// <summary>Instruction aborts.</summary>
    public ulong instr_ex_cnt;

    /// <summary>Performance counter interrupts.</summary>
    public ulong pmi_cnt;
}
