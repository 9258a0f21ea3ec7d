namespace Mach.Generators;

/// <summary>Whether the sender gives up what it sends out of line.</summary>
internal enum Deallocation
{
    /// <summary>Not said.</summary>
    Unsaid,
    No,
    Yes,

    /// <summary><c>dealloc[]</c>: the caller says it in an argument.</summary>
    Chosen,
}

/// <summary>The words behind a type or an argument.</summary>
internal sealed record FlagSyntax
{
    public static readonly FlagSyntax None = new();

    public Deallocation Deallocate { get; init; }

    public bool SameCount { get; init; }

    public bool CountInOut { get; init; }

    public bool PhysicalCopy { get; init; }

    public bool Overwrite { get; init; }

    public bool RetCode { get; init; }

    public bool Auto { get; init; }

    public bool Const { get; init; }

    /// <summary>Where the first of them stands.</summary>
    public DefsPlace Place { get; init; }

    /// <summary>A word added to those before it; null when it is none.</summary>
    public FlagSyntax? With(string word, bool chosen) => word.ToUpperInvariant() switch
    {
        "DEALLOC" => this with { Deallocate = chosen ? Deallocation.Chosen : Deallocation.Yes },
        _ when chosen => null,
        "NOTDEALLOC" => this with { Deallocate = Deallocation.No },
        "SAMECOUNT" => this with { SameCount = true },
        "COUNTINOUT" => this with { CountInOut = true },
        "PHYSICALCOPY" => this with { PhysicalCopy = true },
        "OVERWRITE" => this with { Overwrite = true },
        "RETCODE" => this with { RetCode = true },
        "AUTO" => this with { Auto = true },
        "CONST" => this with { Const = true },
        // Whether a descriptor is long was a matter of the old typed messages; servercopy is a matter of one side's C.
        "ISLONG" or "ISNOTLONG" or "SERVERCOPY" => this,
        _ => null,
    };
}
