namespace Mach.Abi;

/// <summary>An argument as the C prototype has it.</summary>
/// <param name="Type">Its C type.</param>
/// <param name="Name">Its name.</param>
public readonly record struct CatalogueArgument(string Type, string Name);

/// <summary>One numbered entry: a trap, or a routine of a kernel port.</summary>
/// <param name="Family">The family of its number.</param>
/// <param name="Number">The number within the family: negative for Mach traps, the message id for routines.</param>
/// <param name="Name">The kernel's name for it.</param>
/// <param name="Symbol">The function of the user library that makes it; "" when there is none.</param>
/// <param name="Prototype">The C prototype of that function.</param>
/// <param name="Result">What the result means.</param>
/// <param name="Arguments">The arguments of the prototype.</param>
public sealed record CatalogueRow(
    TrapFamily Family,
    int Number,
    string Name,
    string Symbol,
    string Prototype,
    TrapResult Result,
    IReadOnlyList<CatalogueArgument> Arguments)
{
    /// <summary>The routine that does the same by message; null when there is none.</summary>
    public string? Fallback { get; init; }

    /// <summary>The value of <c>x16</c> on arm64; null for a family without a register form.</summary>
    public int? Arm64 => Family == TrapFamily.Mig ? null : Number;

    /// <summary>The value of <c>eax</c> on x86_64; null for a family without a register form.</summary>
    public uint? X64 => Family switch
    {
        TrapFamily.Mach => 0x1000000u + (uint)-Number,
        TrapFamily.Bsd => 0x2000000u + (uint)Number,
        _ => null,
    };
}
