using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mach.Abi;

// mach/mig.h: structures

/// <summary>A routine of a server's table, 40 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct mig_routine_descriptor
{
    /// <summary>The address of its implementation.</summary>
    public mach_vm_address_t impl_routine;

    /// <summary>The address of its stub.</summary>
    public mach_vm_address_t stub_routine;

    /// <summary>Its arguments.</summary>
    public uint argc;

    /// <summary>Its arguments out of line.</summary>
    public uint descr_count;

    /// <summary>Its descriptors.</summary>
    public routine_arg_descriptor_t arg_descr;

    /// <summary>Most bytes of its reply.</summary>
    public uint max_reply_msg;
}

/// <summary>A server's table, 72 bytes; more routines follow the first.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct mig_subsystem
{
    /// <summary>The address of the function that finds a routine.</summary>
    public mach_vm_address_t server;

    /// <summary>The first message id.</summary>
    public mach_msg_id_t start;

    /// <summary>One past the last message id.</summary>
    public mach_msg_id_t end;

    /// <summary>Most bytes of a reply.</summary>
    public mach_msg_size_t maxsize;

    /// <summary>Not used.</summary>
    public vm_address_t reserved;

    /// <summary>The first routine.</summary>
    public routine_entries routine;

    /// <summary>1 elements.</summary>
    [InlineArray(1)]
    public struct routine_entries
    {
        private mig_routine_descriptor _first;
    }
}

/// <summary>The name of a routine, 24 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct mig_symtab_t
{
    /// <summary>The name.</summary>
    public UserPtr<byte> ms_routine_name;

    /// <summary>The message id.</summary>
    public int ms_routine_number;

    /// <summary>The address of the routine.</summary>
    public mach_vm_address_t ms_routine;
}
