namespace Mach.Abi;

/// <summary>
/// Subsystem doubleagent: attributes of files on file systems that have none. A task serves it. Ids, arguments and message layouts are
/// compared by a test with reference/mig.json.
/// </summary>
[MigSubsystem("doubleagent", 6300)]
public partial interface IDoubleagent
{
    /// <summary>Finds an attribute in the file that keeps them beside another.</summary>
    [Routine(0)]
    kern_return_t doubleagent_lookup_xattr(
        [Subject] mach_port_t server, [MoveSend] mach_port_t file_port, long file_size,
        [CString(128), CType("xattrname")] ReadOnlySpan<byte> name, out int err, out uint64_t value_offset, out uint64_t value_length);

    /// <summary>Makes room for an attribute.</summary>
    [Routine(1)]
    kern_return_t doubleagent_allocate_xattr(
        [Subject] mach_port_t server, [MoveSend] mach_port_t file_port, long file_size,
        [CString(128), CType("xattrname")] ReadOnlySpan<byte> name, uint64_t size, uint32_t options, out int err,
        out uint64_t value_offset);

    /// <summary>Lists the attributes that are kept.</summary>
    [Routine(2)]
    kern_return_t doubleagent_list_xattrs(
        [Subject] mach_port_t server, [MoveSend] mach_port_t file_port, long file_size, out int err, out listxattrs_result_t result);

    /// <summary>Removes an attribute.</summary>
    [Routine(3)]
    kern_return_t doubleagent_remove_xattr(
        [Subject] mach_port_t server, [MoveSend] mach_port_t file_port, long file_size,
        [CString(128), CType("xattrname")] ReadOnlySpan<byte> name, out int err, out boolean_t is_empty);
}
