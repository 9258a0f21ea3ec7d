using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Mach.Abi;
using Mach.Tool.Facts;

namespace Mach.Tool.Probe;

/// <summary>Everything that the compiled Mach.Abi says of Mach's public headers on one target.</summary>
/// <remarks>Which header declares a name, and how C spells a prototype, is read from the tables; the numbers are the assembly's own.</remarks>
internal sealed class ClaimList
{
    private static readonly Dictionary<string, MachTarget> s_targets = new(StringComparer.Ordinal)
    {
        ["macos-arm64"] = MachTarget.MacOSArm64,
        ["macos-x86_64"] = MachTarget.MacOSX64,
        ["ios-arm64"] = MachTarget.IOSArm64,
    };

    private readonly List<Claim> _claims = [];
    private readonly FactTables _tables;
    private readonly string _target;

    private ClaimList(string root, string target) => (_tables, _target) = (new FactTables(root), target);

    /// <summary>Names of targets.</summary>
    public static IEnumerable<string> Targets => s_targets.Keys;

    /// <param name="root">The project's folder.</param>
    /// <param name="target">One of <see cref="Targets"/>.</param>
    /// <param name="functions">The names of the C functions that there are here.</param>
    public static IReadOnlyList<Claim> Make(string root, string target, IReadOnlySet<string> functions)
    {
        var list = new ClaimList(root, target);
        list.Values();
        list.Types();
        list.Records();
        list.Functions(root, functions);
        return [.. list._claims.DistinctBy(claim => (claim.Header, claim.Code))];
    }

    private static bool IsOfPrograms(JsonElement row) => FactTables.IsPublic(row) && !row.Has("hk");

    private bool IsOnTarget(JsonElement row) =>
        !row.TryGetProperty("targets", out var targets) || targets.EnumerateArray().Any(each => each.GetString() == _target);

    private void Values()
    {
        var ours = typeof(MachConstants).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Concat(typeof(kern_return_t).GetFields(BindingFlags.Public | BindingFlags.Static))
            .Concat<MemberInfo>(typeof(MachConstants).GetProperties(BindingFlags.Public | BindingFlags.Static))
            .ToDictionary(member => member.Name, StringComparer.Ordinal);
        foreach (var row in _tables.Constants.Where(IsOfPrograms))
        {
            if (row.TryGetProperty("by_target", out var byTarget) && !byTarget.TryGetProperty(_target, out _))
                continue;
            if (ours.GetValueOrDefault(row.Text("n")) is not { } member || Value(member) is not { } value)
                continue;
            var (header, name) = (row.Text("h"), row.Text("n"));
            if (value is string text)
                _claims.Add(new Claim(header, ClaimKind.Values, name, $"_Static_assert(__builtin_strcmp({name}, \"{text}\") == 0, \"{name}\");") { Ours = $"\"{text}\"" });
            else
                _claims.Add(Number(header, name, value));
        }
    }

    private static Claim Number(string header, string name, object value)
    {
        var type = value.GetType().IsEnum ? value.GetType().GetEnumUnderlyingType() : value.GetType();
        var bytes = StructBytes.Size(type) == 8 ? 8 : 4;
        var bits = type == typeof(ulong)
            ? Convert.ToUInt64(value, CultureInfo.InvariantCulture)
            : unchecked((ulong)Convert.ToInt64(Convert.ChangeType(value, type, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
        return Claim.OfNumber(header, ClaimKind.Values, name, name, bits, bytes, CTypeNames.IsSigned(type) is true);
    }

    private object? Value(MemberInfo member)
    {
        if (member is FieldInfo { IsLiteral: true } field)
            return field.GetRawConstantValue();
        return member is PropertyInfo property && property.GetValue(null) is { } constant && constant.GetType().GetProperty("Item") is { } item
            ? item.GetValue(constant, [s_targets[_target]])
            : null;
    }

    private void Types()
    {
        foreach (var row in _tables.TypeNames.Where(row => IsOfPrograms(row) && IsOnTarget(row)))
        {
            var (header, name) = (row.Text("h"), row.Text("n"));
            if (_tables.Names.Find(name) is not { } type || row.GetProperty("s").ValueKind != JsonValueKind.Number)
                continue;
            // Another layout of a record on one target is a record of its own.
            if (row.TryGetProperty("diff", out var others) && others.TryGetProperty(_target, out var other) && other.Number("s") != StructBytes.Size(type))
                continue;
            Size(header, ClaimKind.Types, name, $"sizeof({name})", StructBytes.Size(type));
            // A boolean's sign is the one thing that differs between targets.
            if (CTypeNames.IsSigned(type) is { } signed && row.Has("sg") && !row.Has("diff"))
                Size(header, ClaimKind.Types, name, $"(({name})-1 < 0)", signed ? 1 : 0);
        }
    }

    private void Records()
    {
        foreach (var row in _tables.Records.Where(row => IsOfPrograms(row) && IsOnTarget(row)))
        {
            var (header, name) = (row.Text("h"), row.Text("n"));
            if (Record(row) is not { } type)
                continue;
            Size(header, ClaimKind.Records, name, $"sizeof({name})", StructBytes.Size(type));
            Size(header, ClaimKind.Records, name, $"_Alignof({name})", StructBytes.Alignment(type));
            foreach (var field in row.GetProperty("f").EnumerateArray().Where(field => field.Text("n").Length != 0 && !field.Has("bit") && !field.Has("flex")))
            {
                var member = field.Text("n");
                if (type.GetField(member) is not { } ours)
                    continue;
                var (from, count) = StructBytes.Bits(type, ours);
                Size(header, ClaimKind.Fields, $"{name}.{member}", $"__builtin_offsetof({name}, {member})", from / 8);
                Size(header, ClaimKind.Fields, $"{name}.{member}", $"sizeof((({name} *)0)->{member})", count / 8);
            }
        }
    }

    private Type? Record(JsonElement row)
    {
        var type = _tables.Names.Record(row.Text("n"));
        if (type is null || !row.TryGetProperty("variants", out var variants)
            || !variants.EnumerateArray().Any(variant => variant.GetProperty("targets").EnumerateArray().Any(each => each.GetString() == _target)))
            return type;
        return _tables.Names.Find($"{type.Name[..^"_t".Length]}_{_target[(_target.IndexOf('-', StringComparison.Ordinal) + 1)..]}_t");
    }

    private void Size(string header, ClaimKind kind, string name, string expression, int size) =>
        _claims.Add(Claim.OfNumber(header, kind, name, expression, (uint)size, 4, signed: false));

    private void Functions(string root, IReadOnlySet<string> functions)
    {
        using var file = File.OpenRead(Path.Combine(root, "reference", "functions.json"));
        using var document = JsonDocument.Parse(file);
        foreach (var row in document.RootElement.GetProperty("functions").EnumerateArray().Where(row => IsOfPrograms(row) && IsOnTarget(row)))
        {
            var name = row.Text("n");
            if (!functions.Contains(name) || !row.TryGetProperty("args", out var arguments))
                continue;
            var types = arguments.EnumerateArray().Select(argument => argument[1].GetString()!).ToArray();
            var prototype = $"{row.Text("ret")} (*{{0}})({(types.Length == 0 ? "void" : string.Join(", ", types))})";
            _claims.Add(new Claim(row.Text("h"), ClaimKind.Functions, name, $"{string.Format(CultureInfo.InvariantCulture, prototype, "mach_probe_" + name)} = {name};")
            {
                Ours = string.Format(CultureInfo.InvariantCulture, prototype, "").Replace("(*)", name, StringComparison.Ordinal),
            });
        }
    }
}
