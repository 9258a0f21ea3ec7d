namespace Mach;

/// <summary>A Mach port name: a number that means something in one task only. It owns nothing.</summary>
/// <param name="Name">The name, <c>mach_port_name_t</c>.</param>
public readonly record struct RawMachPort(uint Name);
