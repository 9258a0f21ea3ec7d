namespace Mach.Abi;

/// <summary>
/// Subsystem kextd_kernel_request: what the daemon of kernel extensions is told. A task serves it. Ids, arguments and message layouts are
/// compared by a test with reference/mig.json.
/// </summary>
[MigSubsystem("kextd_kernel_request", 77000)]
public partial interface IKextdKernelRequest
{
    /// <summary>Wakes the daemon of kernel extensions.</summary>
    [SimpleRoutine(0)]
    kern_return_t kextd_ping([Subject] mach_port_t server);
}
