namespace Mach.Abi;

// mach/shared_region.h
public static partial class MachConstants
{
    /// <summary>Shared region mapping: copy on write.</summary>
    public const int VM_PROT_COW = 8;

    /// <summary>Shared region mapping: zeros, not the file.</summary>
    public const int VM_PROT_ZF = 16;

    /// <summary>Where the shared region of 32-bit x86 begins.</summary>
    public const ulong SHARED_REGION_BASE_I386 = 0x90000000;

    /// <summary>Bytes of the shared region of 32-bit x86.</summary>
    public const ulong SHARED_REGION_SIZE_I386 = 0x20000000;

    /// <summary>Where the nested part of the shared region of 32-bit x86 begins.</summary>
    public const ulong SHARED_REGION_NESTING_BASE_I386 = 0x90000000;

    /// <summary>Bytes of the nested part of the shared region of 32-bit x86.</summary>
    public const ulong SHARED_REGION_NESTING_SIZE_I386 = 0x20000000;

    /// <summary>The smallest nested piece of 32-bit x86, in bytes.</summary>
    public const ulong SHARED_REGION_NESTING_MIN_I386 = 0x200000;

    /// <summary>The largest nested piece of 32-bit x86, in bytes.</summary>
    public const ulong SHARED_REGION_NESTING_MAX_I386 = 0xffe00000;

    /// <summary>Where the shared region of x86_64 begins.</summary>
    public const ulong SHARED_REGION_BASE_X86_64 = 0x7ff800000000;

    /// <summary>Bytes of the shared region of x86_64.</summary>
    public const ulong SHARED_REGION_SIZE_X86_64 = 0x7fe000000;

    /// <summary>Where the nested part of the shared region of x86_64 begins.</summary>
    public const ulong SHARED_REGION_NESTING_BASE_X86_64 = 0x7ff800000000;

    /// <summary>Bytes of the nested part of the shared region of x86_64.</summary>
    public const ulong SHARED_REGION_NESTING_SIZE_X86_64 = 0x7fe000000;

    /// <summary>The smallest nested piece of x86_64, in bytes.</summary>
    public const ulong SHARED_REGION_NESTING_MIN_X86_64 = 0x200000;

    /// <summary>The largest nested piece of x86_64, in bytes.</summary>
    public const ulong SHARED_REGION_NESTING_MAX_X86_64 = 0xffffffffffe00000;

    /// <summary>Where the shared region of 32-bit PowerPC begins.</summary>
    public const ulong SHARED_REGION_BASE_PPC = 0x90000000;

    /// <summary>Bytes of the shared region of 32-bit PowerPC.</summary>
    public const ulong SHARED_REGION_SIZE_PPC = 0x20000000;

    /// <summary>Where the nested part of the shared region of 32-bit PowerPC begins.</summary>
    public const ulong SHARED_REGION_NESTING_BASE_PPC = 0x90000000;

    /// <summary>Bytes of the nested part of the shared region of 32-bit PowerPC.</summary>
    public const ulong SHARED_REGION_NESTING_SIZE_PPC = 0x10000000;

    /// <summary>The smallest nested piece of 32-bit PowerPC, in bytes.</summary>
    public const ulong SHARED_REGION_NESTING_MIN_PPC = 0x10000000;

    /// <summary>The largest nested piece of 32-bit PowerPC, in bytes.</summary>
    public const ulong SHARED_REGION_NESTING_MAX_PPC = 0x10000000;

    /// <summary>Where the shared region of 64-bit PowerPC begins.</summary>
    public const ulong SHARED_REGION_BASE_PPC64 = 0x7fff60000000;

    /// <summary>Bytes of the shared region of 64-bit PowerPC.</summary>
    public const ulong SHARED_REGION_SIZE_PPC64 = 0xa0000000;

    /// <summary>Where the nested part of the shared region of 64-bit PowerPC begins.</summary>
    public const ulong SHARED_REGION_NESTING_BASE_PPC64 = 0x7fff60000000;

    /// <summary>Bytes of the nested part of the shared region of 64-bit PowerPC.</summary>
    public const ulong SHARED_REGION_NESTING_SIZE_PPC64 = 0xa0000000;

    /// <summary>The smallest nested piece of 64-bit PowerPC, in bytes.</summary>
    public const ulong SHARED_REGION_NESTING_MIN_PPC64 = 0x10000000;

    /// <summary>The largest nested piece of 64-bit PowerPC, in bytes.</summary>
    public const ulong SHARED_REGION_NESTING_MAX_PPC64 = 0x10000000;

    /// <summary>Where the shared region of 32-bit arm begins.</summary>
    public const ulong SHARED_REGION_BASE_ARM = 0x40000000;

    /// <summary>Bytes of the shared region of 32-bit arm.</summary>
    public const ulong SHARED_REGION_SIZE_ARM = 0x40000000;

    /// <summary>Where the nested part of the shared region of 32-bit arm begins.</summary>
    public const ulong SHARED_REGION_NESTING_BASE_ARM = 0x40000000;

    /// <summary>Bytes of the nested part of the shared region of 32-bit arm.</summary>
    public const ulong SHARED_REGION_NESTING_SIZE_ARM = 0x40000000;

    /// <summary>Where the shared region of arm64 with 32-bit addresses begins.</summary>
    public const ulong SHARED_REGION_BASE_ARM64_32 = 0x1a000000;

    /// <summary>Bytes of the shared region of arm64 with 32-bit addresses.</summary>
    public const ulong SHARED_REGION_SIZE_ARM64_32 = 0x88000000;

    /// <summary>Where the nested part of the shared region of arm64 with 32-bit addresses begins.</summary>
    public const ulong SHARED_REGION_NESTING_BASE_ARM64_32 = 0x1a000000;

    /// <summary>Bytes of the nested part of the shared region of arm64 with 32-bit addresses.</summary>
    public const ulong SHARED_REGION_NESTING_SIZE_ARM64_32 = 0x88000000;

    /// <summary>Where the shared region of arm64 begins.</summary>
    public const ulong SHARED_REGION_BASE_ARM64 = 0x180000000;

    /// <summary>Bytes of the shared region of arm64.</summary>
    public const ulong SHARED_REGION_SIZE_ARM64 = 0x180000000;

    /// <summary>Where the nested part of the shared region of arm64 begins.</summary>
    public const ulong SHARED_REGION_NESTING_BASE_ARM64 = 0x180000000;

    /// <summary>Bytes of the nested part of the shared region of arm64.</summary>
    public const ulong SHARED_REGION_NESTING_SIZE_ARM64 = 0x180000000;

    /// <summary>Where the shared region begins.</summary>
    public static TargetConstant<ulong> SHARED_REGION_BASE => new(arm64: 0x180000000, x86_64: 0x7ff800000000);

    /// <summary>Bytes of the shared region.</summary>
    public static TargetConstant<ulong> SHARED_REGION_SIZE => new(arm64: 0x180000000, x86_64: 0x7fe000000);

    /// <summary>Where the nested part of the shared region begins.</summary>
    public static TargetConstant<ulong> SHARED_REGION_NESTING_BASE => new(arm64: 0x180000000, x86_64: 0x7ff800000000);

    /// <summary>Bytes of the nested part of the shared region.</summary>
    public static TargetConstant<ulong> SHARED_REGION_NESTING_SIZE => new(arm64: 0x180000000, x86_64: 0x7fe000000);

    /// <summary>Shared region mapping: pages are slid.</summary>
    public const int VM_PROT_SLIDE = 0x20;

    /// <summary>Shared region mapping: slid pointers are not authenticated.</summary>
    public const int VM_PROT_NOAUTH = 0x40;

    /// <summary>Shared region mapping: translated programs may execute it.</summary>
    public const int VM_PROT_TRANSLATED_ALLOW_EXECUTE = 0x80;

    /// <summary>Protection bits that mean something for shared regions only.</summary>
    public const int VM_PROT_SFM_EXTENSIONS_MASK = 0xf8;

    /// <summary>The smallest piece that is nested, on x86_64.</summary>
    public const ulong SHARED_REGION_NESTING_MIN = 0x200000;

    /// <summary>The largest piece that is nested, on x86_64.</summary>
    public const ulong SHARED_REGION_NESTING_MAX = 0xffffffffffe00000;
}
