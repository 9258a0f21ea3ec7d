namespace Mach.Abi;

// mach/time_value.h: macros with arguments
public static partial class MachConstants
{
    /// <summary>Adds microseconds, less than a second of them.</summary>
    public static void time_value_add_usec(ref time_value_t val, int micros)
    {
        val.microseconds += micros;
        if (val.microseconds < TIME_MICROS_MAX)
            return;
        val.microseconds -= TIME_MICROS_MAX;
        val.seconds++;
    }

    /// <summary>Adds a time.</summary>
    public static void time_value_add(ref time_value_t result, in time_value_t addend)
    {
        result.seconds += addend.seconds;
        time_value_add_usec(ref result, addend.microseconds);
    }
}
