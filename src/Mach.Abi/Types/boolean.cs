namespace Mach.Abi;

// mach/boolean.h
public static partial class MachConstants
{
    /// <summary>True, as <c>boolean_t</c>.</summary>
    public const int TRUE = 1;

    /// <summary>False, as <c>boolean_t</c>.</summary>
    public const int FALSE = 0;
}
