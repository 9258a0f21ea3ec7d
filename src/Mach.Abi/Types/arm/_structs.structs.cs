using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mach.Abi;

// mach/arm/_structs.h: structures

/// <summary>Exception registers of a 32-bit arm thread (<c>ARM_EXCEPTION_STATE</c>), 12 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct arm_exception_state_t
{
    /// <summary>The exception's number.</summary>
    public uint __exception;

    /// <summary>The fault status register.</summary>
    public uint __fsr;

    /// <summary>The fault address.</summary>
    public uint __far;
}

/// <summary>Exception registers of an arm64 thread (<c>ARM_EXCEPTION_STATE64</c>), 16 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct arm_exception_state64_t
{
    /// <summary>The fault address.</summary>
    public ulong __far;

    /// <summary>The exception syndrome register.</summary>
    public uint __esr;

    /// <summary>The exception's number.</summary>
    public uint __exception;
}

/// <summary>Exception registers of an arm64 thread, wide syndrome (<c>ARM_EXCEPTION_STATE64_V2</c>), 16 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct arm_exception_state64_v2_t
{
    /// <summary>The fault address.</summary>
    public ulong __far;

    /// <summary>The exception syndrome register.</summary>
    public ulong __esr;
}

/// <summary>Registers of a 32-bit arm thread (<c>ARM_THREAD_STATE32</c>), 68 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct arm_thread_state_t
{
    /// <summary>r0 to r12.</summary>
    public r_words __r;

    /// <summary>The stack pointer.</summary>
    public uint __sp;

    /// <summary>The link register.</summary>
    public uint __lr;

    /// <summary>The program counter.</summary>
    public uint __pc;

    /// <summary>The status register.</summary>
    public uint __cpsr;

    /// <summary>Thirteen registers.</summary>
    [InlineArray(13)]
    public struct r_words
    {
        private uint _first;
    }
}

/// <summary>Registers of an arm64 thread (<c>ARM_THREAD_STATE64</c>), 272 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct arm_thread_state64_t
{
    /// <summary>x0 to x28.</summary>
    public x_longs __x;

    /// <summary>The frame pointer, x29.</summary>
    public ulong __fp;

    /// <summary>The link register.</summary>
    public ulong __lr;

    /// <summary>The stack pointer.</summary>
    public ulong __sp;

    /// <summary>The program counter.</summary>
    public ulong __pc;

    /// <summary>The status register.</summary>
    public uint __cpsr;

    /// <summary>Not used.</summary>
    public uint __pad;

    /// <summary>29 registers.</summary>
    [InlineArray(29)]
    public struct x_longs
    {
        private ulong _first;
    }
}

/// <summary>Why the last page could not be read in (<c>ARM_PAGEIN_STATE</c>), 4 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct arm_pagein_state_t
{
    /// <summary>A Unix error number; 0 for none.</summary>
    public int __pagein_error;
}

/// <summary>Performance counters of an arm64 thread (<c>ARM_CPMU_STATE64</c>), 128 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct __darwin_arm_cpmu_state64
{
    /// <summary>The counters.</summary>
    public ctrs_longs __ctrs;

    /// <summary>Sixteen counters.</summary>
    [InlineArray(16)]
    public struct ctrs_longs
    {
        private ulong _first;
    }
}
