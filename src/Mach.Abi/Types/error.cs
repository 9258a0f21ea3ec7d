namespace Mach.Abi;

// mach/error.h
public static partial class MachConstants
{
    /// <summary>No error.</summary>
    public const kern_return_t err_none = kern_return_t.KERN_SUCCESS;

    /// <summary>No error.</summary>
    public const kern_return_t ERR_SUCCESS = kern_return_t.KERN_SUCCESS;

    /// <summary>Bits of a code that name the system.</summary>
    public const int system_emask = unchecked((int)0xfc000000);

    /// <summary>Bits of a code that name the subsystem.</summary>
    public const int sub_emask = 0x3ffc000;

    /// <summary>Bits of a code that number the error.</summary>
    public const int code_emask = 0x3fff;

    /// <summary>System: kernel.</summary>
    public const int err_kern = 0;

    /// <summary>System: user library.</summary>
    public const int err_us = 0x4000000;

    /// <summary>System: user servers.</summary>
    public const int err_server = 0x8000000;

    /// <summary>System: old IPC.</summary>
    public const int err_ipc = 0xc000000;

    /// <summary>System: Mach IPC.</summary>
    public const int err_mach_ipc = 0x10000000;

    /// <summary>System: distributed IPC.</summary>
    public const int err_dipc = 0x1c000000;

    /// <summary>System: virtual memory.</summary>
    public const int err_vm = 0x20000000;

    /// <summary>System: the program's own.</summary>
    public const int err_local = unchecked((int)0xf8000000);

    /// <summary>System: compatible IPC.</summary>
    public const int err_ipc_compat = unchecked((int)0xfc000000);

    /// <summary>The last system number.</summary>
    public const int err_max_system = 63;
}
