namespace Mach.Generators;

/// <summary>A function that makes a trap and nothing else.</summary>
internal sealed record RawTrap(string Owner, string Client, TrapModel Trap);

/// <summary>A function that sends a routine's message, after a trap when there is one that does the same.</summary>
internal sealed record RawRoutine(string Owner, string Client, int Id, MigRoutineModel Routine, RawTrap? First)
{
    /// <summary>A system's own library may export the function: it calls the kernel, and its name is the system's.</summary>
    public bool IsSystems { get; init; }
}

/// <summary>A class that gets C functions.</summary>
internal sealed record RawFunctionsModel(Shape Shape, EquatableArray<RawTrap> Traps, EquatableArray<RawRoutine> Routines);
