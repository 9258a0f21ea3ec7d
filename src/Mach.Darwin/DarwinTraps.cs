namespace Mach.Darwin;

/// <summary>From the number of a Mach trap to the function of libSystem that makes it.</summary>
[TrapSwitch(typeof(IMachTraps))]
internal static partial class DarwinTraps;
