namespace Mach.Generators;

/// <summary>A .defs file as written, once preprocessed.</summary>
internal sealed record DefsFile(string Path, IReadOnlyList<DefsStatement> Statements);

/// <summary>A statement.</summary>
internal abstract record DefsStatement(DefsPlace Place);

/// <summary><c>subsystem KernelServer name 100;</c></summary>
internal sealed record SubsystemStatement(DefsPlace Place, string Name, long First, bool KernelUser, bool KernelServer) : DefsStatement(Place);

/// <summary><c>type name = …;</c></summary>
internal sealed record TypeStatement(DefsPlace Place, NamedTypeSyntax Type) : DefsStatement(Place);

/// <summary><c>routine name(…);</c> or <c>simpleroutine name(…);</c></summary>
internal sealed record RoutineStatement(DefsPlace Place, string Name, bool Simple, IReadOnlyList<ArgumentSyntax> Arguments) : DefsStatement(Place);

/// <summary><c>skip;</c> or <c>skip 3;</c></summary>
internal sealed record SkipStatement(DefsPlace Place, long Numbers) : DefsStatement(Place);

/// <summary>What an <see cref="OptionStatement"/> sets.</summary>
internal enum DefsOption
{
    ServerPrefix,
    UserPrefix,
    ServerDemux,
    ErrorProcedure,
    RcsId,
    MsgOption,
    WaitTime,
    NoWaitTime,
    SendTime,
    NoSendTime,
    UserTypeLimit,
    OnStackLimit,
    UseSpecialReplyPort,
    ConsumeOnSendError,
}

/// <summary>A statement that holds for what follows it.</summary>
internal sealed record OptionStatement(DefsPlace Place, DefsOption Option, string Text) : DefsStatement(Place);

/// <summary><c>import &lt;file.h&gt;;</c>: what C's stubs include.</summary>
internal sealed record ImportStatement(DefsPlace Place, string Kind, string File, bool Angled) : DefsStatement(Place);

/// <summary>A type as written.</summary>
internal abstract record DefsTypeSyntax(DefsPlace Place);

/// <summary><c>MACH_MSG_TYPE_…</c>, alone, as sender and receiver have it, or in parentheses with a size in bits and flags.</summary>
internal sealed record BasicTypeSyntax(DefsPlace Place, IpcType Sent, IpcType Received, long Bits, FlagSyntax Flags) : DefsTypeSyntax(Place);

/// <summary>The name of another type.</summary>
internal sealed record TypeNameSyntax(DefsPlace Place, string Name) : DefsTypeSyntax(Place);

/// <summary><c>array[4] of</c>; <c>array[*:4] of</c> when it varies; <c>array[] of</c> with a count of 0.</summary>
internal sealed record ArraySyntax(DefsPlace Place, bool Varies, long Count, DefsTypeSyntax Element) : DefsTypeSyntax(Place);

/// <summary><c>struct[4] of</c>.</summary>
internal sealed record StructSyntax(DefsPlace Place, long Count, DefsTypeSyntax Element) : DefsTypeSyntax(Place);

/// <summary><c>^</c>: out of line.</summary>
internal sealed record OutOfLineSyntax(DefsPlace Place, DefsTypeSyntax Target) : DefsTypeSyntax(Place);

/// <summary><c>c_string[64]</c> or <c>c_string[*:64]</c>.</summary>
internal sealed record CStringSyntax(DefsPlace Place, bool Varies, long Count) : DefsTypeSyntax(Place);

/// <summary><c>PointerTo(…)</c> and its kind: a pointer that C's side follows.</summary>
internal sealed record NativePointerSyntax(DefsPlace Place, string Kind) : DefsTypeSyntax(Place);

/// <summary>A translation by a function of one side.</summary>
internal sealed record TranslationSyntax(string Type, string Function, string Argument);

/// <summary>A type with its name and what each side makes of it.</summary>
internal sealed record NamedTypeSyntax(DefsPlace Place, string Name, DefsTypeSyntax Type)
{
    /// <summary>The name of both sides.</summary>
    public string? CType { get; init; }

    /// <summary>The client's name.</summary>
    public string? UserType { get; init; }

    /// <summary>The server's name.</summary>
    public string? ServerType { get; init; }

    public TranslationSyntax? InTranslation { get; init; }

    public TranslationSyntax? InTranslationPayload { get; init; }

    public TranslationSyntax? OutTranslation { get; init; }

    public TranslationSyntax? Destructor { get; init; }
}

/// <summary>What an argument is for.</summary>
internal enum ArgumentRole
{
    /// <summary>Not said: the first such one names the port to send to, the others go in.</summary>
    None,
    In,
    Out,
    InOut,
    RequestPort,
    ReplyPort,
    ServerReplyPort,
    UserReplyPort,
    WaitTime,
    SendTime,
    MsgOption,
    MsgSeqno,
    ServerAuditToken,
    ServerSecToken,
    ServerContextToken,
    SecToken,
    ServerImpl,
    UserImpl,
}

/// <summary>An argument of a routine; its type has a name or is declared in place.</summary>
internal sealed record ArgumentSyntax(DefsPlace Place, ArgumentRole Role, string Name, TypeNameSyntax Type, NamedTypeSyntax? Declared, FlagSyntax Flags);
