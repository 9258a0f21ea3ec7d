using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mach.Abi;

// mach/i386/_structs.h: structures

/// <summary>Registers of a 32-bit x86 thread (<c>x86_THREAD_STATE32</c>), 64 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct i386_thread_state_t
{
    /// <summary>Register eax.</summary>
    public uint __eax;

    /// <summary>Register ebx.</summary>
    public uint __ebx;

    /// <summary>Register ecx.</summary>
    public uint __ecx;

    /// <summary>Register edx.</summary>
    public uint __edx;

    /// <summary>Register edi.</summary>
    public uint __edi;

    /// <summary>Register esi.</summary>
    public uint __esi;

    /// <summary>Register ebp.</summary>
    public uint __ebp;

    /// <summary>Register esp.</summary>
    public uint __esp;

    /// <summary>Register ss.</summary>
    public uint __ss;

    /// <summary>Register eflags.</summary>
    public uint __eflags;

    /// <summary>Register eip.</summary>
    public uint __eip;

    /// <summary>Register cs.</summary>
    public uint __cs;

    /// <summary>Register ds.</summary>
    public uint __ds;

    /// <summary>Register es.</summary>
    public uint __es;

    /// <summary>Register fs.</summary>
    public uint __fs;

    /// <summary>Register gs.</summary>
    public uint __gs;
}

/// <summary>Exception registers of a 32-bit x86 thread (<c>x86_EXCEPTION_STATE32</c>), 12 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct i386_exception_state_t
{
    /// <summary>The trap's number.</summary>
    public ushort __trapno;

    /// <summary>The processor.</summary>
    public ushort __cpu;

    /// <summary>The error code.</summary>
    public uint __err;

    /// <summary>The address that faulted.</summary>
    public uint __faultvaddr;
}

/// <summary>Debug registers of a 32-bit x86 thread (<c>x86_DEBUG_STATE32</c>), 32 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct x86_debug_state32_t
{
    /// <summary>Address of breakpoint 0.</summary>
    public uint __dr0;

    /// <summary>Address of breakpoint 1.</summary>
    public uint __dr1;

    /// <summary>Address of breakpoint 2.</summary>
    public uint __dr2;

    /// <summary>Address of breakpoint 3.</summary>
    public uint __dr3;

    /// <summary>Not used.</summary>
    public uint __dr4;

    /// <summary>Not used.</summary>
    public uint __dr5;

    /// <summary>Status.</summary>
    public uint __dr6;

    /// <summary>Control.</summary>
    public uint __dr7;
}

/// <summary>Instructions around the one that failed (<c>x86_INSTRUCTION_STATE</c>), 2,456 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct x86_instruction_state_t
{
    /// <summary>Bytes of <c>__insn_bytes</c> that are valid.</summary>
    public int __insn_stream_valid_bytes;

    /// <summary>Where the instruction is in them.</summary>
    public int __insn_offset;

    /// <summary>1 when memory and cache line differ.</summary>
    public int __out_of_synch;

    /// <summary>The instructions.</summary>
    public insn_bytes __insn_bytes;

    /// <summary>The cache line.</summary>
    public insn_cacheline_bytes __insn_cacheline;

    /// <summary>2,380 bytes.</summary>
    [InlineArray(2380)]
    public struct insn_bytes
    {
        private byte _first;
    }

    /// <summary>64 bytes.</summary>
    [InlineArray(64)]
    public struct insn_cacheline_bytes
    {
        private byte _first;
    }
}

/// <summary>One branch taken, 24 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct __last_branch_record
{
    /// <summary>From where.</summary>
    public ulong __from_ip;

    /// <summary>To where.</summary>
    public ulong __to_ip;

    private uint _bits;

    /// <summary>It was not foreseen (1 bit).</summary>
    public uint __mispredict
    {
        readonly get => _bits & 0x1;
        set => _bits = (_bits & ~0x1u) | (value & 0x1);
    }

    /// <summary>A transaction was aborted (1 bit).</summary>
    public uint __tsx_abort
    {
        readonly get => (_bits >> 1) & 0x1;
        set => _bits = (_bits & ~0x2u) | ((value & 0x1) << 1);
    }

    /// <summary>In a transaction (1 bit).</summary>
    public uint __in_tsx
    {
        readonly get => (_bits >> 2) & 0x1;
        set => _bits = (_bits & ~0x4u) | ((value & 0x1) << 2);
    }

    /// <summary>Cycles since the one before (16 bits).</summary>
    public uint __cycle_count
    {
        readonly get => (_bits >> 3) & 0xffff;
        set => _bits = (_bits & ~0x7fff8u) | ((value & 0xffff) << 3);
    }

    /// <summary>Not used (13 bits).</summary>
    public uint __reserved
    {
        readonly get => (_bits >> 19) & 0x1fff;
        set => _bits = (_bits & ~0xfff80000u) | ((value & 0x1fff) << 19);
    }
}

/// <summary>The last branches of a thread (<c>x86_LAST_BRANCH_STATE</c>), 776 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct last_branch_state_t
{
    /// <summary>Branches.</summary>
    public int __lbr_count;

    private uint _bits;

    /// <summary>The branches.</summary>
    public lbrs_entries __lbrs;

    /// <summary>Whether transactions are told (1 bit).</summary>
    public uint __lbr_supported_tsx
    {
        readonly get => _bits & 0x1;
        set => _bits = (_bits & ~0x1u) | (value & 0x1);
    }

    /// <summary>Whether cycles are told (1 bit).</summary>
    public uint __lbr_supported_cycle_count
    {
        readonly get => (_bits >> 1) & 0x1;
        set => _bits = (_bits & ~0x2u) | ((value & 0x1) << 1);
    }

    /// <summary>Not used (30 bits).</summary>
    public uint __reserved
    {
        readonly get => (_bits >> 2) & 0x3fffffff;
        set => _bits = (_bits & ~0xfffffffcu) | ((value & 0x3fffffff) << 2);
    }

    /// <summary>32 branches.</summary>
    [InlineArray(32)]
    public struct lbrs_entries
    {
        private __last_branch_record _first;
    }
}

/// <summary>Why the last page could not be read in (<c>x86_PAGEIN_STATE</c>), 4 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct x86_pagein_state_t
{
    /// <summary>A Unix error number; 0 for none.</summary>
    public int __pagein_error;
}

/// <summary>Registers of a 64-bit x86 thread (<c>x86_THREAD_STATE64</c>), 168 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct x86_thread_state64_t
{
    /// <summary>Register rax.</summary>
    public ulong __rax;

    /// <summary>Register rbx.</summary>
    public ulong __rbx;

    /// <summary>Register rcx.</summary>
    public ulong __rcx;

    /// <summary>Register rdx.</summary>
    public ulong __rdx;

    /// <summary>Register rdi.</summary>
    public ulong __rdi;

    /// <summary>Register rsi.</summary>
    public ulong __rsi;

    /// <summary>Register rbp.</summary>
    public ulong __rbp;

    /// <summary>Register rsp.</summary>
    public ulong __rsp;

    /// <summary>Register r8.</summary>
    public ulong __r8;

    /// <summary>Register r9.</summary>
    public ulong __r9;

    /// <summary>Register r10.</summary>
    public ulong __r10;

    /// <summary>Register r11.</summary>
    public ulong __r11;

    /// <summary>Register r12.</summary>
    public ulong __r12;

    /// <summary>Register r13.</summary>
    public ulong __r13;

    /// <summary>Register r14.</summary>
    public ulong __r14;

    /// <summary>Register r15.</summary>
    public ulong __r15;

    /// <summary>Register rip.</summary>
    public ulong __rip;

    /// <summary>Register rflags.</summary>
    public ulong __rflags;

    /// <summary>Register cs.</summary>
    public ulong __cs;

    /// <summary>Register fs.</summary>
    public ulong __fs;

    /// <summary>Register gs.</summary>
    public ulong __gs;
}

/// <summary>All registers of a 64-bit x86 thread (<c>x86_THREAD_FULL_STATE64</c>), 200 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct x86_thread_full_state64_t
{
    /// <summary>The ordinary registers.</summary>
    public x86_thread_state64_t __ss64;

    /// <summary>Register ds.</summary>
    public ulong __ds;

    /// <summary>Register es.</summary>
    public ulong __es;

    /// <summary>Register ss.</summary>
    public ulong __ss;

    /// <summary>The base of gs.</summary>
    public ulong __gsbase;
}

/// <summary>Exception registers of a 64-bit x86 thread (<c>x86_EXCEPTION_STATE64</c>), 16 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct x86_exception_state64_t
{
    /// <summary>The trap's number.</summary>
    public ushort __trapno;

    /// <summary>The processor.</summary>
    public ushort __cpu;

    /// <summary>The error code.</summary>
    public uint __err;

    /// <summary>The address that faulted.</summary>
    public ulong __faultvaddr;
}

/// <summary>Debug registers of a 64-bit x86 thread (<c>x86_DEBUG_STATE64</c>), 64 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct x86_debug_state64_t
{
    /// <summary>Address of breakpoint 0.</summary>
    public ulong __dr0;

    /// <summary>Address of breakpoint 1.</summary>
    public ulong __dr1;

    /// <summary>Address of breakpoint 2.</summary>
    public ulong __dr2;

    /// <summary>Address of breakpoint 3.</summary>
    public ulong __dr3;

    /// <summary>Not used.</summary>
    public ulong __dr4;

    /// <summary>Not used.</summary>
    public ulong __dr5;

    /// <summary>Status.</summary>
    public ulong __dr6;

    /// <summary>Control.</summary>
    public ulong __dr7;
}

/// <summary>Performance counters of a 64-bit x86 thread, 128 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct __darwin_x86_cpmu_state64
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
