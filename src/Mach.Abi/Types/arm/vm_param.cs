namespace Mach.Abi;

// mach/arm/vm_param.h
public static partial class MachConstants
{
    /// <summary>Bits of a byte.</summary>
    public const int BYTE_SIZE = 8;

    /// <summary>Address bits within the largest page.</summary>
    public const int PAGE_MAX_SHIFT = 14;

    /// <summary>Bytes of the largest page.</summary>
    public const int PAGE_MAX_SIZE = 16384;

    /// <summary>Offset bits of the largest page.</summary>
    public const int PAGE_MAX_MASK = 0x3fff;

    /// <summary>Address bits within the smallest page.</summary>
    public const int PAGE_MIN_SHIFT = 12;

    /// <summary>Bytes of the smallest page.</summary>
    public const int PAGE_MIN_SIZE = 4096;

    /// <summary>Offset bits of the smallest page.</summary>
    public const int PAGE_MIN_MASK = 0xfff;

    /// <summary>One past the last user page.</summary>
    public static TargetConstant<ulong> VM_MAX_PAGE_ADDRESS => new(arm64: 0xfc0000000, x86_64: 0x7fffffe00000);

    /// <summary>The lowest user address, as a 32-bit program sees it.</summary>
    public const ulong VM_MIN_ADDRESS = 0;

    /// <summary>One past the last user address of a 32-bit program.</summary>
    public static TargetConstant<ulong> VM_MAX_ADDRESS => new(arm64: 0xf0000000, x86_64: 0xffe00000);

    /// <summary>The lowest user address, as a number.</summary>
    public const ulong MACH_VM_MIN_ADDRESS_RAW = 0;

    /// <summary>One past the last user address, as a number.</summary>
    public const ulong MACH_VM_MAX_ADDRESS_RAW = 0xfc0000000;

    /// <summary>The lowest user address.</summary>
    public const ulong MACH_VM_MIN_ADDRESS = 0;

    /// <summary>One past the last user address.</summary>
    public static TargetConstant<ulong> MACH_VM_MAX_ADDRESS => new(arm64: 0xfc0000000, x86_64: 0x7fffffe00000);

    /// <summary>The lowest address kept for graphics, as a number.</summary>
    public const ulong MACH_VM_MIN_GPU_CARVEOUT_ADDRESS_RAW = 0x1000000000;

    /// <summary>One past the last address kept for graphics, as a number.</summary>
    public const ulong MACH_VM_MAX_GPU_CARVEOUT_ADDRESS_RAW = 0x7000000000;

    /// <summary>The lowest address kept for graphics.</summary>
    public const ulong MACH_VM_MIN_GPU_CARVEOUT_ADDRESS = 0x1000000000;

    /// <summary>One past the last address kept for graphics.</summary>
    public const ulong MACH_VM_MAX_GPU_CARVEOUT_ADDRESS = 0x7000000000;

    /// <summary>The lowest address of an address map.</summary>
    public const ulong VM_MAP_MIN_ADDRESS = 0;

    /// <summary>One past the last address of an address map.</summary>
    public const ulong VM_MAP_MAX_ADDRESS = 0xf0000000;

    /// <summary>Immediate of the supervisor call of a system call on arm64.</summary>
    public const int SWI_SYSCALL = 0x80;
}
