using System.Runtime.InteropServices;

namespace Mach.Abi;

// mach/i386/thread_status.h: structures

/// <summary>Which x86 state follows, 8 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct x86_state_hdr_t
{
    /// <summary>The flavor of the state that follows.</summary>
    public uint flavor;

    /// <summary>Regions.</summary>
    public uint count;
}

/// <summary>Registers of an x86 thread of either width (<c>x86_THREAD_STATE</c>), 176 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct x86_thread_state_t
{
    /// <summary>Which of the two it is.</summary>
    public x86_state_hdr_t tsh;

    /// <summary>The registers.</summary>
    public uts_union uts;

    /// <summary>One of the two.</summary>
    [StructLayout(LayoutKind.Explicit)]
    public struct uts_union
    {
        /// <summary>Of a 32-bit thread.</summary>
        [FieldOffset(0)]
        public i386_thread_state_t ts32;

        /// <summary>Of a 64-bit thread.</summary>
        [FieldOffset(0)]
        public x86_thread_state64_t ts64;
    }
}

/// <summary>Floating point and vector registers of an x86 thread of either width (<c>x86_FLOAT_STATE</c>), 532 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct x86_float_state_t
{
    /// <summary>Which of the two it is.</summary>
    public x86_state_hdr_t fsh;

    /// <summary>The registers.</summary>
    public ufs_union ufs;

    /// <summary>One of the two.</summary>
    [StructLayout(LayoutKind.Explicit, Pack = 4)]
    public struct ufs_union
    {
        /// <summary>Of a 32-bit thread.</summary>
        [FieldOffset(0)]
        public i386_float_state_t fs32;

        /// <summary>Of a 64-bit thread.</summary>
        [FieldOffset(0)]
        public x86_float_state64_t fs64;
    }
}

/// <summary>Exception registers of an x86 thread of either width (<c>x86_EXCEPTION_STATE</c>), 24 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct x86_exception_state_t
{
    /// <summary>Which of the two it is.</summary>
    public x86_state_hdr_t esh;

    /// <summary>The registers.</summary>
    public ues_union ues;

    /// <summary>One of the two.</summary>
    [StructLayout(LayoutKind.Explicit)]
    public struct ues_union
    {
        /// <summary>Of a 32-bit thread.</summary>
        [FieldOffset(0)]
        public i386_exception_state_t es32;

        /// <summary>Of a 64-bit thread.</summary>
        [FieldOffset(0)]
        public x86_exception_state64_t es64;
    }
}

/// <summary>Debug registers of an x86 thread of either width (<c>x86_DEBUG_STATE</c>), 72 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct x86_debug_state_t
{
    /// <summary>Which of the two it is.</summary>
    public x86_state_hdr_t dsh;

    /// <summary>The registers.</summary>
    public uds_union uds;

    /// <summary>One of the two.</summary>
    [StructLayout(LayoutKind.Explicit)]
    public struct uds_union
    {
        /// <summary>Of a 32-bit thread.</summary>
        [FieldOffset(0)]
        public x86_debug_state32_t ds32;

        /// <summary>Of a 64-bit thread.</summary>
        [FieldOffset(0)]
        public x86_debug_state64_t ds64;
    }
}

/// <summary>Vector registers of 256 bits of an x86 thread of either width (<c>x86_AVX_STATE</c>), 852 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct x86_avx_state_t
{
    /// <summary>Which of the two it is.</summary>
    public x86_state_hdr_t ash;

    /// <summary>The registers.</summary>
    public ufs_union ufs;

    /// <summary>One of the two.</summary>
    [StructLayout(LayoutKind.Explicit, Pack = 4)]
    public struct ufs_union
    {
        /// <summary>Of a 32-bit thread.</summary>
        [FieldOffset(0)]
        public x86_avx_state32_t as32;

        /// <summary>Of a 64-bit thread.</summary>
        [FieldOffset(0)]
        public x86_avx_state64_t as64;
    }
}

/// <summary>Vector registers of 512 bits of an x86 thread of either width (<c>x86_AVX512_STATE</c>), 2,452 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct x86_avx512_state_t
{
    /// <summary>Which of the two it is.</summary>
    public x86_state_hdr_t ash;

    /// <summary>The registers.</summary>
    public ufs_union ufs;

    /// <summary>One of the two.</summary>
    [StructLayout(LayoutKind.Explicit, Pack = 4)]
    public struct ufs_union
    {
        /// <summary>Of a 32-bit thread.</summary>
        [FieldOffset(0)]
        public x86_avx512_state32_t as32;

        /// <summary>Of a 64-bit thread.</summary>
        [FieldOffset(0)]
        public x86_avx512_state64_t as64;
    }
}
