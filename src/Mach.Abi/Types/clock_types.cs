namespace Mach.Abi;

// mach/clock_types.h
public static partial class MachConstants
{
    /// <summary>Clock: time since boot.</summary>
    public const int SYSTEM_CLOCK = 0;

    /// <summary>Clock: time since 1970.</summary>
    public const int CALENDAR_CLOCK = 1;

    /// <summary>Clock: time since boot; an old name.</summary>
    public const int REALTIME_CLOCK = 0;

    /// <summary>Clock attribute: resolution in nanoseconds.</summary>
    public const int CLOCK_GET_TIME_RES = 1;

    /// <summary>Clock attribute: present resolution of alarms in nanoseconds.</summary>
    public const int CLOCK_ALARM_CURRES = 3;

    /// <summary>Clock attribute: finest resolution of alarms in nanoseconds.</summary>
    public const int CLOCK_ALARM_MINRES = 4;

    /// <summary>Clock attribute: coarsest resolution of alarms in nanoseconds.</summary>
    public const int CLOCK_ALARM_MAXRES = 5;

    /// <summary>Nanoseconds of a microsecond.</summary>
    public const ulong NSEC_PER_USEC = 1000;

    /// <summary>Microseconds of a second.</summary>
    public const ulong USEC_PER_SEC = 1_000_000;

    /// <summary>Nanoseconds of a second.</summary>
    public const ulong NSEC_PER_SEC = 1_000_000_000;

    /// <summary>Nanoseconds of a millisecond.</summary>
    public const ulong NSEC_PER_MSEC = 1_000_000;

    /// <summary>Bits of an alarm's type.</summary>
    public const int ALRMTYPE = 255;

    /// <summary>Alarm: at that time.</summary>
    public const int TIME_ABSOLUTE = 0;

    /// <summary>Alarm: after that time.</summary>
    public const int TIME_RELATIVE = 1;
}
