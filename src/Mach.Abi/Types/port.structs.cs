using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mach.Abi;

// mach/port.h: structures

/// <summary>State of a receive right (<c>MACH_PORT_RECEIVE_STATUS</c>), 40 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct mach_port_status_t
{
    /// <summary>1 when the port is a member of any set.</summary>
    public mach_port_rights_t mps_pset;

    /// <summary>Sequence number of the next message to be received.</summary>
    public mach_port_seqno_t mps_seqno;

    /// <summary>Send rights made so far (make-send count).</summary>
    public mach_port_mscount_t mps_mscount;

    /// <summary>Queue limit, in messages.</summary>
    public mach_port_msgcount_t mps_qlimit;

    /// <summary>Messages queued.</summary>
    public mach_port_msgcount_t mps_msgcount;

    /// <summary>Send-once rights that exist.</summary>
    public mach_port_rights_t mps_sorights;

    /// <summary>1 when send rights exist.</summary>
    public boolean_t mps_srights;

    /// <summary>1 when a port-destroyed request is registered.</summary>
    public boolean_t mps_pdrequest;

    /// <summary>1 when a no-senders request is registered.</summary>
    public boolean_t mps_nsrequest;

    /// <summary><c>MACH_PORT_STATUS_FLAG_*</c>.</summary>
    public natural_t mps_flags;
}

/// <summary>Limits of a port (<c>MACH_PORT_LIMITS_INFO</c>), 4 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct mach_port_limits_t
{
    /// <summary>Queue limit, in messages.</summary>
    public mach_port_msgcount_t mpl_qlimit;
}

/// <summary>Status and more (<c>MACH_PORT_INFO_EXT</c>), 68 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct mach_port_info_ext_t
{
    /// <summary>The status.</summary>
    public mach_port_status_t mpie_status;

    /// <summary>Importance boosts held.</summary>
    public mach_port_msgcount_t mpie_boost_cnt;

    /// <summary>Not used.</summary>
    public reserved_words reserved;

    /// <summary>Six words.</summary>
    [InlineArray(6)]
    public struct reserved_words
    {
        private uint _first;
    }
}

/// <summary>The guard to compare with (<c>MACH_PORT_GUARD_INFO</c>), 8 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct mach_port_guard_info_t
{
    /// <summary>The guard.</summary>
    public ulong mpgi_guard;
}

/// <summary>Options of <c>mach_port_allocate_full</c>, 8 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct mach_port_qos_t
{
    private uint _bits;

    /// <summary>Preallocated message size, in bytes; accepted and ignored.</summary>
    public natural_t len;

    /// <summary>1 when the caller chooses the name (1 bit).</summary>
    public uint name
    {
        readonly get => _bits & 1;
        set => _bits = (_bits & ~1u) | (value & 1);
    }

    /// <summary>1 when a message is to be preallocated (1 bit).</summary>
    public uint prealloc
    {
        readonly get => (_bits >> 1) & 1;
        set => _bits = (_bits & ~2u) | ((value & 1) << 1);
    }

    /// <summary>Not used (30 bits).</summary>
    public boolean_t pad1
    {
        readonly get => (boolean_t)(_bits >> 2);
        set => _bits = (_bits & 3) | ((uint)value << 2);
    }
}

/// <summary>Name and domain of a service port, 256 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct mach_service_port_info_data_t
{
    /// <summary>The service's name, ended by a zero.</summary>
    public name_bytes mspi_string_name;

    /// <summary>The domain's number.</summary>
    public byte mspi_domain_type;

    /// <summary>255 bytes.</summary>
    [InlineArray(MachConstants.MACH_SERVICE_PORT_INFO_STRING_NAME_MAX_BUF_LEN)]
    public struct name_bytes
    {
        private byte _first;
    }
}

/// <summary>Options of <c>mach_port_construct</c>, 24 bytes.</summary>
[StructLayout(LayoutKind.Explicit, Size = 24)]
public struct mach_port_options_t
{
    /// <summary><c>MPO_*</c>.</summary>
    [FieldOffset(0)]
    public uint flags;

    /// <summary>The queue limit; counts with <c>MPO_QLIMIT</c>.</summary>
    [FieldOffset(4)]
    public mach_port_limits_t mpl;

    /// <summary>The whole of the union.</summary>
    [FieldOffset(8)]
    public reserved_words reserved;

    /// <summary>A work interval's port.</summary>
    [FieldOffset(8)]
    public mach_port_name_t work_interval_port;

    /// <summary>Address of the service's name; counts with <c>MPO_SERVICE_PORT</c>.</summary>
    [FieldOffset(8)]
    public mach_service_port_info_t service_port_info;

    /// <summary>The service's port; counts with <c>MPO_CONNECTION_PORT</c>.</summary>
    [FieldOffset(8)]
    public mach_port_name_t service_port_name;

    /// <summary>Two long words.</summary>
    [InlineArray(2)]
    public struct reserved_words
    {
        private ulong _first;
    }
}
