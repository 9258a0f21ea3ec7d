namespace Mach.Abi;

/// <summary>
/// Gives a static partial class the C functions of trap tables and MIG subsystems: static methods with C's names and C's
/// pointers. A routine that a trap names as its fallback makes the trap first and sends the message only when the trap
/// answers <c>MACH_SEND_INVALID_DEST</c>; any other answer is final.
/// </summary>
/// <remarks>
/// The class declares a static member <c>Current</c> of type <see cref="CallingThread"/>: the thread on whose behalf the
/// functions run, with pointers into its memory. A function that the class declares itself is not generated. As in C, nothing
/// is written through a result's pointer unless the function succeeds, but for a count that was too small.
/// </remarks>
/// <param name="interfaces">Interfaces with <see cref="TrapTableAttribute"/> or <see cref="MigSubsystemAttribute"/>, of any assembly.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RawFunctionsAttribute(params Type[] interfaces) : Attribute
{
    /// <summary>The interfaces.</summary>
    public IReadOnlyList<Type> Interfaces { get; } = interfaces;
}
