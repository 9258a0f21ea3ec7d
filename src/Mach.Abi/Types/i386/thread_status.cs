namespace Mach.Abi;

// mach/i386/thread_status.h
public static partial class MachConstants
{
    /// <summary>Thread state flavor: <c>i386_thread_state_t</c>.</summary>
    public const int i386_THREAD_STATE = 1;

    /// <summary>Thread state flavor: <c>i386_float_state_t</c>.</summary>
    public const int i386_FLOAT_STATE = 2;

    /// <summary>Thread state flavor: <c>i386_exception_state_t</c>.</summary>
    public const int i386_EXCEPTION_STATE = 3;

    /// <summary>Thread state flavor: <c>x86_thread_state32_t</c>.</summary>
    public const int x86_THREAD_STATE32 = 1;

    /// <summary>Thread state flavor: <c>x86_float_state32_t</c>.</summary>
    public const int x86_FLOAT_STATE32 = 2;

    /// <summary>Thread state flavor: <c>x86_exception_state32_t</c>.</summary>
    public const int x86_EXCEPTION_STATE32 = 3;

    /// <summary>Thread state flavor: <c>x86_thread_state64_t</c>.</summary>
    public const int x86_THREAD_STATE64 = 4;

    /// <summary>Thread state flavor: <c>x86_float_state64_t</c>.</summary>
    public const int x86_FLOAT_STATE64 = 5;

    /// <summary>Thread state flavor: <c>x86_exception_state64_t</c>.</summary>
    public const int x86_EXCEPTION_STATE64 = 6;

    /// <summary>Thread state flavor: <c>x86_thread_state_t</c>.</summary>
    public const int x86_THREAD_STATE = 7;

    /// <summary>Thread state flavor: <c>x86_float_state_t</c>.</summary>
    public const int x86_FLOAT_STATE = 8;

    /// <summary>Thread state flavor: <c>x86_exception_state_t</c>.</summary>
    public const int x86_EXCEPTION_STATE = 9;

    /// <summary>Thread state flavor: <c>x86_debug_state32_t</c>.</summary>
    public const int x86_DEBUG_STATE32 = 10;

    /// <summary>Thread state flavor: <c>x86_debug_state64_t</c>.</summary>
    public const int x86_DEBUG_STATE64 = 11;

    /// <summary>Thread state flavor: <c>x86_debug_state_t</c>.</summary>
    public const int x86_DEBUG_STATE = 12;

    /// <summary>Thread state flavor: <c>x86_avx_state32_t</c>.</summary>
    public const int x86_AVX_STATE32 = 16;

    /// <summary>Thread state flavor: <c>x86_avx_state64_t</c>.</summary>
    public const int x86_AVX_STATE64 = 17;

    /// <summary>Thread state flavor: <c>x86_avx_state_t</c>.</summary>
    public const int x86_AVX_STATE = 18;

    /// <summary>Thread state flavor: <c>x86_avx512_state32_t</c>.</summary>
    public const int x86_AVX512_STATE32 = 19;

    /// <summary>Thread state flavor: <c>x86_avx512_state64_t</c>.</summary>
    public const int x86_AVX512_STATE64 = 20;

    /// <summary>Thread state flavor: <c>x86_avx512_state_t</c>.</summary>
    public const int x86_AVX512_STATE = 21;

    /// <summary>Thread state flavor: <c>x86_pagein_state_t</c>.</summary>
    public const int x86_PAGEIN_STATE = 22;

    /// <summary>Thread state flavor: <c>x86_thread_full_state64_t</c>.</summary>
    public const int x86_THREAD_FULL_STATE64 = 23;

    /// <summary>Thread state flavor: <c>x86_instruction_state_t</c>.</summary>
    public const int x86_INSTRUCTION_STATE = 24;

    /// <summary>Thread state flavor: <c>last_branch_state_t</c>.</summary>
    public const int x86_LAST_BRANCH_STATE = 25;

    /// <summary>Segment selector: code of a 32-bit program.</summary>
    public const int USER_CODE_SELECTOR = 0x17;

    /// <summary>Segment selector: data of a 32-bit program.</summary>
    public const int USER_DATA_SELECTOR = 0x1f;

    /// <summary>Segment selector: code of a 32-bit kernel.</summary>
    public const int KERN_CODE_SELECTOR = 8;

    /// <summary>Segment selector: data of a 32-bit kernel.</summary>
    public const int KERN_DATA_SELECTOR = 0x10;

    /// <summary>Words of <c>i386_THREAD_STATE</c>.</summary>
    public const uint i386_THREAD_STATE_COUNT = 16;

    /// <summary>Words of <c>x86_THREAD_STATE32</c>.</summary>
    public const uint x86_THREAD_STATE32_COUNT = 16;

    /// <summary>Words of <c>i386_FLOAT_STATE</c>.</summary>
    public const uint i386_FLOAT_STATE_COUNT = 131;

    /// <summary>Words of <c>x86_FLOAT_STATE32</c>.</summary>
    public const uint x86_FLOAT_STATE32_COUNT = 131;

    /// <summary>Words of <c>x86_AVX_STATE32</c>.</summary>
    public const uint x86_AVX_STATE32_COUNT = 179;

    /// <summary>Words of <c>x86_AVX512_STATE32</c>.</summary>
    public const uint x86_AVX512_STATE32_COUNT = 259;

    /// <summary>Words of <c>i386_EXCEPTION_STATE</c>.</summary>
    public const uint i386_EXCEPTION_STATE_COUNT = 3;

    /// <summary>Words of <c>x86_EXCEPTION_STATE32</c>.</summary>
    public const uint x86_EXCEPTION_STATE32_COUNT = 3;

    /// <summary>Words of <c>i386_EXCEPTION_STATE</c>.</summary>
    public const uint I386_EXCEPTION_STATE_COUNT = 3;

    /// <summary>Words of <c>x86_DEBUG_STATE32</c>.</summary>
    public const uint x86_DEBUG_STATE32_COUNT = 8;

    /// <summary>Words of <c>x86_DEBUG_STATE32</c>.</summary>
    public const uint X86_DEBUG_STATE32_COUNT = 8;

    /// <summary>Words of <c>x86_THREAD_STATE64</c>.</summary>
    public const uint x86_THREAD_STATE64_COUNT = 42;

    /// <summary>Words of <c>x86_THREAD_FULL_STATE64</c>.</summary>
    public const uint x86_THREAD_FULL_STATE64_COUNT = 50;

    /// <summary>Words of <c>x86_FLOAT_STATE64</c>.</summary>
    public const uint x86_FLOAT_STATE64_COUNT = 131;

    /// <summary>Words of <c>x86_AVX_STATE64</c>.</summary>
    public const uint x86_AVX_STATE64_COUNT = 211;

    /// <summary>Words of <c>x86_AVX512_STATE64</c>.</summary>
    public const uint x86_AVX512_STATE64_COUNT = 611;

    /// <summary>Words of <c>x86_EXCEPTION_STATE64</c>.</summary>
    public const uint x86_EXCEPTION_STATE64_COUNT = 4;

    /// <summary>Words of <c>x86_EXCEPTION_STATE64</c>.</summary>
    public const uint X86_EXCEPTION_STATE64_COUNT = 4;

    /// <summary>Words of <c>x86_DEBUG_STATE64</c>.</summary>
    public const uint x86_DEBUG_STATE64_COUNT = 16;

    /// <summary>Words of <c>x86_DEBUG_STATE64</c>.</summary>
    public const uint X86_DEBUG_STATE64_COUNT = 16;

    /// <summary>Words of <c>x86_PAGEIN_STATE</c>.</summary>
    public const uint x86_PAGEIN_STATE_COUNT = 1;

    /// <summary>Words of <c>x86_PAGEIN_STATE</c>.</summary>
    public const uint X86_PAGEIN_STATE_COUNT = 1;

    /// <summary>Words of <c>x86_INSTRUCTION_STATE</c>.</summary>
    public const uint x86_INSTRUCTION_STATE_COUNT = 614;

    /// <summary>Words of <c>x86_INSTRUCTION_STATE</c>.</summary>
    public const uint X86_INSTRUCTION_STATE_COUNT = 614;

    /// <summary>Words of <c>x86_LAST_BRANCH_STATE</c>.</summary>
    public const uint x86_LAST_BRANCH_STATE_COUNT = 194;

    /// <summary>Words of <c>x86_LAST_BRANCH_STATE</c>.</summary>
    public const uint X86_LAST_BRANCH_STATE_COUNT = 194;

    /// <summary>Words of <c>x86_THREAD_STATE</c>.</summary>
    public const uint x86_THREAD_STATE_COUNT = 44;

    /// <summary>Words of <c>x86_FLOAT_STATE</c>.</summary>
    public const uint x86_FLOAT_STATE_COUNT = 133;

    /// <summary>Words of <c>x86_EXCEPTION_STATE</c>.</summary>
    public const uint x86_EXCEPTION_STATE_COUNT = 6;

    /// <summary>Words of <c>x86_DEBUG_STATE</c>.</summary>
    public const uint x86_DEBUG_STATE_COUNT = 18;

    /// <summary>Words of <c>x86_AVX_STATE</c>.</summary>
    public const uint x86_AVX_STATE_COUNT = 213;

    /// <summary>Words of <c>x86_AVX512_STATE</c>.</summary>
    public const uint x86_AVX512_STATE_COUNT = 613;
}
