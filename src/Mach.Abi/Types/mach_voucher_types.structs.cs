using System.Runtime.InteropServices;

namespace Mach.Abi;

// mach/mach_voucher_types.h: structures

/// <summary>The head of one recipe of a voucher, 16 bytes; its content follows.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public struct mach_voucher_attr_recipe_data_t
{
    /// <summary><c>MACH_VOUCHER_ATTR_KEY_*</c>.</summary>
    public mach_voucher_attr_key_t key;

    /// <summary><c>MACH_VOUCHER_ATTR_*</c>.</summary>
    public mach_voucher_attr_recipe_command_t command;

    /// <summary>The voucher that a copy takes its value from.</summary>
    public mach_voucher_name_t previous_voucher;

    /// <summary>Bytes of content after this head.</summary>
    public mach_voucher_attr_content_size_t content_size;
}
