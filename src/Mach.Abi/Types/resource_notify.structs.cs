using System.Runtime.CompilerServices;

namespace Mach.Abi;

// mach/resource_notify.defs: structures

/// <summary>The name of a process, ended by a zero.</summary>
[InlineArray(33)]
public struct proc_name_t
{
    private byte _first;
}

/// <summary>A path, ended by a zero.</summary>
[InlineArray(1024)]
public struct posix_path_t
{
    private byte _first;
}
