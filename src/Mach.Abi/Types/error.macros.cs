namespace Mach.Abi;

// mach/error.h: macros with arguments. A code is system (6 bits), subsystem (12 bits), number (14 bits).
public static partial class MachConstants
{
    /// <summary>The bits of a system number.</summary>
    public static int err_system(int x) => (x & 0x3f) << 26;

    /// <summary>The bits of a subsystem number.</summary>
    public static int err_sub(int x) => (x & 0xfff) << 14;

    /// <summary>The system number of a code.</summary>
    public static int err_get_system(mach_error_t err) => ((int)err >> 26) & 0x3f;

    /// <summary>The subsystem number of a code.</summary>
    public static int err_get_sub(mach_error_t err) => ((int)err >> 14) & 0xfff;

    /// <summary>The number of a code within its subsystem.</summary>
    public static int err_get_code(mach_error_t err) => (int)err & 0x3fff;

    /// <summary>A Unix error number as a code.</summary>
    public static mach_error_t unix_err(int errno) => (mach_error_t)(err_kern | err_sub(3) | errno);
}
