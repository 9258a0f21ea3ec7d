namespace Mach.Generators;

internal enum Passing
{
    /// <summary>The port that the request is sent to.</summary>
    Subject,

    /// <summary>A value within the message.</summary>
    Inline,

    /// <summary>An array within the message, with its length.</summary>
    Counted,

    /// <summary>A string within the message.</summary>
    CString,

    /// <summary>A right, in a port descriptor.</summary>
    Port,

    /// <summary>A fixed number of rights, each in a port descriptor of its own.</summary>
    PortArray,

    /// <summary>Data out of line.</summary>
    OutOfLine,

    /// <summary>Rights out of line.</summary>
    OutOfLinePorts,

    /// <summary>Who sent the request: read by the server from the trailer, unknown to the client.</summary>
    AuditToken,

    /// <summary>How the client sends the request; unknown to the server.</summary>
    Sending,
}

[Flags]
internal enum Direction
{
    In = 1,
    Out = 2,
    InOut = In | Out,
}

/// <summary>An argument of a routine.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Passing">How it travels.</param>
/// <param name="Direction">Which way.</param>
/// <param name="Value">Its type; of an array, the element's.</param>
/// <param name="C">The C type, without the pointer that an <c>out</c> adds.</param>
internal sealed record MigArgument(string Name, Passing Passing, Direction Direction, ValueType Value, string C)
{
    /// <summary>What the port stands for: a member of <c>Mach.Abi.MigSubject</c>.</summary>
    public string Subject { get; init; } = "Port";

    /// <summary>What of <c>Mach.Abi.MigSending</c> it is.</summary>
    public string Sending { get; init; } = "";

    /// <summary>The most elements or bytes that fit within the message.</summary>
    public int Maximum { get; init; }

    /// <summary>The caller's room travels in the request.</summary>
    public bool CountInOut { get; init; }

    /// <summary>What the count on the wire is multiplied by.</summary>
    public int Multiplier { get; init; } = 1;

    /// <summary>A string all of whose bytes travel.</summary>
    public bool Fixed { get; init; }

    /// <summary>A fixed number of elements out of line, 0 for any number; of a port array, its descriptors.</summary>
    public int Elements { get; init; }

    /// <summary>The argument whose count is this array's too; null for an own one.</summary>
    public string? SameCount { get; init; }

    /// <summary>An address out of line that C declares as an integer.</summary>
    public bool IsInteger { get; init; }

    public bool Deallocate { get; init; }

    public bool PhysicalCopy { get; init; }

    /// <summary>The disposition as the sender gives it; 0 when the sender chooses.</summary>
    public int Sent { get; init; }

    /// <summary>The disposition as received; 0 when any is.</summary>
    public int Received { get; init; }

    /// <summary>Another argument carries the disposition: for both ends, or for the server alone when the sender's is declared.</summary>
    public bool Polymorphic { get; init; }

    /// <summary>What the declaration says of who owns the right, as attributes; empty when it says nothing.</summary>
    public string Ownership { get; init; } = "";

    /// <summary>The client chooses the disposition.</summary>
    public bool IsChosen => Polymorphic && Sent == 0;

    /// <summary>The server is told the disposition.</summary>
    public bool IsTold => Polymorphic && Received == 0 && Passing != Passing.Subject;

    public string Identifier => Identifiers.Escape(Name);

    /// <summary>The argument that has the number of elements.</summary>
    public string Count => (SameCount ?? Name) + "Cnt";

    public string Poly => Name + "Poly";

    public bool IsIn => Direction != Direction.Out;

    public bool IsOut => Direction != Direction.In;

    public bool IsDescriptor => Passing is Passing.Port or Passing.PortArray or Passing.OutOfLine or Passing.OutOfLinePorts;

    /// <summary>How many descriptors it takes.</summary>
    public int Descriptors => Passing == Passing.PortArray ? Elements : 1;

    /// <summary>An array with a length of its own that travels.</summary>
    public bool IsCounted =>
        (Passing is Passing.Counted && SameCount is null) || (Passing is Passing.OutOfLine or Passing.OutOfLinePorts && Elements == 0);

    /// <summary>C passes an array by the address of its first element, whichever way it goes.</summary>
    public bool IsArray => Passing is Passing.Counted or Passing.CString or Passing.PortArray || Value.IsArray;

    /// <summary>How a client has an address out of line.</summary>
    public string Address => IsInteger ? "ulong" : $"global::Mach.Abi.UserPtr<{Value.CSharp}>";

    /// <summary>Its length within the message varies.</summary>
    public bool IsVariable => Passing == Passing.Counted || (Passing == Passing.CString && !Fixed);

    /// <summary>The most bytes of an array within the message, without padding.</summary>
    public int MaximumBytes => Maximum * Value.Size;

    /// <summary>The C declarations that the argument stands for.</summary>
    public IEnumerable<(string Type, string Name)> Declarations()
    {
        if (Passing == Passing.AuditToken)
            yield break;
        yield return (IsOut && !IsArray ? Star(C) : C, Name);
        if (IsChosen)
            yield return (IsOut ? "mach_msg_type_name_t *" : "mach_msg_type_name_t", Poly);
        if (IsCounted)
            yield return (IsOut ? "mach_msg_type_number_t *" : "mach_msg_type_number_t", Count);
    }

    /// <summary>The same as C# with pointers, with attributes that say who owns a right.</summary>
    public IEnumerable<(string Type, string Name, string Ownership)> Pointers()
    {
        if (Passing == Passing.AuditToken)
            yield break;
        var type = Passing switch
        {
            Passing.Subject => "uint",
            Passing.Sending => Value.CSharp,
            Passing.Port => IsOut ? "uint*" : "uint",
            Passing.PortArray => "uint*",
            Passing.Inline => IsOut || Value.IsArray ? Value.Pointer + "*" : Value.Pointer,
            Passing.CString => "byte*",
            Passing.Counted => Value.CSharp + "*",
            _ => (IsInteger ? "ulong" : Value.CSharp + "*") + (IsOut ? "*" : ""),
        };
        yield return (type, Identifier, Generators.Ownership.Of(this));
        if (IsChosen)
            yield return (IsOut ? "uint*" : "uint", Poly, "");
        if (IsCounted)
            yield return (IsOut ? "uint*" : "uint", Count, "");
    }

    private static string Star(string type) => type.EndsWith("*", StringComparison.Ordinal) ? type + "*" : type + " *";
}

/// <summary>A routine of a subsystem.</summary>
/// <param name="Number">Counted from the subsystem's first.</param>
/// <param name="Name">Its name.</param>
/// <param name="Symbol">The C function that sends it.</param>
/// <param name="Simple">Nothing is answered.</param>
/// <param name="Gone">No server has it any more.</param>
/// <param name="Arguments">Its arguments.</param>
internal sealed record MigRoutineModel(int Number, string Name, string Symbol, bool Simple, bool Gone, EquatableArray<MigArgument> Arguments)
{
    /// <summary>How its client sends, by the members of <c>Mach.Abi.MigSending</c>, as C# writes them.</summary>
    public EquatableArray<string> Sending { get; init; }

    public MigArgument Subject => Arguments.First(a => a.Passing == Passing.Subject);

    public string Identifier => Identifiers.Escape(Name);

    /// <summary>The C prototype of the function that sends it.</summary>
    public string Prototype =>
        $"kern_return_t {Symbol}({string.Join(", ", Arguments.SelectMany(a => a.Declarations()).Select(d => Identifiers.Declare(d.Type, d.Name)))})";

    public MessageLayout Request() => MessageLayout.OfRequest(this);

    public MessageLayout Reply() => MessageLayout.OfReply(this);
}

/// <summary>A subsystem.</summary>
internal sealed record MigSubsystemModel(
    Shape Shape, string Name, int First, int Count, bool Kernel, EquatableArray<MigRoutineModel> Routines)
{
    public string Stem => Shape.Stem;

    public int IdOf(MigRoutineModel routine) => First + routine.Number;
}
