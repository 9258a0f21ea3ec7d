using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mach.Abi;

// mach/i386/_structs.h: structures

/// <summary>Vector registers of 256 bits of a 64-bit x86 thread (<c>x86_AVX_STATE64</c>), 844 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct x86_avx_state64_t
{
    /// <summary>Not used.</summary>
    public fpu_reserved_words __fpu_reserved;

    /// <summary>The control word.</summary>
    public __darwin_fp_control_t __fpu_fcw;

    /// <summary>The status word.</summary>
    public __darwin_fp_status_t __fpu_fsw;

    /// <summary>The tag word.</summary>
    public byte __fpu_ftw;

    /// <summary>Not used.</summary>
    public byte __fpu_rsrv1;

    /// <summary>The last operation.</summary>
    public ushort __fpu_fop;

    /// <summary>Where the last operation was.</summary>
    public uint __fpu_ip;

    /// <summary>Its code segment.</summary>
    public ushort __fpu_cs;

    /// <summary>Not used.</summary>
    public ushort __fpu_rsrv2;

    /// <summary>The last operand.</summary>
    public uint __fpu_dp;

    /// <summary>Its data segment.</summary>
    public ushort __fpu_ds;

    /// <summary>Not used.</summary>
    public ushort __fpu_rsrv3;

    /// <summary>Control and status of the vector unit.</summary>
    public uint __fpu_mxcsr;

    /// <summary>Bits of <c>__fpu_mxcsr</c> that the processor has.</summary>
    public uint __fpu_mxcsrmask;

    /// <summary>Floating point register 0.</summary>
    public __darwin_mmst_reg __fpu_stmm0;

    /// <summary>Floating point register 1.</summary>
    public __darwin_mmst_reg __fpu_stmm1;

    /// <summary>Floating point register 2.</summary>
    public __darwin_mmst_reg __fpu_stmm2;

    /// <summary>Floating point register 3.</summary>
    public __darwin_mmst_reg __fpu_stmm3;

    /// <summary>Floating point register 4.</summary>
    public __darwin_mmst_reg __fpu_stmm4;

    /// <summary>Floating point register 5.</summary>
    public __darwin_mmst_reg __fpu_stmm5;

    /// <summary>Floating point register 6.</summary>
    public __darwin_mmst_reg __fpu_stmm6;

    /// <summary>Floating point register 7.</summary>
    public __darwin_mmst_reg __fpu_stmm7;

    /// <summary>Vector register 0.</summary>
    public __darwin_xmm_reg __fpu_xmm0;

    /// <summary>Vector register 1.</summary>
    public __darwin_xmm_reg __fpu_xmm1;

    /// <summary>Vector register 2.</summary>
    public __darwin_xmm_reg __fpu_xmm2;

    /// <summary>Vector register 3.</summary>
    public __darwin_xmm_reg __fpu_xmm3;

    /// <summary>Vector register 4.</summary>
    public __darwin_xmm_reg __fpu_xmm4;

    /// <summary>Vector register 5.</summary>
    public __darwin_xmm_reg __fpu_xmm5;

    /// <summary>Vector register 6.</summary>
    public __darwin_xmm_reg __fpu_xmm6;

    /// <summary>Vector register 7.</summary>
    public __darwin_xmm_reg __fpu_xmm7;

    /// <summary>Vector register 8.</summary>
    public __darwin_xmm_reg __fpu_xmm8;

    /// <summary>Vector register 9.</summary>
    public __darwin_xmm_reg __fpu_xmm9;

    /// <summary>Vector register 10.</summary>
    public __darwin_xmm_reg __fpu_xmm10;

    /// <summary>Vector register 11.</summary>
    public __darwin_xmm_reg __fpu_xmm11;

    /// <summary>Vector register 12.</summary>
    public __darwin_xmm_reg __fpu_xmm12;

    /// <summary>Vector register 13.</summary>
    public __darwin_xmm_reg __fpu_xmm13;

    /// <summary>Vector register 14.</summary>
    public __darwin_xmm_reg __fpu_xmm14;

    /// <summary>Vector register 15.</summary>
    public __darwin_xmm_reg __fpu_xmm15;

    /// <summary>Not used.</summary>
    public fpu_rsrv4_bytes __fpu_rsrv4;

    /// <summary>Not used.</summary>
    public int __fpu_reserved1;

    /// <summary>Not used.</summary>
    public avx_reserved1_bytes __avx_reserved1;

    /// <summary>Upper half of vector register 0, to 256 bits.</summary>
    public __darwin_xmm_reg __fpu_ymmh0;

    /// <summary>Upper half of vector register 1, to 256 bits.</summary>
    public __darwin_xmm_reg __fpu_ymmh1;

    /// <summary>Upper half of vector register 2, to 256 bits.</summary>
    public __darwin_xmm_reg __fpu_ymmh2;

    /// <summary>Upper half of vector register 3, to 256 bits.</summary>
    public __darwin_xmm_reg __fpu_ymmh3;

    /// <summary>Upper half of vector register 4, to 256 bits.</summary>
    public __darwin_xmm_reg __fpu_ymmh4;

    /// <summary>Upper half of vector register 5, to 256 bits.</summary>
    public __darwin_xmm_reg __fpu_ymmh5;

    /// <summary>Upper half of vector register 6, to 256 bits.</summary>
    public __darwin_xmm_reg __fpu_ymmh6;

    /// <summary>Upper half of vector register 7, to 256 bits.</summary>
    public __darwin_xmm_reg __fpu_ymmh7;

    /// <summary>Upper half of vector register 8, to 256 bits.</summary>
    public __darwin_xmm_reg __fpu_ymmh8;

    /// <summary>Upper half of vector register 9, to 256 bits.</summary>
    public __darwin_xmm_reg __fpu_ymmh9;

    /// <summary>Upper half of vector register 10, to 256 bits.</summary>
    public __darwin_xmm_reg __fpu_ymmh10;

    /// <summary>Upper half of vector register 11, to 256 bits.</summary>
    public __darwin_xmm_reg __fpu_ymmh11;

    /// <summary>Upper half of vector register 12, to 256 bits.</summary>
    public __darwin_xmm_reg __fpu_ymmh12;

    /// <summary>Upper half of vector register 13, to 256 bits.</summary>
    public __darwin_xmm_reg __fpu_ymmh13;

    /// <summary>Upper half of vector register 14, to 256 bits.</summary>
    public __darwin_xmm_reg __fpu_ymmh14;

    /// <summary>Upper half of vector register 15, to 256 bits.</summary>
    public __darwin_xmm_reg __fpu_ymmh15;

    /// <summary>Two numbers.</summary>
    [InlineArray(2)]
    public struct fpu_reserved_words
    {
        private int _first;
    }

    /// <summary>96 bytes.</summary>
    [InlineArray(96)]
    public struct fpu_rsrv4_bytes
    {
        private byte _first;
    }

    /// <summary>64 bytes.</summary>
    [InlineArray(64)]
    public struct avx_reserved1_bytes
    {
        private byte _first;
    }
}
