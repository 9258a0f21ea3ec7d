namespace Mach.Kernel;

/// <summary>One of the two clocks: time since the machine began, or since 1970. Its port lives as long as the kernel.</summary>
internal sealed class KClock(MachTime time, bool isCalendar) : KernelObject
{
    private const int Resolution = 10_000_000;      // in nanoseconds, whatever it truly is (R-TIM-3)

    internal override uint ObjectType => 25;

    internal bool IsCalendar => isCalendar;

    internal mach_timespec_t Now => Split(isCalendar ? time.Calendar : time.Now);

    /// <summary>A fact of the clock (R-TIM-3).</summary>
    internal kern_return_t GetAttribute(int flavor, out int value)
    {
        value = flavor == CLOCK_GET_TIME_RES || !isCalendar ? Resolution : 0;
        return flavor is CLOCK_GET_TIME_RES or CLOCK_ALARM_CURRES or CLOCK_ALARM_MINRES or CLOCK_ALARM_MAXRES
            ? KERN_SUCCESS
            : KERN_INVALID_VALUE;
    }

    /// <summary>The absolute time that a type and a time of the system clock mean; false when they mean none.</summary>
    internal static bool TryTime(MachTime time, int type, mach_timespec_t given, out ulong absolute)
    {
        var nanoseconds = Join(given);
        absolute = type == TIME_RELATIVE ? time.After(nanoseconds) : nanoseconds;
        return !BAD_ALRMTYPE(type) && !BAD_MACH_TIMESPEC(given);
    }

    internal static mach_timespec_t Split(ulong nanoseconds) => new()
    {
        tv_sec = (uint)(nanoseconds / MachTime.PerSecond),
        tv_nsec = (int)(nanoseconds % MachTime.PerSecond),
    };

    private static ulong Join(mach_timespec_t time) => (time.tv_sec * MachTime.PerSecond) + (ulong)(uint)time.tv_nsec;
}
