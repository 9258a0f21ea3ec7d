namespace Mach.Generators;

/// <summary>A type as C# writes it, and as C does when that is not the same word.</summary>
internal readonly record struct WrittenType(string CSharp, string? C);

/// <summary>Finds the C# types of a .defs file's types, and declares the structures that C# does not have yet.</summary>
internal sealed class TypeWriter(TypeScope scope, DefsComplaints complaints)
{
    private static readonly Dictionary<string, string> _numbers = new(StringComparer.Ordinal)
    {
        ["char"] = "byte",
        ["short"] = "short",
        ["int"] = "int",
        ["unsigned"] = "uint",
        ["unsigned32"] = "uint",
        ["unsigned64"] = "ulong",
        ["int8_t"] = "sbyte",
        ["int16_t"] = "short",
        ["int32_t"] = "int",
        ["int64_t"] = "long",
        ["uint8_t"] = "byte",
        ["uint16_t"] = "ushort",
        ["uint32_t"] = "uint",
        ["uint64_t"] = "ulong",
    };

    private readonly SortedDictionary<string, DefsType> _declared = new(StringComparer.Ordinal);

    /// <summary>A value: a number, or a structure.</summary>
    public WrittenType Value(DefsType type, DefsPlace place)
    {
        if (Word(type) is { } word)
            return new(word, word == type.UserType ? null : type.UserType);
        for (var original = type.Original; original is not null; original = original.Original)
        {
            if (Word(original) is { } other)
                return new(other, type.UserType);
        }
        if (type.Kind is DefsTypeKind.Value or DefsTypeKind.Port)
            return new(type.CSharp, type.UserType.Length == 0 ? null : type.UserType);
        return new(Declared(type, place), null);
    }

    /// <summary>The name of a type of C# that is as long.</summary>
    private string? Word(DefsType type)
    {
        if (scope.Find(type.UserType) is { Kind: not ValueKind.Address } known && known.Size == type.Size && Identifiers.Escape(type.UserType) == type.UserType)
            return type.UserType;
        return _numbers.TryGetValue(type.UserType, out var number) && type.Kind == DefsTypeKind.Value ? number : null;
    }

    /// <summary>C's name of an address that it has as an integer; null when it has a pointer.</summary>
    public string? Integer(DefsType type) =>
        type.Element is { Size: 1 } && scope.Find(type.UserType) is { CSharp: "ulong" } && Identifiers.Escape(type.UserType) == type.UserType ? type.UserType : null;

    private string Declared(DefsType type, DefsPlace place)
    {
        // A type that was declared in the place where it is used has no name.
        var name = type.UserType.Length == 0 ? $"bytes{type.Size}_t" : type.UserType;
        if (scope.IsBeside(name))
            complaints.Add(Diagnostics.DefsType, place, $"type '{name}' has {type.Size} bytes here and {scope.Find(name)?.Size ?? 0} in C#");
        else if (_declared.TryGetValue(name, out var old) && old.Size != type.Size)
            complaints.Add(Diagnostics.DefsType, place, $"type '{name}' has {type.Size} bytes here and {old.Size} elsewhere");
        else
            _declared[name] = type;
        return Identifiers.Escape(name);
    }

    /// <summary>Writes the structures that C# does not have.</summary>
    public void Structures(SourceWriter w, string accessibility)
    {
        foreach (var (name, type) in _declared.Select(d => (d.Key, d.Value)))
        {
            var element = type.Element;
            while (element is { Kind: DefsTypeKind.Structure, Element: { } inner } && element.UserType.Length == 0)
                element = inner;
            var value = element is null ? new WrittenType("byte", null) : Number(element);
            var size = value.CSharp == "byte" ? 1 : element!.Size;
            var count = type.Size / size;
            w.Line().Summary($"{type.UserType}: {type.Size} bytes.");
            if (type.IsArray)
            {
                w.Line($"[global::System.Runtime.CompilerServices.InlineArray({count})]");
                w.Open($"{accessibility}partial struct {Identifiers.Escape(name)}").Line($"private {value.CSharp} _first;").Close();
                continue;
            }
            w.Line($"[global::System.Runtime.InteropServices.StructLayout(global::System.Runtime.InteropServices.LayoutKind.Sequential, Pack = 4, Size = {type.Size})]");
            w.Open($"{accessibility}partial struct {Identifiers.Escape(name)}");
            w.Line($"private {value.CSharp} _first;").Line();
            w.Summary($"Its {count} elements.");
            w.Line("[global::System.Diagnostics.CodeAnalysis.UnscopedRef]");
            w.Line($"public global::System.Span<{value.CSharp}> Elements => global::System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref _first, {count});");
            w.Close();
        }
    }

    private WrittenType Number(DefsType element)
    {
        if (element.Kind == DefsTypeKind.Value || Word(element) is not null)
            return Value(element, default);
        return new("byte", null);
    }
}
