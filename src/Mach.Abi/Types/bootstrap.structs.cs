using System.Runtime.CompilerServices;

namespace Mach.Abi;

// servers/bootstrap.h: structures

/// <summary>Name of a service, ended by a zero: 128 bytes.</summary>
[InlineArray(128)]
public struct name_t
{
    private byte _first;
}

/// <summary>Command line of a server, ended by a zero: 512 bytes.</summary>
[InlineArray(512)]
public struct cmd_t
{
    private byte _first;
}
