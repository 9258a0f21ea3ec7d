namespace Mach.Generators;

/// <summary>What a trap's 32 bits mean; the order is that of <c>Mach.Abi.TrapResult</c>.</summary>
internal enum ResultKind
{
    Declared,
    KernReturn,
    MessageCode,
    PortName,
    Boolean,
    Errno,
    IOReturn,
}

/// <summary>An argument of a trap.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Passed">False when the kernel does not read it.</param>
/// <param name="Ownership">Attributes that say who owns a right; empty when nothing is said.</param>
internal sealed record TrapArgument(string Name, ValueType Type, bool Passed, string Ownership)
{
    /// <summary>The name as C# writes it.</summary>
    public string Identifier => Identifiers.Escape(Name);

    /// <summary>The argument as C declares it.</summary>
    public string Declaration => Identifiers.Declare(Type.C, Name);
}

/// <summary>One trap of a table.</summary>
internal sealed record TrapModel(
    int Number,
    string Name,
    string Symbol,
    string? Fallback,
    bool Blocks,
    ResultKind Result,
    ValueType Returns,
    string Ownership,
    EquatableArray<TrapArgument> Arguments)
{
    public IEnumerable<TrapArgument> Passed => Arguments.Where(a => a.Passed);

    /// <summary>The C prototype of the function that makes the trap.</summary>
    public string Prototype =>
        $"{Returns.C} {(Symbol.Length == 0 ? Name : Symbol)}({(Arguments.Count == 0 ? "void" : string.Join(", ", Arguments.Select(a => a.Declaration)))})";
}

/// <summary>A table of traps.</summary>
internal sealed record TrapTableModel(Shape Shape, EquatableArray<TrapModel> Traps)
{
    /// <summary>What the names of the outputs begin with: <c>MachTrap</c> for <c>IMachTraps</c>.</summary>
    public string Stem => Shape.Stem.EndsWith("s", StringComparison.Ordinal) ? Shape.Stem.Substring(0, Shape.Stem.Length - 1) : Shape.Stem;
}
