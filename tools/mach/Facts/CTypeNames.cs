using System.Reflection;
using System.Text.Json;
using System.Xml.Linq;
using Mach.Abi;

namespace Mach.Tool.Facts;

/// <summary>What stands for a C type: a type of Mach.Abi, or an alias that its project file gives.</summary>
internal sealed class CTypeNames
{
    private static readonly Assembly Abi = typeof(kern_return_t).Assembly;

    private static readonly Dictionary<string, (Type Type, bool? Signed)> Words = new(StringComparer.Ordinal)
    {
        ["char"] = (typeof(byte), null), // Apple's is signed; here it is a byte of a text
        ["void"] = (typeof(byte), null),
        ["signed char"] = (typeof(sbyte), true),
        ["unsigned char"] = (typeof(byte), false),
        ["short"] = (typeof(short), true),
        ["unsigned short"] = (typeof(ushort), false),
        ["int"] = (typeof(int), true),
        ["unsigned int"] = (typeof(uint), false),
        ["long"] = (typeof(long), true),
        ["unsigned long"] = (typeof(ulong), false),
        ["long long"] = (typeof(long), true),
        ["unsigned long long"] = (typeof(ulong), false),
        ["__uint128_t"] = (typeof(UInt128), false),
    };

    private static readonly Dictionary<string, Type> Numbers = new(StringComparer.Ordinal)
    {
        ["uint8_t"] = typeof(byte),
        ["int32_t"] = typeof(int),
        ["uint32_t"] = typeof(uint),
        ["int64_t"] = typeof(long),
        ["uint64_t"] = typeof(ulong),
        ["uintptr_t"] = typeof(ulong),
        ["size_t"] = typeof(ulong),
        ["uid_t"] = typeof(uint),
    };

    private readonly Dictionary<string, JsonElement> _rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _namesOf = new(StringComparer.Ordinal);

    public CTypeNames(string props, IEnumerable<JsonElement> rows)
    {
        foreach (var row in rows)
        {
            var (name, written) = (row.Text("n"), row.Text("u"));
            _rows[name] = row;
            if (!_namesOf.TryGetValue(written, out var names))
                _namesOf[written] = names = [];
            names.Add(name);
        }

        Aliases = XDocument.Load(props).Descendants("Using")
            .Where(each => each.Attribute("Alias") is not null)
            .ToDictionary(each => each.Attribute("Alias")!.Value, each => Parse(each.Attribute("Include")!.Value), StringComparer.Ordinal);
    }

    /// <summary>The aliases of the project file.</summary>
    public IReadOnlyDictionary<string, Type> Aliases { get; }

    /// <summary>Structures and codes of Mach.Abi that have C's names.</summary>
    public static IEnumerable<Type> Declared => Abi.GetExportedTypes().Where(type => type is { IsValueType: true, IsNested: false } && !char.IsUpper(type.Name[0]));

    /// <summary>The type of a name, declared or alias.</summary>
    public Type? Find(string name) => Aliases.GetValueOrDefault(name) ?? Abi.GetType($"Mach.Abi.{name}");

    /// <summary>The type of a record such as <c>struct mach_port_status</c>: by its own name, or by one that the headers give it.</summary>
    public Type? Record(string record)
    {
        var tag = record.Split(' ')[^1];
        return _namesOf.GetValueOrDefault(record)?.Select(Find).FirstOrDefault(type => type is not null) ?? Find(tag);
    }

    /// <summary>Every name that the headers give a record.</summary>
    public IEnumerable<string> NamesOf(string record) => [record.Split(' ')[^1], .. _namesOf.GetValueOrDefault(record) ?? []];

    /// <summary>Whether a C type is a signed number; null when it is no number, or only text.</summary>
    public bool? IsSigned(string written)
    {
        if (Words.TryGetValue(written, out var word))
            return word.Signed;
        if (written.StartsWith("__", StringComparison.Ordinal) && IsStandard(written[2..]) is { } standard)
            return standard;
        if (!_rows.TryGetValue(written, out var row))
            return IsStandard(written);
        return row.Has("sg") ? row.Number("sg") == 1 : null;
    }

    /// <summary>Whether a type is a signed number; null when it is no number.</summary>
    public static bool? IsSigned(Type type) =>
        type.IsEnum ? IsSigned(type.GetEnumUnderlyingType())
        : type == typeof(sbyte) || type == typeof(short) || type == typeof(int) || type == typeof(long) ? true
        : type == typeof(byte) || type == typeof(ushort) || type == typeof(uint) || type == typeof(ulong) ? false
        : null;

    /// <summary>What a C pointer leads to, when it is a word or a record of ours.</summary>
    public Type? Pointee(string pointer)
    {
        var written = pointer[..^1].Trim();
        if (written.StartsWith("const ", StringComparison.Ordinal))
            written = written["const ".Length..];
        return Words.TryGetValue(written, out var word) ? word.Type : Record(written);
    }

    /// <summary>What stands for a C type where a function takes or returns it; null when nothing does.</summary>
    public Type? Passed(string written)
    {
        if (written.StartsWith("const ", StringComparison.Ordinal))
            return Passed(written["const ".Length..]);
        if (written.EndsWith('*'))
            return Passed(written[..^1].TrimEnd()) is { } pointee ? pointee.MakePointerType() : null;
        if (written == "void")
            return typeof(void);
        if (Words.TryGetValue(written, out var word))
            return word.Type;
        if (Numbers.TryGetValue(written, out var number))
            return number;
        var type = written.StartsWith("struct ", StringComparison.Ordinal) ? Record(written) : Find(written);
        if (type is { IsGenericType: true } && type.GetGenericTypeDefinition() == typeof(UserPtr<>))
            return type.GetGenericArguments()[0].MakePointerType();
        return type is not null && Element(type) is not null ? type.MakePointerType() : type;
    }

    /// <summary>What a fixed array is made of; null when it is none.</summary>
    public static Type? Element(Type type) => type.IsDefined(typeof(System.Runtime.CompilerServices.InlineArrayAttribute))
        ? type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)[0].FieldType
        : null;

    private static bool? IsStandard(string name) => name switch
    {
        "int8_t" or "int16_t" or "int32_t" or "int64_t" => true,
        "uint8_t" or "uint16_t" or "uint32_t" or "uint64_t" => false,
        _ => null,
    };

    private static Type Parse(string name)
    {
        var open = name.IndexOf('<', StringComparison.Ordinal);
        if (open >= 0)
            return typeof(UserPtr<>).MakeGenericType(Parse(name[(open + 1)..^1]));
        return Type.GetType(name) ?? Abi.GetType(name, throwOnError: true)!;
    }
}
