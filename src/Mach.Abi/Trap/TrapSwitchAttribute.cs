namespace Mach.Abi;

/// <summary>
/// Gives a static partial class <c>TryCall</c>: a trap table's switch from a number to the function of a <see cref="SystemLibrary"/>
/// that makes the trap, called with the arguments in the frame, each in its C type.
/// </summary>
/// <param name="table">A <see cref="TrapTableAttribute"/> interface.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TrapSwitchAttribute(Type table) : Attribute
{
    /// <summary>The table.</summary>
    public Type Table { get; } = table;
}
