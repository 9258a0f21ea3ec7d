namespace Mach;

/// <summary>The callee takes over the right that is passed here: the caller must not release it, whatever the call answers.</summary>
/// <remarks>The caller passes one user reference, no more; others that it has under the same name stay its own.</remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class TakesOwnershipAttribute : Attribute
{
    /// <summary>Which right it is.</summary>
    public RawMachRight Right { get; init; }

    /// <summary>True when a call that failed leaves the right with the caller, who must then release it.</summary>
    public bool OnlyOnSuccess { get; init; }
}
