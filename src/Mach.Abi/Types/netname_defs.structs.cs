using System.Runtime.CompilerServices;

namespace Mach.Abi;

// servers/netname_defs.h: structures

/// <summary>A name of the network name server, ended by a zero: 80 bytes.</summary>
[InlineArray(80)]
public struct netname_name_t
{
    private byte _first;
}
