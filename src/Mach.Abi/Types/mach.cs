namespace Mach.Abi;

// mach/mach.h
public static partial class MachConstants
{
    /// <summary>Revision of the voucher calls of the C library, as a date.</summary>
    public const int VOUCHER_MACH_MSG_API_VERSION = 0x13350ad;
}
