namespace Mach.Abi;

/// <summary>
/// Declares a partial interface as a table of traps. From it come the number constants, the client, the kernel's
/// handlers and dispatcher, the entry from both register states, the name table and the catalogue rows.
/// </summary>
/// <param name="family">The family whose numbers the table holds.</param>
[AttributeUsage(AttributeTargets.Interface)]
public sealed class TrapTableAttribute(TrapFamily family) : Attribute
{
    /// <summary>The family whose numbers the table holds.</summary>
    public TrapFamily Family { get; } = family;
}

/// <summary>Gives a method of a trap table its number.</summary>
/// <remarks>
/// Arguments are integers, enumerations of at most eight bytes, or <see cref="UserPtr{T}"/> for addresses, in the order in
/// which the C function has them; the first goes to <see cref="TrapFrame.A0"/>.
/// </remarks>
/// <param name="number">The slot in the table, positive: 16 for the trap that <c>x16</c> calls -16.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TrapAttribute(int number) : Attribute
{
    /// <summary>The slot in the table, positive.</summary>
    public int Number { get; } = number;

    /// <summary>
    /// The routine that does the same by message. The user's function of that name makes the trap first and sends the
    /// message when the trap answers <c>MACH_SEND_INVALID_DEST</c>, which is also what an unserved trap answers.
    /// </summary>
    public string? Fallback { get; set; }

    /// <summary>The symbol of the user library that makes this trap, where it is not the method's name; "" when there is none.</summary>
    public string? Symbol { get; set; }

    /// <summary>How many arguments travel, when the C function declares more than the kernel reads; -1 is all.</summary>
    public int Passed { get; set; } = -1;

    /// <summary>What the result means, when the return type does not say it.</summary>
    public TrapResult Result { get; set; }
}

/// <summary>
/// Marks a trap that may put its caller to sleep: its handler takes the frame, returns a <see cref="TrapStatus"/> and
/// leaves the result in the frame itself.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BlocksAttribute : Attribute;
