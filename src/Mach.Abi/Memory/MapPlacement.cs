namespace Mach.Abi;

/// <summary>Where a mapping may lie.</summary>
public enum MapPlacement : byte
{
    /// <summary>Wherever the space likes.</summary>
    Anywhere,

    /// <summary>At the first free place that does not lie below the address given.</summary>
    Above,

    /// <summary>At a place that nobody can guess.</summary>
    Random,

    /// <summary>At the address given, where nothing may be mapped.</summary>
    Fixed,

    /// <summary>At the address given. What the caller has mapped there is replaced, for other threads in one step.</summary>
    Replace,
}
