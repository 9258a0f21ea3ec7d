namespace Mach.Abi;

/// <summary>What a Mach call answers (<c>mach/kern_return.h</c>).</summary>
public enum kern_return_t
{
    /// <summary>It worked.</summary>
    KERN_SUCCESS = 0,
}

/// <summary>The constants of Mach's headers, under their C names.</summary>
public static partial class MachConstants;
