namespace Mach.Abi;

// mach/time_value.h
public static partial class MachConstants
{
    /// <summary>Microseconds of a second.</summary>
    public const int TIME_MICROS_MAX = 0xf4240;
}
