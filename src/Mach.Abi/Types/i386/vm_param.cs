namespace Mach.Abi;

// mach/i386/vm_param.h
public static partial class MachConstants
{
    /// <summary>Bytes of a page on x86_64.</summary>
    public const int I386_PGBYTES = 4096;

    /// <summary>Address bits within a page on x86_64.</summary>
    public const int I386_PGSHIFT = 12;

    /// <summary>The lowest user address of a 64-bit program on x86_64.</summary>
    public const ulong VM_MIN_ADDRESS64 = 0;

    /// <summary>Where the stack of a 64-bit program ends on x86_64.</summary>
    public const ulong VM_USRSTACK64 = 0x7ff7bff00000;

    /// <summary>Where the loader of a 64-bit program lay on x86_64.</summary>
    public const ulong VM_DYLD64 = 0x7fff5fc00000;

    /// <summary>Where shared data of a 64-bit program lay on x86_64.</summary>
    public const ulong VM_LIB64_SHR_DATA = 0x7fff60000000;

    /// <summary>Where shared text of a 64-bit program lay on x86_64.</summary>
    public const ulong VM_LIB64_SHR_TEXT = 0x7fff80000000;

    /// <summary>One past the last user page on x86_64.</summary>
    public const ulong VM_MAX_USER_PAGE_ADDRESS = 0x7ffffffff000;

    /// <summary>Where the stack of a 32-bit program ends on x86_64.</summary>
    public const ulong VM_USRSTACK32 = 0xc0000000;
}
