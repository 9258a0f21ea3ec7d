namespace Mach.Abi;

/// <summary>
/// Subsystem clock: reading a clock, and alarms. Ids, arguments and message layouts are compared by a test with reference/mig.json.
/// </summary>
[MigSubsystem("clock", 1000, Kernel = true)]
public partial interface IClock
{
    /// <summary>Reads a clock.</summary>
    [Routine(0)]
    kern_return_t clock_get_time([Subject] clock_serv_t clock_serv, out mach_timespec_t cur_time);

    /// <summary>Reads a fact of a clock by flavor: its resolution.</summary>
    [Routine(1)]
    kern_return_t clock_get_attributes(
        [Subject] clock_serv_t clock_serv, clock_flavor_t flavor, [Counted(1, CountInOut = true)] out clock_attr_t clock_attr);

    /// <summary>Asks for a message at a time; the kernel holds the send-once right until then.</summary>
    [Routine(2)]
    kern_return_t clock_alarm(
        [Subject] clock_serv_t clock_serv, alarm_type_t alarm_type, mach_timespec_t alarm_time,
        [MakeSendOnce, Polymorphic] clock_reply_t alarm_port);
}
