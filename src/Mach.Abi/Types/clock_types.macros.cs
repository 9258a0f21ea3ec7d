namespace Mach.Abi;

// mach/clock_types.h: macros with arguments
public static partial class MachConstants
{
    /// <summary>True when the nanoseconds are not those of one second.</summary>
    public static bool BAD_MACH_TIMESPEC(in mach_timespec_t t) => t.tv_nsec < 0 || (ulong)t.tv_nsec >= NSEC_PER_SEC;

    /// <summary>Positive when the first is later, negative when it is earlier, 0 when they are equal.</summary>
    public static int CMP_MACH_TIMESPEC(in mach_timespec_t t1, in mach_timespec_t t2) =>
        t1.tv_sec == t2.tv_sec ? t1.tv_nsec - t2.tv_nsec : t1.tv_sec > t2.tv_sec ? 1 : -1;

    /// <summary>Adds a time.</summary>
    public static void ADD_MACH_TIMESPEC(ref mach_timespec_t t1, in mach_timespec_t t2)
    {
        t1.tv_nsec += t2.tv_nsec;
        if (t1.tv_nsec >= (int)NSEC_PER_SEC)
        {
            t1.tv_nsec -= (int)NSEC_PER_SEC;
            t1.tv_sec++;
        }

        t1.tv_sec += t2.tv_sec;
    }

    /// <summary>Subtracts a time that is not later.</summary>
    public static void SUB_MACH_TIMESPEC(ref mach_timespec_t t1, in mach_timespec_t t2)
    {
        t1.tv_nsec -= t2.tv_nsec;
        if (t1.tv_nsec < 0)
        {
            t1.tv_nsec += (int)NSEC_PER_SEC;
            t1.tv_sec--;
        }

        t1.tv_sec -= t2.tv_sec;
    }

    /// <summary>True for a number that is no alarm type.</summary>
    public static bool BAD_ALRMTYPE(alarm_type_t t) => (t & ~TIME_RELATIVE) != 0;
}
