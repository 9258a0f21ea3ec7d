using Microsoft.CodeAnalysis;

namespace Mach.Generators;

/// <summary>Reads a trap table from its interface, in source or in another assembly.</summary>
internal static class TrapTableReader
{
    private const int Registers = 8;
    private const int Slots = 128;

    public static Parsed<TrapTableModel> Read(INamedTypeSymbol type, Compilation compilation)
    {
        var complaints = new Complaints();
        var measure = new Measure(compilation);
        var shape = Shape.Of(type, complaints);
        var family = type.Find("TrapTableAttribute")?.Number(0) ?? 0;
        if (family != 0)
            complaints.Add(Diagnostics.UnknownFamily, type, type.Name, family switch { 1 => "Bsd", 2 => "Mig", _ => family.ToString(System.Globalization.CultureInfo.InvariantCulture) });
        var traps = new List<TrapModel>();
        var taken = new Dictionary<int, string>();
        foreach (var method in Shape.Methods(type, complaints))
        {
            if (Read(method, taken, measure, complaints) is { } trap)
                traps.Add(trap);
        }
        traps.Sort((a, b) => a.Number.CompareTo(b.Number));
        var model = complaints.Any || shape is null ? null : new TrapTableModel(shape, traps.ToEquatable());
        return new(model, complaints.ToEquatable());
    }

    private static TrapModel? Read(IMethodSymbol method, Dictionary<int, string> taken, Measure measure, Complaints complaints)
    {
        if (method.Find("TrapAttribute") is not { } attribute)
        {
            complaints.Add(method.Has("BlocksAttribute") ? Diagnostics.BlocksMisplaced : Diagnostics.NoNumber, method,
                method.Name, method.Has("BlocksAttribute") ? "it is no trap" : "[Trap(number)]");
            return null;
        }
        var number = attribute.Number(0);
        if (number is < 1 or >= Slots)
            complaints.Add(Diagnostics.NumberRange, method, method.Name, Text(number), $"1 to {Slots - 1}");
        else if (taken.TryGetValue(number, out var owner))
            complaints.Add(Diagnostics.NumberTaken, method, method.Name, Text(number), owner);
        else
            taken.Add(number, method.Name);

        var arguments = Arguments(method, attribute, measure, complaints);
        var returns = Returns(method, measure, complaints);
        if (returns is null || arguments is null)
            return null;
        return new(
            number,
            method.Name,
            attribute.Named<string>("Symbol", null) ?? method.Name,
            attribute.Named<string>("Fallback", null),
            method.Has("BlocksAttribute"),
            Result(attribute, returns),
            returns,
            Ownership.Declared(method.GetReturnTypeAttributes()),
            arguments.ToEquatable());
    }

    private static List<TrapArgument>? Arguments(IMethodSymbol method, AttributeData attribute, Measure measure, Complaints complaints)
    {
        var passed = attribute.Named("Passed", -1);
        if (passed > method.Parameters.Length || passed < -1)
            complaints.Add(Diagnostics.Contradiction, method, method.Name, $"Passed is {Text(passed)}, and there are {Text(method.Parameters.Length)} arguments");
        if (passed < 0)
            passed = method.Parameters.Length;
        if (passed > Registers)
            complaints.Add(Diagnostics.TooManyArguments, method, method.Name, Text(passed), Text(Registers));
        var arguments = new List<TrapArgument>();
        foreach (var parameter in method.Parameters)
        {
            if (parameter.RefKind != RefKind.None)
                complaints.Add(Diagnostics.WrongDirection, parameter, parameter.Name, "must be passed by value: results go through a UserPtr");
            if (parameter.Name is "thread" or "frame")
                complaints.Add(Diagnostics.ReservedName, parameter, method.Name, parameter.Name);
            var type = ValueType.Of(parameter.Type, Spelling.Of(parameter), measure);
            if (type is null || type.Kind == ValueKind.Structure)
            {
                if (parameter.Type.TypeKind == TypeKind.Error)
                    continue; // the compiler says so
                complaints.Add(Diagnostics.UnsupportedType, parameter, parameter.Name, parameter.Type.ToDisplayString(),
                    "does not fit a register: use an integer, an enumeration or UserPtr<T>");
                continue;
            }
            arguments.Add(new(parameter.Name, type, arguments.Count < passed, Ownership.Declared(parameter.GetAttributes())));
        }
        return arguments.Count == method.Parameters.Length ? arguments : null;
    }

    private static ValueType? Returns(IMethodSymbol method, Measure measure, Complaints complaints)
    {
        var type = method.ReturnsByRef || method.ReturnsByRefReadonly ? null : ValueType.Of(method.ReturnType, Spelling.OfReturn(method), measure);
        if (type is { Size: 4, Kind: ValueKind.Integer or ValueKind.Enumeration })
            return type;
        complaints.Add(Diagnostics.ReturnType, method, method.Name, "a 32-bit integer or enumeration");
        return null;
    }

    private static ResultKind Result(AttributeData attribute, ValueType returns)
    {
        var given = (ResultKind)attribute.Named("Result", 0);
        if (given != ResultKind.Declared)
            return given;
        return returns.C switch
        {
            "mach_msg_return_t" => ResultKind.MessageCode,
            "mach_port_name_t" or "mach_port_t" => ResultKind.PortName,
            "boolean_t" => ResultKind.Boolean,
            _ => ResultKind.KernReturn,
        };
    }

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
