namespace Mach.Generators;

/// <summary>An argument with its type.</summary>
internal sealed record DefsArgument(DefsPlace Place, ArgumentRole Role, string Name, DefsType Type, FlagSyntax Flags)
{
    public bool IsOut => Role is ArgumentRole.Out or ArgumentRole.InOut;

    public bool IsIn => Role is ArgumentRole.In or ArgumentRole.InOut;

    /// <summary>The argument whose count is its own.</summary>
    public DefsArgument? CountOf { get; init; }

    /// <summary>What argument and type say of giving up memory.</summary>
    public Deallocation Deallocate => Flags.Deallocate != Deallocation.Unsaid ? Flags.Deallocate : Type.Flags.Deallocate;
}

/// <summary>A routine with its number and what the statements before it set.</summary>
internal sealed record DefsRoutine(DefsPlace Place, int Number, string Name, bool Simple, IReadOnlyList<DefsArgument> Arguments)
{
    public string Symbol { get; init; } = Name;

    public DefsSettings Settings { get; init; } = DefsSettings.None;
}

/// <summary>What statements say of the routines behind them.</summary>
internal sealed record DefsSettings
{
    public static readonly DefsSettings None = new();

    public string UserPrefix { get; init; } = "";

    public string ServerPrefix { get; init; } = "";

    public string? MsgOption { get; init; }

    public string? WaitTime { get; init; }

    public string? SendTime { get; init; }

    public bool UseSpecialReplyPort { get; init; }

    public string? ConsumeOnSendError { get; init; }
}

/// <summary>A subsystem as its .defs file declares it.</summary>
internal sealed record DefsSubsystem(DefsPlace Place, string Name, int First, int Count, IReadOnlyList<DefsRoutine> Routines, IReadOnlyList<int> Skipped)
{
    public bool KernelUser { get; init; }

    public bool KernelServer { get; init; }

    public string? ServerDemux { get; init; }

    public IReadOnlyList<ImportStatement> Imports { get; init; } = [];
}
