using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mach.Abi;

// mach_debug/ipc_info.h and mach_debug/mach_debug_types.h: structures

/// <summary>Figures of a space, 24 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct ipc_info_space_t
{
    /// <summary>Bits of a name that are its generation.</summary>
    public natural_t iis_genno_mask;

    /// <summary>Slots of the table.</summary>
    public natural_t iis_table_size;

    /// <summary>Slots after the next growth; 0 here.</summary>
    public natural_t iis_table_next;

    /// <summary>Entries of the tree; there is none.</summary>
    public natural_t iis_tree_size;

    /// <summary>Small entries of the tree; there is none.</summary>
    public natural_t iis_tree_small;

    /// <summary>Hashed entries of the tree; there is none.</summary>
    public natural_t iis_tree_hash;
}

/// <summary>Short figures of a space, 24 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct ipc_info_space_basic_t
{
    /// <summary>Bits of a name that are its generation.</summary>
    public natural_t iisb_genno_mask;

    /// <summary>Slots of the table.</summary>
    public natural_t iisb_table_size;

    /// <summary>Slots after the next growth; not defined.</summary>
    public natural_t iisb_table_next;

    /// <summary>Slots in use.</summary>
    public natural_t iisb_table_inuse;

    /// <summary>Not used.</summary>
    public reserved_words iisb_reserved;

    /// <summary>Two words.</summary>
    [InlineArray(2)]
    public struct reserved_words
    {
        private natural_t _first;
    }
}

/// <summary>One slot of a space's table, 28 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct ipc_info_name_t
{
    /// <summary>The name.</summary>
    public mach_port_name_t iin_name;

    /// <summary>Not used.</summary>
    public integer_t iin_collision;

    /// <summary><c>MACH_PORT_TYPE_*</c>, request bits included; 0 in a free slot.</summary>
    public mach_port_type_t iin_type;

    /// <summary>User references.</summary>
    public mach_port_urefs_t iin_urefs;

    /// <summary>A number that is equal for equal objects; 0 for none.</summary>
    public natural_t iin_object;

    /// <summary>The next slot of a free list or request list.</summary>
    public natural_t iin_next;

    /// <summary>Hash index.</summary>
    public natural_t iin_hash;
}

/// <summary>One entry of a space's tree, 36 bytes; spaces have no tree any more.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct ipc_info_tree_name_t
{
    /// <summary>The entry.</summary>
    public ipc_info_name_t iitn_name;

    /// <summary>Left child.</summary>
    public mach_port_name_t iitn_lchild;

    /// <summary>Right child.</summary>
    public mach_port_name_t iitn_rchild;
}

/// <summary>A port and its receiver as numbers that are equal for equal objects, 8 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct ipc_info_port_t
{
    /// <summary>The port.</summary>
    public natural_t iip_port_object;

    /// <summary>The receiver's space.</summary>
    public natural_t iip_receiver_object;
}

/// <summary>A text about a kernel object, 512 bytes, ended by a zero.</summary>
[InlineArray(MachConstants.KOBJECT_DESCRIPTION_LENGTH)]
public struct kobject_description_t
{
    private byte _first;
}
