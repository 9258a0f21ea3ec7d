using System.Text;
using Microsoft.CodeAnalysis;

namespace Mach.Generators;

/// <summary>Writes a subsystem as a .defs file, from which the same messages come.</summary>
internal sealed class DefsWriter(MigSubsystemModel subsystem, INamedTypeSymbol type, Complaints complaints)
{
    private readonly DefsTypeNames _types = new();
    private readonly StringBuilder _body = new();
    private readonly Dictionary<string, string?> _settings = new(StringComparer.Ordinal);
    private string _prefix = "";

    public string Write()
    {
        var next = 0;
        foreach (var routine in subsystem.Routines)
        {
            Skip(routine.Number - next);
            Routine(routine);
            next = routine.Number + 1;
        }
        Skip(subsystem.Count - next);

        var text = new StringBuilder();
        text.Append($"// Subsystem {subsystem.Name}, written from {type.ToDisplayString()}.\n");
        text.Append($"subsystem {(subsystem.Kernel ? "KernelServer " : "")}{subsystem.Name} {subsystem.First};\n\n");
        foreach (var file in _types.Files)
            text.Append($"#include <{file}>\n");
        if (_types.Declarations.Count != 0)
            text.Append('\n');
        foreach (var declaration in _types.Declarations)
            text.Append(declaration).Append('\n');
        return text.Append(_body).ToString();
    }

    private void Skip(int numbers)
    {
        if (numbers > 0)
            _body.Append(numbers == 1 ? "\nskip;\n" : $"\nskip {numbers};\n");
    }

    private void Routine(MigRoutineModel routine)
    {
        Prefix(routine);
        Settings(routine);
        _body.Append($"\n{(routine.Simple ? "simpleroutine" : "routine")} {routine.Name}(");
        for (var i = 0; i < routine.Arguments.Count; i++)
            _body.Append(i == 0 ? "\n    " : ";\n    ").Append(Argument(routine.Arguments[i]));
        _body.Append(");\n");
    }

    /// <summary>A function of C is called after its routine, with a prefix that holds until the next one.</summary>
    private void Prefix(MigRoutineModel routine)
    {
        var prefix = routine.Symbol.EndsWith(routine.Name, StringComparison.Ordinal) ? routine.Symbol.Substring(0, routine.Symbol.Length - routine.Name.Length) : null;
        if (prefix is null || (prefix.Length == 0 && _prefix.Length != 0))
            complaints.Add(Diagnostics.DefsUnwritable, type, routine.Name, $"its function '{routine.Symbol}' is no prefix before its name");
        else if (prefix != _prefix)
            _body.Append($"\nuserprefix {_prefix = prefix};\n");
    }

    /// <summary>Statements that hold from here on, where they change.</summary>
    private void Settings(MigRoutineModel routine)
    {
        string? Of(string member) => routine.Sending.FirstOrDefault(m => m.StartsWith(member + " = ", StringComparison.Ordinal))?.Substring(member.Length + 3);
        Setting("Options", Of("Options"), "msgoption {0}", "msgoption MACH_MSG_OPTION_NONE");
        Setting("WaitTime", Of("WaitTime"), "waittime {0}", "nowaittime");
        Setting("SendTime", Of("SendTime"), "sendtime {0}", "nosendtime");
        Setting("Special", Of("SpecialReplyPort"), "UseSpecialReplyPort 1", "UseSpecialReplyPort 0");
        var consumes = Of("ConsumeOnSendError");
        Setting("Consume", consumes is null ? null : consumes.EndsWith(")1", StringComparison.Ordinal) ? "timeout" : "any", "ConsumeOnSendError {0}", "ConsumeOnSendError none");
    }

    private void Setting(string name, string? value, string statement, string otherwise)
    {
        _settings.TryGetValue(name, out var before);
        if (before == value)
            return;
        _settings[name] = value;
        _body.Append('\n').AppendFormat(System.Globalization.CultureInfo.InvariantCulture, value is null ? otherwise : statement, value).Append(";\n");
    }

    private string Argument(MigArgument a) => a.Passing switch
    {
        Passing.Sending when a.Sending == "ReplyPort" => $"ureplyport {a.Name} : {_types.Name(Named(a.C) ?? "mach_port_t", "mach_port_make_send_once_t", "MACH_MSG_TYPE_MAKE_SEND_ONCE")}",
        Passing.Sending => $"{(a.Sending == "Options" ? "msgoption" : a.Sending.ToLowerInvariant())} {a.Name} : {Value(a.Value, a.C)}",
        Passing.AuditToken => $"ServerAuditToken {a.Name} : {_types.Name("audit_token_t", "audit_token_t", "struct[8] of uint32_t")}",
        Passing.PortArray => $"{Way(a)}{a.Name} : {PortArray(a)}{(a.SameCount is null ? "" : ", samecount")}",
        Passing.Subject => $"requestport {a.Name} : {Right(a)}",
        Passing.Port => $"{Way(a)}{a.Name} : {Right(a)}",
        Passing.Inline => $"{Way(a)}{a.Name} : {Value(a.Value, a.C)}",
        Passing.Counted => $"{Way(a)}{a.Name} : {Array(a)}{(a.CountInOut ? ", countinout" : "")}{(a.SameCount is null ? "" : ", samecount")}",
        Passing.CString => $"{Way(a)}{a.Name} : {_types.Name(Named(a.C), $"string_{a.Maximum}_t", a.Fixed ? $"c_string[{a.Maximum}]" : $"c_string[*:{a.Maximum}]")}",
        _ => $"{Way(a)}{a.Name} : {OutOfLine(a)}{(a.Deallocate ? ", dealloc" : "")}{(a.PhysicalCopy ? ", physicalcopy" : "")}",
    };

    private static string Way(MigArgument a) => a.Direction switch { Direction.Out => "out ", Direction.InOut => "inout ", _ => "in " };

    /// <summary>C's name of a type, when it is one word.</summary>
    private static string? Named(string c) => c.Length != 0 && c.All(ch => char.IsLetterOrDigit(ch) || ch == '_') ? c : null;

    private string Right(MigArgument a)
    {
        var (word, written) = Disposition(a.Sent, a.Received, a.Polymorphic);
        var c = Named(a.C) ?? "mach_port_t";
        return _types.Name(c, c == "mach_port_t" ? $"mach_port_{word}_t" : $"{c}_{word}", written);
    }

    private static (string Word, string Written) Disposition(int sent, int received, bool polymorphic)
    {
        var (word, written) = sent switch
        {
            16 => ("move_receive", "MACH_MSG_TYPE_MOVE_RECEIVE"),
            17 => ("move_send", "MACH_MSG_TYPE_MOVE_SEND"),
            18 => ("move_send_once", "MACH_MSG_TYPE_MOVE_SEND_ONCE"),
            19 => ("copy_send", "MACH_MSG_TYPE_COPY_SEND"),
            20 => ("make_send", "MACH_MSG_TYPE_MAKE_SEND"),
            21 => ("make_send_once", "MACH_MSG_TYPE_MAKE_SEND_ONCE"),
            _ => ("poly", "polymorphic"),
        };
        if (!polymorphic)
            return (word, written);
        return received switch
        {
            16 => (sent == 0 ? "receive" : word + "_any", written + " | MACH_MSG_TYPE_PORT_RECEIVE"),
            17 => (sent == 0 ? "send" : word + "_any", written + " | MACH_MSG_TYPE_PORT_SEND"),
            18 => (sent == 0 ? "send_once" : word + "_any", written + " | MACH_MSG_TYPE_PORT_SEND_ONCE"),
            _ => (sent == 0 ? word : word + "_any", sent == 0 ? written : written + " | polymorphic"),
        };
    }

    private string Value(ValueType value, string c)
    {
        if (value.Kind is ValueKind.Integer or ValueKind.Enumeration)
        {
            var number = $"{(value.Signed ? "" : "u")}int{value.Size * 8}_t";
            return _types.Name(Named(c), number, value.Size switch { 1 => "MACH_MSG_TYPE_INTEGER_8", 2 => "MACH_MSG_TYPE_INTEGER_16", 4 => "MACH_MSG_TYPE_INTEGER_32", _ => "MACH_MSG_TYPE_INTEGER_64" });
        }
        var name = Named(c) ?? value.CSharp.Substring(value.CSharp.LastIndexOfAny(['.', ':']) + 1);
        return _types.Name(name, $"{name}_{value.Size}", Structure(value.Size, value.IsArray));
    }

    private static string Structure(int size, bool isArray) =>
        $"{(isArray ? "array" : "struct")}[{(size % 4 == 0 ? size / 4 : size)}] of {(size % 4 == 0 ? "MACH_MSG_TYPE_INTEGER_32" : "MACH_MSG_TYPE_BYTE")}";

    /// <summary>An element of an array: where counts are multiplied it is that many numbers.</summary>
    private string Element(MigArgument a)
    {
        var value = a.Value;
        if (value.Kind is ValueKind.Integer or ValueKind.Enumeration)
            return $"{(value.Signed ? "" : "u")}int{value.Size * 8}_t";
        var name = value.CSharp.Substring(value.CSharp.LastIndexOfAny(['.', ':']) + 1);
        var number = value.Size / a.Multiplier;
        // A count that is not multiplied counts elements that are one number each, however long.
        var written = a.Multiplier == 1
            ? $"(MACH_MSG_TYPE_UNSTRUCTURED, {value.Size * 8})"
            : $"struct[{a.Multiplier}] of {(number is 1 or 2 or 4 or 8 ? $"MACH_MSG_TYPE_INTEGER_{number * 8}" : $"(MACH_MSG_TYPE_UNSTRUCTURED, {number * 8})")}";
        return _types.Name(name, $"{name}_{a.Multiplier}", written);
    }

    private string Array(MigArgument a)
    {
        var element = Element(a);
        return _types.Name(Named(a.C), $"{element}_array_{a.Maximum}_t", $"array[*:{a.Maximum}] of {element}");
    }

    private string PortArray(MigArgument a)
    {
        var (word, written) = Disposition(a.Sent, a.Received, polymorphic: false);
        var right = _types.Name("mach_port_t", $"mach_port_{word}_t", written);
        return _types.Name(Named(a.C), $"{right}_array_{a.Elements}_t", $"array[{(a.SameCount is null ? "" : "*:")}{a.Elements}] of {right}");
    }

    private string OutOfLine(MigArgument a)
    {
        var c = Named(a.C);
        if (a.Passing == Passing.OutOfLinePorts)
        {
            var (word, written) = Disposition(a.Sent, a.Received, polymorphic: false);
            var right = _types.Name("mach_port_t", $"mach_port_{word}_t", written);
            return _types.Name(c, $"{right}_array_t", $"^array[] of {right}");
        }
        var element = Element(a);
        return a.Elements switch
        {
            0 => _types.Name(c, $"{element}_region_t", $"^array[] of {element}"),
            1 => _types.Name(c, $"{element}_pointer_t", $"^{element}"),
            _ => _types.Name(c, $"{element}_region_{a.Elements}_t", $"^array[{a.Elements}] of {element}"),
        };
    }
}
