namespace Mach.Abi;

/// <summary>The constants of Mach's headers and their macros with arguments, under their C names.</summary>
/// <remarks>
/// Types are C's, so that expressions behave as in C, with two exceptions: port sentinels and sizes are
/// unsigned 32-bit numbers, which is what every field that holds one is. Codes are members of <see cref="kern_return_t"/>.
/// </remarks>
public static partial class MachConstants;
