namespace Mach.Abi;

/// <summary>
/// Subsystem vfs_nspace: files whose content is elsewhere until it is asked for. A task serves it. Ids, arguments and message layouts are
/// compared by a test with reference/mig.json.
/// </summary>
[MigSubsystem("vfs_nspace", 867800)]
public partial interface IVfsNspace
{
    /// <summary>Asks the daemon to bring the content of a file.</summary>
    [Routine(0, Symbol = "send_nspace_handle")]
    kern_return_t nspace_handle(
        [Subject] mach_port_t nspace_handler_port, uint32_t pid,
        [CString(4096, Fixed = true), CType("vfs_path_t")] ReadOnlySpan<byte> path, out int handler_error);

    /// <summary>Takes a question back.</summary>
    [Routine(1, Symbol = "send_nspace_resolve_cancel")]
    kern_return_t nspace_resolve_cancel([Subject] mach_port_t nspace_handler_port, uint32_t req_id);

    /// <summary>Asks the daemon to bring what is at a path.</summary>
    [Routine(2, Symbol = "send_nspace_resolve_path")]
    kern_return_t nspace_resolve_path(
        [Subject] mach_port_t nspace_handler_port, uint32_t req_id, uint32_t pid, uint32_t op,
        [CString(8192, Fixed = true), CType("nspace_path_t")] ReadOnlySpan<byte> path, out int resolve_error);

    /// <summary>As nspace_handle, of a file with its ids.</summary>
    [Routine(3, Symbol = "send_vfs_resolve_file")]
    kern_return_t vfs_resolve_file(
        [Subject] mach_port_t nspace_handler_port, uint32_t req_id, uint32_t pid, uint32_t op, long offset, long size,
        [CString(8192, Fixed = true), CType("nspace_path_t")] ReadOnlySpan<byte> path);

    /// <summary>Asks the daemon to bring a name in a folder.</summary>
    [Routine(4, Symbol = "send_vfs_resolve_dir")]
    kern_return_t vfs_resolve_dir(
        [Subject] mach_port_t nspace_handler_port, uint32_t req_id, uint32_t pid, uint32_t op,
        [CString(8192, Fixed = true), CType("nspace_name_t")] ReadOnlySpan<byte> file_name,
        [CString(8192, Fixed = true), CType("nspace_path_t")] ReadOnlySpan<byte> path);

    /// <summary>As vfs_resolve_file, with who asked.</summary>
    [Routine(5, Symbol = "send_vfs_resolve_file_with_audit_token")]
    kern_return_t vfs_resolve_file_with_audit_token(
        [Subject] mach_port_t nspace_handler_port, uint32_t req_id, uint32_t op, long offset, long size,
        [CString(8192, Fixed = true), CType("nspace_path_t")] ReadOnlySpan<byte> path, audit_token_t req_atoken,
        [ServerAuditToken] audit_token_t atoken);

    /// <summary>As vfs_resolve_dir, with who asked.</summary>
    [Routine(6, Symbol = "send_vfs_resolve_dir_with_audit_token")]
    kern_return_t vfs_resolve_dir_with_audit_token(
        [Subject] mach_port_t nspace_handler_port, uint32_t req_id, uint32_t op,
        [CString(8192, Fixed = true), CType("nspace_name_t")] ReadOnlySpan<byte> file_name,
        [CString(8192, Fixed = true), CType("nspace_path_t")] ReadOnlySpan<byte> path, audit_token_t req_atoken,
        [ServerAuditToken] audit_token_t atoken);

    /// <summary>Asks the daemon whether something may move to another folder.</summary>
    [Routine(7, Symbol = "send_vfs_resolve_reparent_with_audit_token")]
    kern_return_t vfs_resolve_reparent_with_audit_token(
        [Subject] mach_port_t nspace_handler_port, uint32_t req_id, uint32_t op,
        [CString(8192, Fixed = true), CType("nspace_path_t")] ReadOnlySpan<byte> path,
        [CString(8192, Fixed = true), CType("nspace_path_t")] ReadOnlySpan<byte> dest_path, audit_token_t req_atoken,
        [ServerAuditToken] audit_token_t atoken);
}
