using System.Globalization;
using System.Text.Json;

namespace Mach.Generators.Tests;

/// <summary>Both register entries against the Mach cases of reference/dispatch_vectors.json.</summary>
public class Register_vectors
{
    private const ulong Unmapped = ulong.MaxValue;

    public static TheoryData<string> Cases => [.. Facts.Vectors.GetProperty("cases").EnumerateArray().Where(IsMach).Select(c => c.Text("id"))];

    [Fact]
    public void There_are_enough_of_them() => Assert.True(Cases.Count >= 40, $"{Cases.Count} cases");

    [Theory]
    [MemberData(nameof(Cases))]
    [Rule("R-A64-3", "R-A64-14", "R-A64-15", "R-A64-16", "R-A64-18", "R-A64-24", "R-X64-2", "R-X64-3", "R-X64-4", "R-X64-8", "R-X64-9", "R-X64-10", "R-X64-11", "R-X64-19")]
    public void Reach_the_handler_and_leave_the_registers_as_recorded(string id)
    {
        var vector = Facts.Vectors.GetProperty("cases").EnumerateArray().Single(c => c.Text("id") == id);
        var before = Before(vector);
        var registers = new Dictionary<string, ulong>(before, StringComparer.Ordinal);
        (string Name, object[] Arguments)? call = null;
        var answer = vector.TryGetProperty("handler", out var handler) ? unchecked((int)Facts.Hex(handler.Text("kr"))) : 0;
        var handlers = TrapRecorder.Create((name, arguments) =>
        {
            call = (name, arguments);
            return answer;
        });

        var entry = vector.Text("arch") == "arm64" ? RunArm64(registers, handlers) : RunX64(registers, handlers, new StackMemory(vector));

        if (vector.Text("outcome") == "exception")
        {
            Assert.True(entry is TrapEntry.BadTrap or TrapEntry.OtherFamily, $"{entry}");
            Assert.Null(call);
        }
        else if (vector.GetProperty("call").ValueKind == JsonValueKind.Null)
        {
            Assert.Equal(TrapEntry.Refused, entry);
            Assert.Null(call);
        }
        else
        {
            var expected = vector.GetProperty("call");
            Assert.Equal(expected.Text("name"), call!.Value.Name);
            Assert.Equal(expected.GetProperty("values").EnumerateArray().Select(v => v.GetString()!), call.Value.Arguments.Select(Decimal));
        }
        foreach (var property in vector.GetProperty("after").EnumerateObject())
            before[property.Name] = Facts.Hex(property.Value.GetString());
        Assert.Equal(before.OrderBy(r => r.Key, StringComparer.Ordinal), registers.OrderBy(r => r.Key, StringComparer.Ordinal));
    }

    [Fact]
    [Rule("R-A64-4", "R-A64-5")]
    public void Times_and_platform_calls_are_not_traps_of_the_table()
    {
        foreach (var number in new[] { -3, -4, int.MinValue, 4, 0 })
        {
            var state = default(Arm64State);
            state.X[16] = (ulong)(long)number;
            Assert.Equal(TrapEntry.OtherFamily, MachTrapDispatcher.Enter(ref state, out _));
        }
    }

    private static bool IsMach(JsonElement vector) =>
        (vector.GetProperty("call") is { ValueKind: JsonValueKind.Object } call && call.Text("family") == "mach") ||
        vector.GetProperty("rules").EnumerateArray().Any(r => r.GetString() is "R-A64-18" or "R-X64-4" or "R-X64-3") || vector.Text("id") == "x64-044";

    private static string Decimal(object value) => value switch
    {
        uint or int or ulong => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        _ => Convert.ToString(value.GetType().GetProperty("Address")!.GetValue(value), CultureInfo.InvariantCulture)!,
    };

    private static Dictionary<string, ulong> Before(JsonElement vector)
    {
        var registers = Facts.Vectors.GetProperty("defaults").GetProperty(vector.Text("arch")).EnumerateObject()
            .ToDictionary(p => p.Name, p => Facts.Hex(p.Value.GetString()), StringComparer.Ordinal);
        foreach (var property in vector.GetProperty("before").EnumerateObject())
            registers[property.Name] = Facts.Hex(property.Value.GetString());
        return registers;
    }

    private static TrapEntry RunArm64(Dictionary<string, ulong> r, MachTrapHandlers<object> handlers)
    {
        var state = new Arm64State { Fp = r["fp"], Lr = r["lr"], Sp = r["sp"], Pc = r["pc"], Cpsr = (uint)r["pstate"] };
        for (var i = 0; i < 29; i++)
            state.X[i] = r[$"x{i}"];
        var entry = MachTrapDispatcher.Enter(ref state, out var frame);
        if (entry == TrapEntry.Trap)
        {
            Assert.Equal(TrapStatus.Done, MachTrapDispatcher.Dispatch(handlers, new object(), ref frame));
            state.Leave(ref frame);
        }
        for (var i = 0; i < 29; i++)
            r[$"x{i}"] = state.X[i];
        (r["fp"], r["lr"], r["sp"], r["pc"], r["pstate"]) = (state.Fp, state.Lr, state.Sp, state.Pc, state.Cpsr);
        return entry;
    }

    private static TrapEntry RunX64(Dictionary<string, ulong> r, MachTrapHandlers<object> handlers, IUserMemory memory)
    {
        var state = new X64State
        {
            Rax = r["rax"], Rbx = r["rbx"], Rcx = r["rcx"], Rdx = r["rdx"], Rdi = r["rdi"], Rsi = r["rsi"], Rbp = r["rbp"], Rsp = r["rsp"],
            R8 = r["r8"], R9 = r["r9"], R10 = r["r10"], R11 = r["r11"], R12 = r["r12"], R13 = r["r13"], R14 = r["r14"], R15 = r["r15"],
            Rip = r["rip"], Rflags = r["rflags"],
        };
        var entry = MachTrapDispatcher.Enter(ref state, memory, out var frame);
        if (entry == TrapEntry.Trap)
        {
            Assert.Equal(TrapStatus.Done, MachTrapDispatcher.Dispatch(handlers, new object(), ref frame));
            state.Leave(ref frame);
        }
        (r["rax"], r["rbx"], r["rcx"], r["rdx"], r["rdi"], r["rsi"], r["rbp"], r["rsp"]) =
            (state.Rax, state.Rbx, state.Rcx, state.Rdx, state.Rdi, state.Rsi, state.Rbp, state.Rsp);
        (r["r8"], r["r9"], r["r10"], r["r11"], r["r12"], r["r13"], r["r14"], r["r15"]) =
            (state.R8, state.R9, state.R10, state.R11, state.R12, state.R13, state.R14, state.R15);
        (r["rip"], r["rflags"]) = (state.Rip, state.Rflags);
        return entry;
    }

    /// <summary>The stretch of user memory that a case gives.</summary>
    private sealed class StackMemory : IUserMemory
    {
        private readonly ulong _at = Unmapped;
        private readonly byte[] _bytes = [];

        public StackMemory(JsonElement vector)
        {
            if (!vector.TryGetProperty("memory", out var memory) || memory[0].Text("bytes") is not { Length: > 0 } bytes)
                return;
            _at = Facts.Hex(memory[0].Text("at"));
            _bytes = Convert.FromHexString(bytes);
        }

        public ulong PageSize => 4096;

        public bool TryRead(ulong address, Span<byte> destination)
        {
            if (address < _at || address - _at + (ulong)destination.Length > (ulong)_bytes.Length)
                return false;
            _bytes.AsSpan((int)(address - _at), destination.Length).CopyTo(destination);
            return true;
        }

        public bool TryWrite(ulong address, ReadOnlySpan<byte> source) => false;
    }
}
