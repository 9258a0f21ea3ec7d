namespace Mach.Abi;

// mach/mach_eventlink_types.h
public static partial class MachConstants
{
    /// <summary>Bits of an event link's result that count signals.</summary>
    public const long EVENTLINK_SIGNAL_COUNT_MASK = 0xffffffffffffff;

    /// <summary>Bits of an event link's error, once shifted down.</summary>
    public const int EVENTLINK_SIGNAL_ERROR_MASK = 0xff;

    /// <summary>Where the error begins in an event link's result.</summary>
    public const int EVENTLINK_SIGNAL_ERROR_SHIFT = 56;

    /// <summary>Clock of a time-out: absolute time.</summary>
    public const uint KERN_CLOCK_MACH_ABSOLUTE_TIME = 1;

    /// <summary>Creation of an event link: no option.</summary>
    public const uint MELC_OPTION_NONE = 0;

    /// <summary>Creation of an event link: the counter stays in the kernel.</summary>
    public const uint MELC_OPTION_NO_COPYIN = 1;

    /// <summary>Creation of an event link: the counter is in user memory.</summary>
    public const uint MELC_OPTION_WITH_COPYIN = 2;

    /// <summary>Association of an event link: with the thread given.</summary>
    public const uint MELA_OPTION_NONE = 0;

    /// <summary>Association of an event link: with the first thread that waits.</summary>
    public const uint MELA_OPTION_ASSOCIATE_ON_WAIT = 1;

    /// <summary>Disassociation of an event link: no option.</summary>
    public const uint MELD_OPTION_NONE = 0;

    /// <summary>Signal and wait of an event link: wait.</summary>
    public const uint MELSW_OPTION_NONE = 0;

    /// <summary>Signal and wait of an event link: do not wait.</summary>
    public const uint MELSW_OPTION_NO_WAIT = 1;
}
