namespace Mach;

/// <summary>Whoever receives this result, <c>out</c> or <c>ref</c> value owns the right and must release it.</summary>
/// <remarks>A send, send-once or dead-name right is released with <c>mach_port_deallocate</c>, a receive right with <c>mach_port_destruct</c>,
/// a port set with <c>mach_port_mod_refs(…, MACH_PORT_RIGHT_PORT_SET, -1)</c>. When the call failed there is nothing to release.</remarks>
[AttributeUsage(AttributeTargets.ReturnValue | AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class ReturnsOwnedAttribute : Attribute
{
    /// <summary>Which right it is.</summary>
    public RawMachRight Right { get; init; }
}
