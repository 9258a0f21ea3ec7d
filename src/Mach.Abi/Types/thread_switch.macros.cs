namespace Mach.Abi;

// mach/thread_switch.h: macros with arguments
public static partial class MachConstants
{
    /// <summary>True for an option of <c>thread_switch</c>.</summary>
    public static bool valid_switch_option(int opt) => opt is SWITCH_OPTION_NONE or SWITCH_OPTION_DEPRESS or SWITCH_OPTION_WAIT;
}
