using System.Runtime.CompilerServices;

namespace Mach.Abi;

// mach/mach_types.h: structures

/// <summary>The two ends of an event link, as port names: 2 names.</summary>
[InlineArray(2)]
public struct eventlink_port_pair_t
{
    private mach_port_t _first;
}

/// <summary>A path, ended by a zero: 4,096 bytes.</summary>
[InlineArray(4096)]
public struct vfs_path_t
{
    private byte _first;
}

/// <summary>A path of the name space resolver, ended by a zero: 8,192 bytes.</summary>
[InlineArray(8192)]
public struct nspace_path_t
{
    private byte _first;
}

/// <summary>A name of the name space resolver, ended by a zero: 8,192 bytes.</summary>
[InlineArray(8192)]
public struct nspace_name_t
{
    private byte _first;
}
