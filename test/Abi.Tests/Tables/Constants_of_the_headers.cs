using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Mach.Abi.Tests;

public class Constants_of_the_headers
{
    internal static readonly string[] Headers =
    [
        "mach/boolean.h", "mach/kern_return.h", "mach/port.h", "mach/message.h", "mach/notify.h", "mach/ndr.h", "mach/mig_errors.h",
        "mach/mach_types.h", "mach/error.h", "mach/std_types.h", "mach/task_special_ports.h", "mach/thread_special_ports.h",
        "mach/mach_param.h", "mach/mach_init.h", "mach/mach_sync_ipc.h", "mach/task_info.h", "mach/vm_types.h",
        "mach/mach_voucher_types.h", "mach_debug/ipc_info.h", "mach_debug/mach_debug_types.h", "kern/exc_guard.h",
    ];

    private static readonly Dictionary<string, FieldInfo> Ours = typeof(MachConstants)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Concat(typeof(kern_return_t).GetFields(BindingFlags.Public | BindingFlags.Static))
        .ToDictionary(field => field.Name, StringComparer.Ordinal);

    [Fact]
    [Rule("R-CODE-1", "R-CODE-2", "R-CODE-3", "R-CODE-4", "R-CODE-5", "R-CODE-6")]
    public void Every_constant_of_a_covered_header_is_there_with_its_value_on_every_target()
    {
        var checkedOnes = 0;
        foreach (var row in Reference.Constants.GetProperty("constants").EnumerateArray())
        {
            var (name, header) = (row.Text("n"), row.Text("h"));
            if (!Headers.Contains(header, StringComparer.Ordinal) || row.Text("k") == "string")
                continue;
            if (!Ours.TryGetValue(name, out var field))
            {
                Assert.True(LeftOut.Has(name) || LeftOut.Has(header), $"{header}: {name} is missing");
                continue;
            }

            Assert.False(row.TryGetProperty("by_target", out _), $"{name} differs between targets");
            AssertValue(row, field);
            AssertType(row, field);
            checkedOnes++;
        }

        Assert.InRange(checkedOnes, 400, int.MaxValue);
    }

    [Fact]
    public void Nothing_is_there_that_no_table_knows()
    {
        var rows = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var row in Reference.Constants.GetProperty("kernel_constants").EnumerateArray())
            rows[row.Text("n")] = row;
        foreach (var row in Reference.Constants.GetProperty("constants").EnumerateArray())
            rows[row.Text("n")] = row;
        var bootstrap = Reference.Constants.GetProperty("bootstrap").GetProperty("constants");
        foreach (var field in Ours.Values)
        {
            if (rows.TryGetValue(field.Name, out var row))
            {
                if (!row.TryGetProperty("by_target", out _))
                    AssertValue(row, field);
            }
            else
            {
                Assert.True(bootstrap.TryGetProperty(field.Name, out var value), $"{field.Name} is in no table");
                Assert.Equal(value.GetInt64(), Value(field));
            }
        }
    }

    [Fact]
    public void Every_name_that_is_no_number_is_there_or_has_a_reason()
    {
        foreach (var row in Reference.Constants.GetProperty("non_integer").EnumerateArray())
        {
            if (!Headers.Contains(row.Text("h"), StringComparer.Ordinal) || row.Text("k") == "string")
                continue;
            var name = row.Text("n");
            if (typeof(MachConstants).GetProperty(name) is not { } property)
            {
                Assert.True(LeftOut.Has(name) || LeftOut.Has(row.Text("h")), $"{name} is missing");
                continue;
            }

            var words = row.GetProperty("v").EnumerateArray().Select(word => word.GetUInt32()).ToArray();
            Assert.Equal(words, StructBytes.Words(property.GetValue(null)!));
        }
    }

    [Fact]
    public void Every_macro_with_arguments_gives_what_the_compiler_gave()
    {
        var samples = 0;
        foreach (var row in Reference.Constants.GetProperty("function_macros").EnumerateArray())
        {
            if (!Headers.Contains(row.Text("h"), StringComparer.Ordinal))
                continue;
            var name = row.Text("n");
            if (typeof(MachConstants).GetMethod(name) is not { } method)
            {
                Assert.True(LeftOut.Has(name) || LeftOut.Has(row.Text("h")), $"{name} is missing");
                continue;
            }

            foreach (var sample in row.GetProperty("samples").EnumerateObject())
            {
                // A shift beyond the word has no meaning in C; the compiler made something up.
                if (name == nameof(MACH_PORT_TYPE) && sample.Name == "(255)")
                    continue;
                var numbers = sample.Name.Trim('(', ')').Split(',').Select(text => int.Parse(text, CultureInfo.InvariantCulture));
                var arguments = method.GetParameters().Zip(numbers, (parameter, number) => Argument(parameter.ParameterType, number)).ToArray();
                var result = method.Invoke(null, arguments)!;
                var number = result is bool truth ? (truth ? 1 : 0) : unchecked((int)(uint)(ToInt64(result) & 0xffffffff));
                Assert.True(unchecked((int)sample.Value.GetInt64()) == number, $"{name}{sample.Name} is {number}, in C {sample.Value}");
                samples++;
            }
        }

        Assert.InRange(samples, 100, int.MaxValue);
    }

    [Fact]
    public void Every_reason_is_for_a_name_that_exists()
    {
        var text = File.ReadAllText(Path.Combine(Reference.Root, "reference", "constants.json"))
            + File.ReadAllText(Path.Combine(Reference.Root, "reference", "layouts.json"));
        foreach (var name in LeftOut.Reasons.Keys)
            Assert.True(text.Contains($"\"{name}\"", StringComparison.Ordinal), $"left-out.txt: {name} is in no table");
    }

    private static object Argument(Type type, int number) =>
        type.IsEnum ? Enum.ToObject(type, number) : Convert.ChangeType(number, type, CultureInfo.InvariantCulture);

    private static void AssertValue(JsonElement row, FieldInfo field)
    {
        var value = row.GetProperty("v");
        if (value.TryGetUInt64(out var big) && big > long.MaxValue)
            Assert.Equal(big, (ulong)field.GetRawConstantValue()!);
        else
            Assert.True(value.GetInt64() == Value(field), $"{field.Name} is {Value(field)}, in C {value}");
    }

    private static void AssertType(JsonElement row, FieldInfo field)
    {
        if (field.DeclaringType != typeof(MachConstants) || LeftOut.Has(field.Name))
            return;
        var width = row.GetProperty("w").GetInt32();
        var signed = row.GetProperty("s").GetInt32() == 1;
        var expected = (width, signed) switch
        {
            (8, true) => typeof(sbyte),
            (16, false) => typeof(ushort),
            (32, true) => typeof(int),
            (32, false) => typeof(uint),
            (64, true) => typeof(long),
            _ => typeof(ulong),
        };
        Assert.True(expected == field.FieldType, $"{field.Name} is {field.FieldType.Name}, in C {row.Text("t")}");
    }

    private static long Value(FieldInfo field) => ToInt64(field.GetRawConstantValue()!);

    private static long ToInt64(object value) =>
        value is ulong big ? unchecked((long)big) : Convert.ToInt64(value, CultureInfo.InvariantCulture);
}
