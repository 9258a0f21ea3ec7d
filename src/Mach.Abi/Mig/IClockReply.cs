namespace Mach.Abi;

/// <summary>
/// Subsystem clock_reply: the answer to clock_alarm. A task serves it. Ids, arguments and message layouts are compared by a test with
/// reference/mig.json.
/// </summary>
[MigSubsystem("clock_reply", 3125107)]
public partial interface IClockReply
{
    /// <summary>The time that an alarm was set for has come, or the alarm has failed.</summary>
    [SimpleRoutine(0)]
    kern_return_t clock_alarm_reply(
        [Subject, Polymorphic(Received = 18)] clock_reply_t alarm_port, kern_return_t alarm_code, alarm_type_t alarm_type, mach_timespec_t alarm_time);
}
