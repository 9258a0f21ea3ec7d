using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mach.Abi;

// mach/i386/_structs.h: structures

/// <summary>Control word of the floating point unit, 2 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct __darwin_fp_control_t
{
    private ushort _bits;

    /// <summary>Invalid operation (1 bit).</summary>
    public ushort __invalid
    {
        readonly get => (ushort)(_bits & 0x1);
        set => _bits = (ushort)((_bits & ~0x1) | (value & 0x1));
    }

    /// <summary>Denormal operand (1 bit).</summary>
    public ushort __denorm
    {
        readonly get => (ushort)((_bits >> 1) & 0x1);
        set => _bits = (ushort)((_bits & ~0x2) | ((value & 0x1) << 1));
    }

    /// <summary>Division by zero (1 bit).</summary>
    public ushort __zdiv
    {
        readonly get => (ushort)((_bits >> 2) & 0x1);
        set => _bits = (ushort)((_bits & ~0x4) | ((value & 0x1) << 2));
    }

    /// <summary>Overflow (1 bit).</summary>
    public ushort __ovrfl
    {
        readonly get => (ushort)((_bits >> 3) & 0x1);
        set => _bits = (ushort)((_bits & ~0x8) | ((value & 0x1) << 3));
    }

    /// <summary>Underflow (1 bit).</summary>
    public ushort __undfl
    {
        readonly get => (ushort)((_bits >> 4) & 0x1);
        set => _bits = (ushort)((_bits & ~0x10) | ((value & 0x1) << 4));
    }

    /// <summary>Lost precision (1 bit).</summary>
    public ushort __precis
    {
        readonly get => (ushort)((_bits >> 5) & 0x1);
        set => _bits = (ushort)((_bits & ~0x20) | ((value & 0x1) << 5));
    }

    /// <summary><c>FP_PREC_*</c> (2 bits).</summary>
    public ushort __pc
    {
        readonly get => (ushort)((_bits >> 8) & 0x3);
        set => _bits = (ushort)((_bits & ~0x300) | ((value & 0x3) << 8));
    }

    /// <summary><c>FP_RND_*</c>, <c>FP_CHOP</c> (2 bits).</summary>
    public ushort __rc
    {
        readonly get => (ushort)((_bits >> 10) & 0x3);
        set => _bits = (ushort)((_bits & ~0xc00) | ((value & 0x3) << 10));
    }
}

/// <summary>Status word of the floating point unit, 2 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct __darwin_fp_status_t
{
    private ushort _bits;

    /// <summary>Invalid operation (1 bit).</summary>
    public ushort __invalid
    {
        readonly get => (ushort)(_bits & 0x1);
        set => _bits = (ushort)((_bits & ~0x1) | (value & 0x1));
    }

    /// <summary>Denormal operand (1 bit).</summary>
    public ushort __denorm
    {
        readonly get => (ushort)((_bits >> 1) & 0x1);
        set => _bits = (ushort)((_bits & ~0x2) | ((value & 0x1) << 1));
    }

    /// <summary>Division by zero (1 bit).</summary>
    public ushort __zdiv
    {
        readonly get => (ushort)((_bits >> 2) & 0x1);
        set => _bits = (ushort)((_bits & ~0x4) | ((value & 0x1) << 2));
    }

    /// <summary>Overflow (1 bit).</summary>
    public ushort __ovrfl
    {
        readonly get => (ushort)((_bits >> 3) & 0x1);
        set => _bits = (ushort)((_bits & ~0x8) | ((value & 0x1) << 3));
    }

    /// <summary>Underflow (1 bit).</summary>
    public ushort __undfl
    {
        readonly get => (ushort)((_bits >> 4) & 0x1);
        set => _bits = (ushort)((_bits & ~0x10) | ((value & 0x1) << 4));
    }

    /// <summary>Lost precision (1 bit).</summary>
    public ushort __precis
    {
        readonly get => (ushort)((_bits >> 5) & 0x1);
        set => _bits = (ushort)((_bits & ~0x20) | ((value & 0x1) << 5));
    }

    /// <summary>Stack fault (1 bit).</summary>
    public ushort __stkflt
    {
        readonly get => (ushort)((_bits >> 6) & 0x1);
        set => _bits = (ushort)((_bits & ~0x40) | ((value & 0x1) << 6));
    }

    /// <summary>An error is pending (1 bit).</summary>
    public ushort __errsumm
    {
        readonly get => (ushort)((_bits >> 7) & 0x1);
        set => _bits = (ushort)((_bits & ~0x80) | ((value & 0x1) << 7));
    }

    /// <summary>Condition bit 0 (1 bit).</summary>
    public ushort __c0
    {
        readonly get => (ushort)((_bits >> 8) & 0x1);
        set => _bits = (ushort)((_bits & ~0x100) | ((value & 0x1) << 8));
    }

    /// <summary>Condition bit 1 (1 bit).</summary>
    public ushort __c1
    {
        readonly get => (ushort)((_bits >> 9) & 0x1);
        set => _bits = (ushort)((_bits & ~0x200) | ((value & 0x1) << 9));
    }

    /// <summary>Condition bit 2 (1 bit).</summary>
    public ushort __c2
    {
        readonly get => (ushort)((_bits >> 10) & 0x1);
        set => _bits = (ushort)((_bits & ~0x400) | ((value & 0x1) << 10));
    }

    /// <summary>Top of the stack (3 bits).</summary>
    public ushort __tos
    {
        readonly get => (ushort)((_bits >> 11) & 0x7);
        set => _bits = (ushort)((_bits & ~0x3800) | ((value & 0x7) << 11));
    }

    /// <summary>Condition bit 3 (1 bit).</summary>
    public ushort __c3
    {
        readonly get => (ushort)((_bits >> 14) & 0x1);
        set => _bits = (ushort)((_bits & ~0x4000) | ((value & 0x1) << 14));
    }

    /// <summary>Busy (1 bit).</summary>
    public ushort __busy
    {
        readonly get => (ushort)((_bits >> 15) & 0x1);
        set => _bits = (ushort)((_bits & ~0x8000) | ((value & 0x1) << 15));
    }
}

/// <summary>A floating point register, 16 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct __darwin_mmst_reg
{
    /// <summary>The register.</summary>
    public mmst_reg_bytes __mmst_reg;

    /// <summary>Not used.</summary>
    public mmst_rsrv_bytes __mmst_rsrv;

    /// <summary>Ten bytes.</summary>
    [InlineArray(10)]
    public struct mmst_reg_bytes
    {
        private byte _first;
    }

    /// <summary>Six bytes.</summary>
    [InlineArray(6)]
    public struct mmst_rsrv_bytes
    {
        private byte _first;
    }
}

/// <summary>A vector register of 128 bits, 16 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct __darwin_xmm_reg
{
    /// <summary>The register.</summary>
    public xmm_reg_bytes __xmm_reg;

    /// <summary>Sixteen bytes.</summary>
    [InlineArray(16)]
    public struct xmm_reg_bytes
    {
        private byte _first;
    }
}

/// <summary>A vector register of 256 bits, 32 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct __darwin_ymm_reg
{
    /// <summary>The register.</summary>
    public ymm_reg_bytes __ymm_reg;

    /// <summary>32 bytes.</summary>
    [InlineArray(32)]
    public struct ymm_reg_bytes
    {
        private byte _first;
    }
}

/// <summary>A vector register of 512 bits, 64 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct __darwin_zmm_reg
{
    /// <summary>The register.</summary>
    public zmm_reg_bytes __zmm_reg;

    /// <summary>64 bytes.</summary>
    [InlineArray(64)]
    public struct zmm_reg_bytes
    {
        private byte _first;
    }
}

/// <summary>A mask register, 8 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct __darwin_opmask_reg
{
    /// <summary>The register.</summary>
    public opmask_reg_bytes __opmask_reg;

    /// <summary>Eight bytes.</summary>
    [InlineArray(8)]
    public struct opmask_reg_bytes
    {
        private byte _first;
    }
}
