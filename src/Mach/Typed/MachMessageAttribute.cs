using System.Diagnostics.CodeAnalysis;

namespace Mach;

/// <summary>
/// Declares a message: a partial record, record struct, struct or sealed class whose members, in their order, are what it carries.
/// Mach.Generators writes how it is sent and how it is read.
/// </summary>
/// <param name="id">What the message means: <c>msgh_id</c>.</param>
/// <remarks>
/// The layout is MIG's: a header; a descriptor for each right, array of rights and region; then, padded to 4 bytes, the values, counts
/// before what they count. The number of elements of an array that travels out of line stands among the values.
/// </remarks>
[Experimental("MACHX001")]
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class MachMessageAttribute(int id) : Attribute
{
    /// <summary>What the message means.</summary>
    public int Id { get; } = id;

    /// <summary>The values follow an NDR record, as in every message of MIG that has values.</summary>
    public bool Ndr { get; set; }

    /// <summary>The message that answers this one, a readable <c>[MachMessage]</c>: the generator adds calls that await it.</summary>
    public Type? Reply { get; set; }
}

/// <summary>An array that always has the same number of elements: no count travels.</summary>
/// <param name="count">How many.</param>
[Experimental("MACHX001")]
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field)]
public sealed class FixedLengthAttribute(int count) : Attribute
{
    /// <summary>How many elements it has.</summary>
    public int Count { get; } = count;
}
