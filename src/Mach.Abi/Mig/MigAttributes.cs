namespace Mach.Abi;

/// <summary>
/// Declares a partial interface as a MIG subsystem. From it come the client (<c>MachPortClient</c> for <c>IMachPort</c>), the
/// functions in C's form (<c>MachPortMessages</c>), the server skeleton (<c>MachPortServer</c>), the table of routines with
/// their message layouts and the catalogue rows. The messages are MIG's, byte for byte.
/// </summary>
/// <param name="name">The subsystem's name.</param>
/// <param name="firstNumber">The message id of routine 0. A reply's id is the request's plus 100.</param>
[AttributeUsage(AttributeTargets.Interface)]
public sealed class MigSubsystemAttribute(string name, int firstNumber) : Attribute
{
    /// <summary>The subsystem's name.</summary>
    public string Name { get; } = name;

    /// <summary>The message id of routine 0.</summary>
    public int FirstNumber { get; } = firstNumber;

    /// <summary>
    /// The kernel serves it: its clients mark their sends as calls to kernel objects, and its rows are in the catalogue.
    /// Otherwise a task serves it through a queue.
    /// </summary>
    public bool Kernel { get; set; }

    /// <summary>How many numbers the subsystem takes; 0 ends it after the highest declared routine.</summary>
    public int Count { get; set; }
}

/// <summary>Gives a method its number within the subsystem; it is answered with a reply.</summary>
/// <param name="number">Counted from the subsystem's first; at most 99 lest requests and replies overlap.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RoutineAttribute(int number) : Attribute
{
    /// <summary>Counted from the subsystem's first.</summary>
    public int Number { get; } = number;

    /// <summary>The C function that sends it, where it is not the method's name.</summary>
    public string? Symbol { get; set; }

    /// <summary>No server has it any more: a client may send it, and the answer is <c>MIG_BAD_ID</c>.</summary>
    public bool Gone { get; set; }
}

/// <summary>As <see cref="RoutineAttribute"/>, but nothing is answered: the request is sent and that is all.</summary>
/// <param name="number">Counted from the subsystem's first.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SimpleRoutineAttribute(int number) : Attribute
{
    /// <summary>Counted from the subsystem's first.</summary>
    public int Number { get; } = number;

    /// <summary>The C function that sends it, where it is not the method's name.</summary>
    public string? Symbol { get; set; }
}

/// <summary>Retires numbers of a subsystem: no routine may take them, and a server answers <c>MIG_BAD_ID</c>.</summary>
/// <param name="numbers">Counted from the subsystem's first.</param>
[AttributeUsage(AttributeTargets.Interface)]
public sealed class SkipAttribute(params int[] numbers) : Attribute
{
    /// <summary>Counted from the subsystem's first.</summary>
    public IReadOnlyList<int> Numbers { get; } = numbers;
}
