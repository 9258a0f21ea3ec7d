using Microsoft.CodeAnalysis;

namespace Mach.Generators;

/// <summary>Reads a subsystem from its interface, in source or in another assembly.</summary>
internal static class MigReader
{
    /// <summary>A reply's id is 100 above the request's: more routines than that would overlap their own replies.</summary>
    public const int Routines = 100;

    public static Parsed<MigSubsystemModel> Read(INamedTypeSymbol type, Compilation compilation)
    {
        var complaints = new Complaints();
        var arguments = new MigArgumentReader(new Measure(compilation), complaints);
        var shape = Shape.Of(type, complaints);
        var attribute = type.Find("MigSubsystemAttribute");
        var name = attribute?.ConstructorArguments is [{ Value: string given }, ..] ? given : "";
        var first = attribute?.Number(1) ?? 0;
        if (first < 0 || first > int.MaxValue - (2 * Routines))
            complaints.Add(Diagnostics.NumberRange, type, type.Name, Text(first), $"0 to {int.MaxValue - (2 * Routines)}");

        var taken = new Dictionary<int, string>();
        if (type.Find("SkipAttribute") is { ConstructorArguments: [{ Kind: TypedConstantKind.Array } skipped] })
        {
            foreach (var value in skipped.Values)
                taken[(int)value.Value!] = "[Skip]";
        }
        var routines = new List<MigRoutineModel>();
        foreach (var method in Shape.Methods(type, complaints))
        {
            if (Routine(method, taken, arguments, complaints) is { } routine)
                routines.Add(routine);
        }
        routines.Sort((a, b) => a.Number.CompareTo(b.Number));

        var highest = taken.Count == 0 ? -1 : taken.Keys.Max();
        var count = attribute?.Named("Count", 0) ?? 0;
        if (count == 0)
            count = highest + 1;
        if (count <= highest || count > Routines)
            complaints.Add(Diagnostics.NumberRange, type, "Count", Text(count), $"{Text(highest + 1)} to {Routines}");
        var model = complaints.Any || shape is null ? null : new MigSubsystemModel(
            shape, name, first, count, attribute?.Named("Kernel", false) ?? false, routines.ToEquatable());
        return new(model, complaints.ToEquatable());
    }

    private static MigRoutineModel? Routine(IMethodSymbol method, Dictionary<int, string> taken, MigArgumentReader reader, Complaints complaints)
    {
        if (method.Has("BlocksAttribute"))
            complaints.Add(Diagnostics.BlocksMisplaced, method, method.Name, "a routine is answered by message");
        var plain = method.Find("RoutineAttribute");
        var simple = method.Find("SimpleRoutineAttribute");
        if ((plain ?? simple) is not { } attribute)
        {
            complaints.Add(Diagnostics.NoNumber, method, method.Name, "[Routine(number)] or [SimpleRoutine(number)]");
            return null;
        }
        if (plain is not null && simple is not null)
            complaints.Add(Diagnostics.Contradiction, method, method.Name, "it is either [Routine] or [SimpleRoutine]");

        var number = attribute.Number(0);
        if (number is < 0 or >= Routines)
            complaints.Add(Diagnostics.NumberRange, method, method.Name, Text(number), $"0 to {Routines - 1}");
        else if (taken.TryGetValue(number, out var owner))
            complaints.Add(Diagnostics.NumberTaken, method, method.Name, Text(number), owner);
        else
            taken.Add(number, method.Name);
        if (method.ReturnsByRef || method.ReturnsByRefReadonly || method.ReturnType.ToDisplayString() != "Mach.Abi.kern_return_t")
            complaints.Add(Diagnostics.ReturnType, method, method.Name, "kern_return_t");

        var arguments = new List<MigArgument>();
        var whole = true;
        foreach (var parameter in method.Parameters)
        {
            if (parameter.Name is "caller" || parameter.Name.StartsWith("__", StringComparison.Ordinal))
                complaints.Add(Diagnostics.ReservedName, parameter, method.Name, parameter.Name);
            if (reader.Read(parameter) is { } argument)
                arguments.Add(argument with { Ownership = Ownership.Declared(parameter.GetAttributes()) });
            else
                whole = false;
        }
        if (!whole)
            return null;
        if (arguments.Count(a => a.Passing == Passing.Subject) != 1)
        {
            complaints.Add(Diagnostics.NoSubject, method, method.Name);
            return null;
        }
        Names(method, arguments, complaints);
        if (simple is not null && arguments.Find(a => a.IsOut) is { } result)
            complaints.Add(Diagnostics.SimpleHasResults, method, method.Name, result.Name);
        Counts(method, arguments, complaints);
        return new(
            number, method.Name, attribute.Named<string>("Symbol", null) ?? method.Name, simple is not null,
            attribute.Named("Gone", false), arguments.ToEquatable())
        {
            Sending = SendingReader.Read(method, simple is not null, arguments, complaints),
        };
    }

    /// <summary>Who shares a count must stand behind whom it shares it with, go the same way and have as much room.</summary>
    private static void Counts(IMethodSymbol method, List<MigArgument> arguments, Complaints complaints)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i] is not { SameCount: { } name } sharer)
                continue;
            var owner = arguments.Take(i).FirstOrDefault(a => a.Name == name && a is { Passing: Passing.Counted, SameCount: null });
            var room = sharer.Passing == Passing.PortArray ? sharer.Elements : sharer.Maximum;
            if (owner is null || owner.Direction != sharer.Direction || owner.Maximum != room)
                complaints.Add(Diagnostics.Contradiction, method, sharer.Name, $"it shares the count of '{name}', which is no array before it of the same direction and maximum");
        }
    }

    /// <summary>The counts and dispositions that follow arguments must not meet other arguments.</summary>
    private static void Names(IMethodSymbol method, List<MigArgument> arguments, Complaints complaints)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (_, name) in arguments.SelectMany(a => a.Declarations()))
        {
            if (!names.Add(name))
                complaints.Add(Diagnostics.NameTaken, method, name, "an argument", "the count or disposition of another");
        }
    }

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
