using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mach.Abi;

// mach/rpc.h: structures

/// <summary>An argument of a routine, as of old, 16 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct rpc_routine_arg_descriptor
{
    /// <summary>Its type.</summary>
    public routine_arg_type type;

    /// <summary>Its bytes.</summary>
    public routine_arg_size size;

    /// <summary>Its elements.</summary>
    public routine_arg_size count;

    /// <summary>Where it lies.</summary>
    public routine_arg_offset offset;
}

/// <summary>A routine of a server's table, as of old, 40 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct rpc_routine_descriptor
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
    public rpc_routine_arg_descriptor_t arg_descr;

    /// <summary>Most bytes of its reply.</summary>
    public uint max_reply_msg;
}

/// <summary>A routine and its first argument, 56 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct rpc_signature
{
    /// <summary>The routine.</summary>
    public rpc_routine_descriptor rd;

    /// <summary>The first argument.</summary>
    public rad_entries rad;

    /// <summary>1 elements.</summary>
    [InlineArray(1)]
    public struct rad_entries
    {
        private rpc_routine_arg_descriptor _first;
    }
}

/// <summary>A server's table, as of old, 88 bytes; more routines follow the first.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct rpc_subsystem
{
    /// <summary>Not used.</summary>
    public UserPtr<byte> reserved;

    /// <summary>The function that starts it.</summary>
    public mach_msg_id_t start;

    /// <summary>One past the last message id.</summary>
    public mach_msg_id_t end;

    /// <summary>Most bytes of a reply.</summary>
    public uint maxsize;

    /// <summary>Where the table lies.</summary>
    public vm_address_t base_addr;

    /// <summary>The first routine.</summary>
    public routine_entries routine;

    /// <summary>The first argument.</summary>
    public arg_descriptor_entries arg_descriptor;

    /// <summary>1 elements.</summary>
    [InlineArray(1)]
    public struct routine_entries
    {
        private rpc_routine_descriptor _first;
    }

    /// <summary>1 elements.</summary>
    [InlineArray(1)]
    public struct arg_descriptor_entries
    {
        private rpc_routine_arg_descriptor _first;
    }
}
