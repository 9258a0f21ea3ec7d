namespace Mach.Abi;

/// <summary>
/// Subsystem netname: the name service of a network of Mach hosts, long gone; its functions are still in the library. A task serves it.
/// Ids, arguments and message layouts are compared by a test with reference/mig.json.
/// </summary>
[MigSubsystem("netname", 1040)]
public partial interface INetname
{
    /// <summary>Gave a name to a port, of the network's name service.</summary>
    [Routine(0)]
    kern_return_t netname_check_in(
        [Subject] mach_port_t server_port, [CString(80), CType("netname_name_t")] ReadOnlySpan<byte> port_name,
        [CopySend] mach_port_t signature, [CopySend] mach_port_t port_id);

    /// <summary>Found a port by its name, and the host that has it.</summary>
    [Routine(1)]
    kern_return_t netname_look_up(
        [Subject] mach_port_t server_port, [CString(80), CType("netname_name_t")] ReadOnlySpan<byte> host_name,
        [CString(80), CType("netname_name_t")] ReadOnlySpan<byte> port_name, [CopySend] out mach_port_t port_id);

    /// <summary>Took a name away.</summary>
    [Routine(2)]
    kern_return_t netname_check_out(
        [Subject] mach_port_t server_port, [CString(80), CType("netname_name_t")] ReadOnlySpan<byte> port_name,
        [CopySend] mach_port_t signature);

    /// <summary>Read the version of the network's name service.</summary>
    [Routine(3)]
    kern_return_t netname_version([Subject] mach_port_t server_port, [CString(80), CType("netname_name_t")] Span<byte> version);
}
