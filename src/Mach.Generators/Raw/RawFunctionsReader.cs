using Microsoft.CodeAnalysis;

namespace Mach.Generators;

/// <summary>Reads what a <c>[RawFunctions]</c> class asks for.</summary>
internal static class RawFunctionsReader
{
    public static Parsed<RawFunctionsModel> Read(INamedTypeSymbol type, AttributeData attribute, Compilation compilation)
    {
        var complaints = new Complaints();
        var shape = type is { IsStatic: true, Arity: 0, ContainingType: null } && Shape.IsPartial(type) ? Shape.Of(type, complaints) : null;
        if (shape is null)
            complaints.Add(Diagnostics.NotStaticPartial, type, type.Name);
        if (!type.GetMembers("Current").Any(IsCurrent))
            complaints.Add(Diagnostics.NoCurrentThread, type, type.Name);

        var traps = new List<RawTrap>();
        var subsystems = new List<(INamedTypeSymbol Type, MigSubsystemModel Model)>();
        var whole = true;
        foreach (var value in attribute.ConstructorArguments is [{ Kind: TypedConstantKind.Array } list] ? list.Values : [])
        {
            if (value.Value is INamedTypeSymbol table && table.Has("TrapTableAttribute"))
            {
                if (TrapTableReader.Read(table, compilation).Model is { } model)
                    traps.AddRange(model.Traps.Select(t => new RawTrap(Global(model.Shape.FullName), Global(Beside(model.Shape, model.Stem + "Client")), t)));
                else
                    whole = false;
            }
            else if (value.Value is INamedTypeSymbol subsystem && subsystem.Has("MigSubsystemAttribute"))
            {
                if (MigReader.Read(subsystem, compilation).Model is { } model)
                    subsystems.Add((subsystem, model));
                else
                    whole = false;
            }
            else
            {
                complaints.Add(Diagnostics.NotRawSource, type, value.Value is ITypeSymbol other ? other.ToDisplayString() : "null");
            }
        }
        var own = new HashSet<string>(type.GetMembers().OfType<IMethodSymbol>().Select(m => m.Name), StringComparer.Ordinal);
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        var routines = new List<RawRoutine>();
        foreach (var (_, model) in subsystems)
        {
            foreach (var routine in model.Routines)
            {
                if (own.Contains(routine.Symbol) || !Claim(routine.Symbol, $"routine {model.IdOf(routine)}"))
                    continue;
                var first = traps.Find(t => t.Trap.Fallback == routine.Name);
                if (first is not null && Difference(first.Trap, routine) is { } difference)
                    complaints.Add(Diagnostics.FallbackDiffers, type, first.Trap.Name, routine.Name, difference);
                routines.Add(new(Global(model.Shape.FullName), Global(Beside(model.Shape, model.Stem + "Client")), model.IdOf(routine), routine, first) { IsSystems = model.Kernel });
            }
        }
        var functions = traps.Where(t => t.Trap.Symbol.Length != 0 && !own.Contains(t.Trap.Symbol) && Claim(t.Trap.Symbol, $"trap -{t.Trap.Number}")).ToList();
        var result = complaints.Any || !whole ? null : new RawFunctionsModel(shape!, functions.ToEquatable(), routines.ToEquatable());
        return new(result, complaints.ToEquatable());

        bool Claim(string name, string owner)
        {
            if (!taken.TryGetValue(name, out var other))
            {
                taken.Add(name, owner);
                return true;
            }
            complaints.Add(Diagnostics.NameTaken, type, name, other, owner);
            return false;
        }
    }

    private static bool IsCurrent(ISymbol member) =>
        member.IsStatic && (member as IPropertySymbol)?.Type is var type && (type ?? (member as IFieldSymbol)?.Type) is { } declared &&
        declared.ToDisplayString() == "Mach.Abi.CallingThread";

    /// <summary>What differs between a trap's arguments and those of the function that makes it first.</summary>
    private static string? Difference(TrapModel trap, MigRoutineModel routine)
    {
        var passed = trap.Passed.ToList();
        var wanted = routine.Arguments.SelectMany(a => a.Pointers()).ToList();
        if (passed.Count != wanted.Count)
            return $"{passed.Count} and {wanted.Count} of them";
        for (var i = 0; i < wanted.Count; i++)
        {
            var pointer = wanted[i].Type.EndsWith("*", StringComparison.Ordinal);
            if (pointer != (passed[i].Type.Kind == ValueKind.Address) || (!pointer && wanted[i].Type != passed[i].Type.CSharp))
                return $"'{passed[i].Name}' is {passed[i].Type.Pointer}, '{wanted[i].Name}' is {wanted[i].Type}";
        }
        return null;
    }

    private static string Beside(Shape shape, string name) => shape.Namespace is null ? name : shape.Namespace + "." + name;

    private static string Global(string name) => "global::" + name;
}
