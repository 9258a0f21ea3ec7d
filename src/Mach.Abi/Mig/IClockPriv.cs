namespace Mach.Abi;

/// <summary>
/// Subsystem clock_priv: setting a clock by its control port. No kernel dispatches it any more. Ids, arguments and message layouts are
/// compared by a test with reference/mig.json.
/// </summary>
[MigSubsystem("clock_priv", 1200, Kernel = true)]
public partial interface IClockPriv
{
    /// <summary>Sets a clock; only a clock that can be set agrees.</summary>
    [Routine(0)]
    kern_return_t clock_set_time([Subject] clock_ctrl_t clock_ctrl, mach_timespec_t new_time);

    /// <summary>Sets an attribute of a clock.</summary>
    [Routine(1)]
    kern_return_t clock_set_attributes([Subject] clock_ctrl_t clock_ctrl, clock_flavor_t flavor, [Counted(1)] clock_attr_t clock_attr);
}
