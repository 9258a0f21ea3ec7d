namespace Mach.Abi;

/// <summary>
/// Subsystem mach_test_upcall: calls that the kernel makes to test itself. A task serves it. Ids, arguments and message layouts are
/// compared by a test with reference/mig.json.
/// </summary>
[MigSubsystem("mach_test_upcall", 125)]
public partial interface IMachTestUpcall
{
    /// <summary>The kernel's own test of a call that it waits for.</summary>
    [Routine(0)]
    kern_return_t mach_test_sync_upcall([Subject] mach_port_t port);

    /// <summary>The kernel's own test of a message with importance.</summary>
    [SimpleRoutine(1)]
    kern_return_t mach_test_async_upcall([Subject] mach_port_t port);
}
