using Microsoft.CodeAnalysis;

namespace Mach.Generators;

/// <summary>Reads one argument of a routine: how it travels, which way, and what contradicts that.</summary>
internal sealed class MigArgumentReader(Measure measure, Complaints complaints)
{
    /// <summary>The most bytes of an array within a message: stubs build messages on the stack.</summary>
    private const int Inline = 16384;

    /// <summary>The most rights of a fixed array, a descriptor each.</summary>
    private const int Ports = 128;

    private const int MoveReceive = 16, CopySend = 19;

    private static readonly (string Attribute, int Sent, int Received)[] _dispositions =
    [
        ("MoveReceiveAttribute", MoveReceive, 16),
        ("MoveSendAttribute", 17, 17),
        ("MoveSendOnceAttribute", 18, 18),
        ("CopySendAttribute", CopySend, 17),
        ("MakeSendAttribute", 20, 17),
        ("MakeSendOnceAttribute", 21, 18),
    ];

    private static readonly Dictionary<string, string> _subjects = new(StringComparer.Ordinal)
    {
        ["ipc_space_t"] = "Space",
        ["ipc_space_read_t"] = "SpaceRead",
        ["ipc_space_inspect_t"] = "SpaceInspect",
        ["task_t"] = "Task",
        ["task_read_t"] = "TaskRead",
        ["task_inspect_t"] = "TaskInspect",
        ["task_name_t"] = "TaskName",
        ["task_policy_set_t"] = "TaskPolicySet",
        ["task_policy_get_t"] = "TaskPolicyGet",
        ["task_suspension_token_t"] = "TaskSuspensionToken",
        ["task_id_token_t"] = "TaskIdentityToken",
        ["thread_t"] = "Thread",
        ["thread_act_t"] = "Thread",
        ["thread_read_t"] = "ThreadRead",
        ["thread_inspect_t"] = "ThreadInspect",
        ["host_t"] = "Host",
        ["host_priv_t"] = "HostPrivileged",
        ["host_security_t"] = "HostSecurity",
        ["clock_serv_t"] = "Clock",
        ["clock_ctrl_t"] = "ClockControl",
        ["processor_t"] = "Processor",
        ["processor_set_t"] = "ProcessorSet",
        ["processor_set_name_t"] = "ProcessorSetName",
        ["vm_map_t"] = "Map",
        ["vm_map_read_t"] = "MapRead",
        ["mem_entry_name_port_t"] = "MemoryEntry",
        ["semaphore_t"] = "Semaphore",
        ["ipc_voucher_t"] = "Voucher",
        ["ipc_voucher_attr_control_t"] = "VoucherAttributeControl",
        ["mach_eventlink_t"] = "EventLink",
    };

    public MigArgument? Read(IParameterSymbol parameter)
    {
        var subject = parameter.Find("SubjectAttribute");
        var counted = parameter.Find("CountedAttribute");
        var text = parameter.Find("CStringAttribute");
        var region = parameter.Find("OutOfLineAttribute");
        var poly = parameter.Find("PolymorphicAttribute");
        var many = parameter.Find("PortArrayAttribute");
        var token = parameter.Find("ServerAuditTokenAttribute");
        var rights = _dispositions.Where(d => parameter.Has(d.Attribute)).ToList();
        if (rights.Count > 1)
            complaints.Add(Diagnostics.TwoDispositions, parameter, parameter.Name);
        var ways = new[] { subject, counted, text, region, many, token }.Count(a => a is not null);
        if (ways > 1)
        {
            complaints.Add(Diagnostics.Contradiction, parameter, parameter.Name, "it is one of [Subject], [Counted], [CString], [OutOfLine], [PortArray] and [ServerAuditToken]");
            return null;
        }
        if (Element(parameter, counted ?? text ?? region ?? many) is not var (type, direction, c))
            return null;

        if (SendingReader.Role(parameter) is { } role)
        {
            if (ways != 0 || rights.Count != 0 || direction != Direction.In || type.Size != 4 || type.Kind != ValueKind.Integer)
                complaints.Add(Diagnostics.Contradiction, parameter, parameter.Name, "what says how to send is a number of 32 bits that goes in, and nothing else");
            return new(parameter.Name, Passing.Sending, Direction.In, type, c) { Sending = role };
        }
        var port = rights.Count != 0 || poly is not null;
        if (token is not null)
            return Token(parameter, type, direction, c, port);
        if (subject is not null)
            return Subject(parameter, subject, type, direction, c, rights, poly);
        if (counted is not null)
            return Counted(parameter, counted, type, direction, c, port);
        if (text is not null)
            return String(parameter, text, type, direction, c, port);
        if (port && type.CSharp != "uint")
        {
            complaints.Add(Diagnostics.DispositionOnNonPort, parameter, parameter.Name);
            return null;
        }
        var argument = new MigArgument(parameter.Name, port ? Passing.Port : Passing.Inline, direction, type, c)
        {
            Polymorphic = poly is not null,
            Sent = rights.Count == 0 ? 0 : rights[0].Sent,
            Received = poly is null ? (rights.Count == 0 ? 0 : rights[0].Received) : Convert.ToInt32(poly.Named<byte>("Received", 0)),
        };
        if (poly is not null && argument.Received is not (0 or 16 or 17 or 18))
            complaints.Add(Diagnostics.LimitRange, parameter, parameter.Name, Text(argument.Received), "16 to 18, the dispositions of received rights");
        if (poly is not null && argument.IsOut && (argument.Received != 0 || argument.Sent != 0))
            complaints.Add(Diagnostics.Contradiction, parameter, parameter.Name, "only a server insists on a disposition; a caller is told");
        if (region is not null)
            return OutOfLine(parameter, region, argument, port);
        if (many is not null)
            return PortArray(parameter, many, argument);
        if (poly is not null && direction == Direction.InOut)
        {
            complaints.Add(Diagnostics.WrongDirection, parameter, parameter.Name, "has a disposition of its own each way: it goes in or comes out");
            return null;
        }
        return argument;
    }

    private MigArgument? Token(IParameterSymbol parameter, ValueType type, Direction direction, string c, bool port)
    {
        if (port || direction != Direction.In || type.CSharp != "global::Mach.Abi.audit_token_t")
        {
            complaints.Add(Diagnostics.Contradiction, parameter, parameter.Name, "the sender's token is an audit_token_t that a server reads");
            return null;
        }
        return new(parameter.Name, Passing.AuditToken, direction, type, c);
    }

    private MigArgument? PortArray(IParameterSymbol parameter, AttributeData many, MigArgument argument)
    {
        argument = argument with { Passing = Passing.PortArray, Elements = many.Number(0), SameCount = many.Named<string>("SameCount", null) };
        if (argument.Polymorphic || argument.Sent == 0)
            complaints.Add(Diagnostics.Contradiction, parameter, parameter.Name, "an array of rights has one disposition, declared");
        if (argument.Direction != Direction.Out)
            complaints.Add(Diagnostics.WrongDirection, parameter, parameter.Name, "is a fixed number of rights: they come out");
        if (argument.Elements is < 1 or > Ports)
            complaints.Add(Diagnostics.LimitRange, parameter, parameter.Name, Text(argument.Elements), $"1 to {Ports}");
        return argument;
    }

    /// <summary>The type that travels, the direction, and the C type; of an array, the element's type.</summary>
    private (ValueType Type, Direction Direction, string C)? Element(IParameterSymbol parameter, AttributeData? array)
    {
        var c = Spelling.Of(parameter);
        Direction? direction = parameter.RefKind switch
        {
            RefKind.None => Direction.In,
            RefKind.Out => Direction.Out,
            RefKind.Ref => Direction.InOut,
            _ => null,
        };
        if (direction is null)
        {
            complaints.Add(Diagnostics.WrongDirection, parameter, parameter.Name, "must be passed by value, 'out' or 'ref'");
            return null;
        }
        var type = parameter.Type;
        if (type.TypeKind == TypeKind.Error)
            return null; // the compiler says so
        var span = ValueType.IsSpan(type) ? Direction.Out : ValueType.IsReadOnlySpan(type) ? Direction.In : default;
        if (array is null)
        {
            if (span != default)
            {
                complaints.Add(Diagnostics.NoLength, parameter, parameter.Name);
                return null;
            }
            return Value(parameter, type, c) is { } value ? (value, direction.Value, c) : null;
        }
        if (span != default && direction != Direction.In)
        {
            complaints.Add(Diagnostics.WrongDirection, parameter, parameter.Name, "is a span: ReadOnlySpan goes in and Span comes out, without 'out' or 'ref'");
            return null;
        }
        if (array.AttributeClass?.Name == "OutOfLineAttribute" && type.SpecialType == SpecialType.System_UInt64)
            return (ValueType.Byte, direction.Value, c);
        if (span == default && !ValueType.IsUserPtr(type))
        {
            complaints.Add(Diagnostics.UnsupportedType, parameter, parameter.Name, type.ToDisplayString(), "is no array: use UserPtr<T>, or a span for one within the message");
            return null;
        }
        if (direction == Direction.InOut && (array.AttributeClass?.Name != "OutOfLineAttribute" || !ValueType.IsBytes(type)))
        {
            complaints.Add(Diagnostics.WrongDirection, parameter, parameter.Name, "is an array: it goes in or comes out, unless it is bytes out of line");
            return null;
        }
        var element = Value(parameter, ((INamedTypeSymbol)type).TypeArguments[0], ElementName(c));
        return element is null ? null : (element, span == default ? direction.Value : span, c);
    }

    private static string ElementName(string c) =>
        c.EndsWith("*", StringComparison.Ordinal) ? c.Substring(0, c.Length - 1).TrimEnd() : c;

    private ValueType? Value(IParameterSymbol parameter, ITypeSymbol type, string c)
    {
        var value = ValueType.Of(type, c, measure);
        if (value is null && type.TypeKind != TypeKind.Error)
            complaints.Add(Diagnostics.UnsupportedType, parameter, parameter.Name, type.ToDisplayString(), "has no fixed form in a message: use integers, enumerations and structures of them");
        return value;
    }

    private MigArgument? Subject(
        IParameterSymbol parameter, AttributeData subject, ValueType type, Direction direction, string c,
        List<(string Attribute, int Sent, int Received)> rights, AttributeData? poly)
    {
        if (type.CSharp != "uint")
        {
            complaints.Add(Diagnostics.UnsupportedType, parameter, parameter.Name, parameter.Type.ToDisplayString(), "is no port name: a subject is one");
            return null;
        }
        if (direction != Direction.In)
            complaints.Add(Diagnostics.WrongDirection, parameter, parameter.Name, "is the subject: it goes in");
        var arrives = Convert.ToInt32(poly?.Named<byte>("Received", 0) ?? 0);
        if (rights.Exists(r => r.Sent == MoveReceive) || (poly is not null && (rights.Count != 0 || arrives is not (17 or 18))))
            complaints.Add(Diagnostics.Contradiction, parameter, parameter.Name, "a message goes to a send or send-once right, by a declared disposition or as the sender says");
        var kind = subject.ConstructorArguments is [{ Type: INamedTypeSymbol enumeration, Value: { } value }]
            ? enumeration.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(f => f.HasConstantValue && Equals(f.ConstantValue, value))?.Name
            : _subjects.TryGetValue(c, out var known) ? known : "Port";
        var (_, sent, received) = poly is not null ? ("", 0, arrives) : rights is [var right, ..] ? right : ("", CopySend, 17);
        return new(parameter.Name, Passing.Subject, Direction.In, type, c)
        {
            Subject = kind ?? "Port",
            Sent = sent,
            Received = received,
            Polymorphic = poly is not null,
        };
    }

    private MigArgument? Counted(
        IParameterSymbol parameter, AttributeData counted, ValueType type, Direction direction, string c, bool port)
    {
        var argument = new MigArgument(parameter.Name, Passing.Counted, direction, type, c)
        {
            Maximum = counted.Number(0),
            CountInOut = counted.Named("CountInOut", false),
            Multiplier = counted.Named("Multiplier", 1),
            SameCount = counted.Named<string>("SameCount", null),
        };
        if (argument is { SameCount: not null } and ({ CountInOut: true } or { Multiplier: not 1 }))
            complaints.Add(Diagnostics.Contradiction, parameter, parameter.Name, "what belongs to a count is said where it is counted");
        if (port)
        {
            complaints.Add(Diagnostics.Contradiction, parameter, parameter.Name, "rights travel in descriptors: use [OutOfLine] for an array of them");
            return null;
        }
        if (argument.CountInOut && direction != Direction.Out)
            complaints.Add(Diagnostics.Contradiction, parameter, parameter.Name, "only an array in the reply has CountInOut");
        if (argument.Maximum < 1 || argument.Maximum > Inline / type.Size)
        {
            complaints.Add(Diagnostics.LimitRange, parameter, parameter.Name, Text(argument.Maximum), $"1 to {Inline / type.Size}");
            return null;
        }
        return Multiplied(parameter, argument);
    }

    private MigArgument? String(
        IParameterSymbol parameter, AttributeData text, ValueType type, Direction direction, string c, bool port)
    {
        var argument = new MigArgument(parameter.Name, Passing.CString, direction, type, c)
        {
            Maximum = text.Number(0),
            Fixed = text.Named("Fixed", false),
        };
        if (port)
            complaints.Add(Diagnostics.DispositionOnNonPort, parameter, parameter.Name);
        if (type.CSharp != "byte")
        {
            complaints.Add(Diagnostics.UnsupportedType, parameter, parameter.Name, parameter.Type.ToDisplayString(), "is no string: its elements must be 'byte'");
            return null;
        }
        if (argument.Maximum is < 1 or > Inline)
            complaints.Add(Diagnostics.LimitRange, parameter, parameter.Name, Text(argument.Maximum), $"1 to {Inline}");
        return argument;
    }

    private MigArgument? OutOfLine(IParameterSymbol parameter, AttributeData region, MigArgument argument, bool port)
    {
        var integer = parameter.Type.SpecialType == SpecialType.System_UInt64;
        if (!integer && !ValueType.IsUserPtr(parameter.Type))
        {
            complaints.Add(Diagnostics.UnsupportedType, parameter, parameter.Name, parameter.Type.ToDisplayString(), "is no address: out of line data is given as UserPtr<T>");
            return null;
        }
        argument = argument with
        {
            IsInteger = integer,
            Passing = port ? Passing.OutOfLinePorts : Passing.OutOfLine,
            Elements = region.Named("Elements", 0),
            Deallocate = region.Named("Deallocate", false),
            PhysicalCopy = region.Named("PhysicalCopy", false),
            Multiplier = region.Named("Multiplier", 1),
        };
        if (port && argument.Polymorphic)
        {
            complaints.Add(Diagnostics.Contradiction, parameter, parameter.Name, "an array of rights has one disposition, declared");
            return null;
        }
        if (argument.Elements < 0 || (argument.Elements != 0 && (port || argument.IsOut)))
            complaints.Add(Diagnostics.Contradiction, parameter, parameter.Name, "a fixed number of elements is for data in a request");
        return Multiplied(parameter, argument);
    }

    private MigArgument Multiplied(IParameterSymbol parameter, MigArgument argument)
    {
        if (argument.Multiplier < 1 || argument.Value.Size % argument.Multiplier != 0)
            complaints.Add(Diagnostics.LimitRange, parameter, parameter.Name, Text(argument.Multiplier), $"the divisors of {Text(argument.Value.Size)}, the size of an element");
        return argument;
    }

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
