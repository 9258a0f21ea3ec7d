using System.Reflection;
using System.Text.Json;
using System.Xml.Linq;

namespace Mach.Abi.Tests;

public class Structures_of_the_headers
{
    private static readonly string[] Headers =
        ["mach/port.h", "mach/message.h", "mach/notify.h", "mach/ndr.h", "mach/mig_errors.h", "mach_debug/ipc_info.h"];

    // Pointers to structures have names of their own in C; the structure's typedef is then another one.
    private static readonly Dictionary<string, string> Renamed = new(StringComparer.Ordinal)
    {
        ["struct mach_service_port_info"] = "mach_service_port_info_data_t",
        ["mach_msg_max_trailer_t"] = "mach_msg_mac_trailer_t",
        ["mach_msg_format_0_trailer_t"] = "mach_msg_security_trailer_t",
    };

    [Fact]
    [Rule("R-ALLOC-15", "R-DSC-1", "R-DSC-2", "R-DSC-3", "R-DSC-4", "R-TLR-7")]
    public void Every_structure_has_the_size_and_the_fields_that_the_compiler_gave_it()
    {
        var fields = 0;
        foreach (var row in Reference.Layouts.GetProperty("records").EnumerateArray())
        {
            if (!Headers.Contains(row.Text("h"), StringComparer.Ordinal))
                continue;
            Assert.False(row.TryGetProperty("variants", out _), row.Text("n"));
            Assert.False(row.TryGetProperty("targets", out _), row.Text("n"));
            var type = TypeOf(row.Text("n"));
            Assert.True(row.GetProperty("s").GetInt32() == StructBytes.Size(type), $"{type.Name} has {StructBytes.Size(type)} bytes");
            fields += AssertFields(type, row.GetProperty("f"));
        }

        Assert.InRange(fields, 200, int.MaxValue);
    }

    [Fact]
    public void Every_name_of_a_type_stands_for_a_type_of_that_size_and_sign()
    {
        var names = Aliases();
        var counted = 0;
        foreach (var row in Reference.Layouts.GetProperty("typedefs").EnumerateArray())
        {
            var (name, header) = (row.Text("n"), row.Text("h").Replace("mach/arm/", "mach/", StringComparison.Ordinal));
            if (!Constants_of_the_headers.Headers.Contains(header, StringComparer.Ordinal))
                continue;
            var type = names.GetValueOrDefault(name) ?? typeof(kern_return_t).Assembly.GetType($"Mach.Abi.{name}");
            if (type is null)
            {
                Assert.True(LeftOut.Has(name) || LeftOut.Has(header), $"{header}: {name} is missing");
                continue;
            }

            Assert.True(row.GetProperty("s").GetInt32() == StructBytes.Size(type), $"{name} is {type}");
            if (row.TryGetProperty("sg", out var sign) && !type.IsEnum)
                Assert.True((sign.GetInt32() == 1) == (type == typeof(int) || type == typeof(long)), $"{name} is {type}");
            if (row.TryGetProperty("diff", out var other))
                Assert.All(other.EnumerateObject(), each => Assert.True(each.Value.TryGetProperty("s", out var size) && size.GetInt32() == StructBytes.Size(type), name));
            counted++;
        }

        Assert.InRange(counted, 150, int.MaxValue);
    }

    [Fact]
    public void Every_alias_is_a_name_of_the_headers()
    {
        var known = Reference.Layouts.GetProperty("typedefs").EnumerateArray().Select(row => row.Text("n")).ToHashSet(StringComparer.Ordinal);
        known.UnionWith(["mach_port_t", "uint32_t", "uint64_t"]);
        Assert.All(Aliases().Keys, name => Assert.Contains(name, known));
    }

    private static int AssertFields(Type type, JsonElement fields)
    {
        var count = 0;
        foreach (var field in fields.EnumerateArray())
        {
            var name = field.Text("n");
            if (name.Length == 0)
            {
                count += AssertFields(type, field.GetProperty("f"));
                continue;
            }

            MemberInfo? member = (MemberInfo?)type.GetField(name) ?? type.GetProperty(name);
            Assert.True(member is not null, $"{type.Name}.{name} is missing");
            var expected = field.TryGetProperty("bit", out var bit)
                ? (bit.GetInt32(), field.GetProperty("w").GetInt32())
                : (field.GetProperty("o").GetInt32() * 8, field.GetProperty("s").GetInt32() * 8);
            Assert.True(expected == StructBytes.Bits(type, member), $"{type.Name}.{name} is at {StructBytes.Bits(type, member)}");
            count++;
        }

        return count;
    }

    private static Type TypeOf(string record)
    {
        var name = Renamed.GetValueOrDefault(record) ?? record;
        if (name.StartsWith("struct ", StringComparison.Ordinal))
            name = $"{name["struct ".Length..]}_t";
        var type = typeof(kern_return_t).Assembly.GetType($"Mach.Abi.{name}");
        Assert.True(type is not null, $"{record} is missing");
        return type;
    }

    private static Dictionary<string, Type> Aliases()
    {
        var props = XDocument.Load(Path.Combine(Reference.Root, "src", "Mach.Abi", "build", "Mach.Abi.props"));
        return props.Descendants("Using")
            .Where(each => each.Attribute("Alias") is not null)
            .ToDictionary(each => each.Attribute("Alias")!.Value, each => Resolve(each.Attribute("Include")!.Value), StringComparer.Ordinal);
    }

    private static Type Resolve(string name)
    {
        var open = name.IndexOf('<', StringComparison.Ordinal);
        if (open >= 0)
            return typeof(UserPtr<>).MakeGenericType(Resolve(name[(open + 1)..^1]));
        return Type.GetType(name) ?? typeof(kern_return_t).Assembly.GetType(name, throwOnError: true)!;
    }
}
