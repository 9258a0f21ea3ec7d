namespace Mach.Abi;

/// <summary>
/// Subsystem fairplay: what the daemon of protected content is asked. A task serves it. Ids, arguments and message layouts are compared by
/// a test with reference/mig.json.
/// </summary>
[MigSubsystem("fairplay", 41471)]
public partial interface IFairplay
{
    /// <summary>Asks the daemon of protected content about a program.</summary>
    [SimpleRoutine(0)]
    kern_return_t fairplayd_arcade_request([Subject] mach_port_t fairplayd_port, [CopySend] mach_port_t arcade_reg_port);
}
