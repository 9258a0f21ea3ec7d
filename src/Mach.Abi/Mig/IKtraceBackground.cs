namespace Mach.Abi;

/// <summary>
/// Subsystem ktrace_background: what the background tracer is told. A task serves it. Ids, arguments and message layouts are compared by a
/// test with reference/mig.json.
/// </summary>
[MigSubsystem("ktrace_background", 670)]
public partial interface IKtraceBackground
{
    /// <summary>Tells the background tracer that nobody else traces any more.</summary>
    [SimpleRoutine(0, Symbol = "send_ktrace_background_available")]
    kern_return_t ktrace_background_available([Subject] mach_port_t ktrace_background_port);
}
