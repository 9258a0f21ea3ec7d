using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mach.Abi;

// mach/arm/_structs.h: structures

/// <summary>Floating point registers of a 32-bit arm thread (<c>ARM_VFP_STATE</c>), 260 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct arm_vfp_state_t
{
    /// <summary>The registers, as words.</summary>
    public r_words __r;

    /// <summary>Status and control.</summary>
    public uint __fpscr;

    /// <summary>64 words.</summary>
    [InlineArray(64)]
    public struct r_words
    {
        private uint _first;
    }
}

/// <summary>Vector registers of an arm64 thread (<c>ARM_NEON_STATE64</c>), 528 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct arm_neon_state64_t
{
    /// <summary>v0 to v31.</summary>
    public v_registers __v;

    /// <summary>Floating point status.</summary>
    public uint __fpsr;

    /// <summary>Floating point control.</summary>
    public uint __fpcr;

    /// <summary>32 registers.</summary>
    [InlineArray(32)]
    public struct v_registers
    {
        private UInt128 _first;
    }
}

/// <summary>Vector registers of a 32-bit arm thread (<c>ARM_NEON_STATE</c>), 272 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct arm_neon_state_t
{
    /// <summary>q0 to q15.</summary>
    public v_registers __v;

    /// <summary>Floating point status.</summary>
    public uint __fpsr;

    /// <summary>Floating point control.</summary>
    public uint __fpcr;

    /// <summary>Sixteen registers.</summary>
    [InlineArray(16)]
    public struct v_registers
    {
        private UInt128 _first;
    }
}

/// <summary>Matrix mode of an arm64 thread (<c>ARM_SME_STATE</c>), 24 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct arm_sme_state_t
{
    /// <summary>Streaming vector control.</summary>
    public ulong __svcr;

    /// <summary>The thread's second pointer register.</summary>
    public ulong __tpidr2_el0;

    /// <summary>Bytes of a streaming vector.</summary>
    public ushort __svl_b;
}

/// <summary>Sixteen streaming vector registers (<c>ARM_SVE_Z_STATE1</c>, <c>ARM_SVE_Z_STATE2</c>), 4,096 bytes.</summary>
[StructLayout(LayoutKind.Explicit, Size = 4096)]
public struct arm_sve_z_state_t
{
    // C aligns the bytes to 4.
    [FieldOffset(0)]
    private uint _alignment;

    /// <summary>The registers, 256 bytes each.</summary>
    [FieldOffset(0)]
    public z_bytes __z;

    /// <summary>16 × 256 bytes.</summary>
    [InlineArray(4096)]
    public struct z_bytes
    {
        private byte _first;
    }
}

/// <summary>Predicate registers (<c>ARM_SVE_P_STATE</c>), 512 bytes.</summary>
[StructLayout(LayoutKind.Explicit, Size = 512)]
public struct arm_sve_p_state_t
{
    // C aligns the bytes to 4.
    [FieldOffset(0)]
    private uint _alignment;

    /// <summary>The registers, 32 bytes each.</summary>
    [FieldOffset(0)]
    public p_bytes __p;

    /// <summary>16 × 32 bytes.</summary>
    [InlineArray(512)]
    public struct p_bytes
    {
        private byte _first;
    }
}

/// <summary>A piece of the matrix (<c>ARM_SME_ZA_STATE1</c> to 16), 4,096 bytes.</summary>
[StructLayout(LayoutKind.Explicit, Size = 4096)]
public struct arm_sme_za_state_t
{
    // C aligns the bytes to 4.
    [FieldOffset(0)]
    private uint _alignment;

    /// <summary>The bytes.</summary>
    [FieldOffset(0)]
    public za_bytes __za;

    /// <summary>4096 bytes.</summary>
    [InlineArray(4096)]
    public struct za_bytes
    {
        private byte _first;
    }
}

/// <summary>The look-up table register (<c>ARM_SME2_STATE</c>), 64 bytes.</summary>
[StructLayout(LayoutKind.Explicit, Size = 64)]
public struct arm_sme2_state_t
{
    // C aligns the bytes to 4.
    [FieldOffset(0)]
    private uint _alignment;

    /// <summary>The register.</summary>
    [FieldOffset(0)]
    public zt0_bytes __zt0;

    /// <summary>64 bytes.</summary>
    [InlineArray(64)]
    public struct zt0_bytes
    {
        private byte _first;
    }
}
