namespace Mach.Abi;

/// <summary>A field of a message.</summary>
/// <param name="Name">Its name in the C structure.</param>
/// <param name="Type">Its C type.</param>
/// <param name="Offset">Where it lies when every variable part before it is full.</param>
/// <param name="Size">Its size, when full.</param>
/// <param name="Variable">Whether less than that may travel.</param>
public readonly record struct MigField(string Name, string Type, int Offset, int Size, bool Variable);

/// <summary>The layout of a message, without trailer.</summary>
/// <param name="Size">Its size with every variable part full.</param>
/// <param name="Minimum">Its size with every variable part empty.</param>
/// <param name="Descriptors">How many descriptors it has; 0 makes it simple.</param>
/// <param name="Fields">Its fields in order.</param>
public sealed record MigLayout(int Size, int Minimum, int Descriptors, IReadOnlyList<MigField> Fields);

/// <summary>A routine of a subsystem: its message id, its C function and its messages.</summary>
/// <param name="Id">The id of the request; the reply's is 100 more.</param>
/// <param name="Name">Its name.</param>
/// <param name="Symbol">The C function that sends it.</param>
/// <param name="Prototype">That function's prototype.</param>
/// <param name="Arguments">That function's arguments.</param>
/// <param name="Request">The request.</param>
/// <param name="Reply">The reply on success; null when nothing is answered. An error is always a reply of 36 bytes.</param>
public sealed record MigRoutine(
    int Id,
    string Name,
    string Symbol,
    string Prototype,
    IReadOnlyList<CatalogueArgument> Arguments,
    MigLayout Request,
    MigLayout? Reply)
{
    /// <summary>The routine as a row of the catalogue.</summary>
    public CatalogueRow ToRow() => new(TrapFamily.Mig, Id, Name, Symbol, Prototype, TrapResult.KernReturn, Arguments);
}
