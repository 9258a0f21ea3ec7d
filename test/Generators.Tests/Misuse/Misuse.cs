using Microsoft.CodeAnalysis;

namespace Mach.Generators.Tests;

/// <summary>Every complaint of the generators, at the place that it is about.</summary>
public class Misuse
{
    // Each row: the complaint, the marked source, and words of the message. What stands between « and » is where it must point.
    public static TheoryData<string, string, string> Tables => new()
    {
        { "MACHG001", "[TrapTable(TrapFamily.Mach)] public interface «ITraps» { }", "ITraps" },
        { "MACHG002", "public static partial class Outer { [TrapTable(TrapFamily.Mach)] public partial interface «ITraps» { } }", "ITraps" },
        { "MACHG002", "[TrapTable(TrapFamily.Mach)] public partial interface «ITraps»<T> { }", "ITraps" },
        { "MACHG003", Table("int «Property» { get; }"), "Property" },
        { "MACHG003", Table("[Trap(1)] int «f»<T>();"), "'f'" },
        { "MACHG003", Table("[Trap(1)] int «f»() => 0;"), "'f'" },
        { "MACHG003", Table("event Action «Happened»;"), "Happened" },
        { "MACHG003", "[TrapTable(TrapFamily.Mach)] public partial interface «ITraps» : IDisposable { }", "IDisposable" },
        { "MACHG004", Table("[Trap(1)] int f(); [Trap(2)] int «f»(int a);"), "'f'" },
        { "MACHG005", Table("int «f»();"), "[Trap(number)]" },
        { "MACHG006", Table("[Trap(0)] int «f»();"), "1 to 127" },
        { "MACHG006", Table("[Trap(128)] int «f»();"), "128" },
        { "MACHG006", Table("[Trap(-16)] int «f»();"), "-16" },
        { "MACHG007", Table("[Trap(5)] int f(); [Trap(5)] int «g»();"), "'f'" },
        { "MACHG008", Table("[Trap(1)] int f(string «a»);"), "string" },
        { "MACHG008", Table("[Trap(1)] int f(bool «a»);"), "bool" },
        { "MACHG008", Table("[Trap(1)] int f(mach_msg_header_t «a»);"), "UserPtr<T>" },
        { "MACHG008", Table("[Trap(1)] int f(Span<byte> «a»);"), "Span" },
        { "MACHG009", Table("[Trap(1)] int f(out int «a»);"), "by value" },
        { "MACHG009", Table("[Trap(1)] int f(ref int «a»);"), "by value" },
        { "MACHG009", Table("[Trap(1)] int f(in int «a»);"), "by value" },
        { "MACHG010", Table("[Trap(1)] int «f»(int a, int b, int c, int d, int e, int g, int h, int i, int j);"), "9 arguments" },
        { "MACHG011", Table("[Blocks] int «f»();"), "no trap" },
        { "MACHG017", Table("[Trap(1, Passed = 3)] int «f»(int a);"), "Passed is 3" },
        { "MACHG018", Table("[Trap(1)] ulong «f»();"), "32-bit" },
        { "MACHG018", Table("[Trap(1)] void «f»();"), "32-bit" },
        { "MACHG018", Table("[Trap(1)] ref int «f»();"), "32-bit" },
        { "MACHG020", Table("[Trap(1)] int f(int «thread»);"), "thread" },
        { "MACHG020", Table("[Trap(1)] int f(int «frame»);"), "frame" },
        { "MACHG021", "[TrapTable(TrapFamily.Bsd)] public partial interface «ITraps» { }", "Bsd" },
        { "MACHG017", "[TrapSwitch(typeof(string))] internal static partial class «Calls»;", "'string' is no [TrapTable]" },
        { "MACHG023", Table("[Trap(1)] int f();") + " [TrapSwitch(typeof(ITraps))] internal static class «Calls»;", "Calls" },
    };

    public static TheoryData<string, string, string> Subsystems => new()
    {
        { "MACHG001", "[MigSubsystem(\"s\", 1)] public interface «IService» { }", "IService" },
        { "MACHG002", "public partial class Outer { [MigSubsystem(\"s\", 1)] public partial interface «IService» { } }", "IService" },
        { "MACHG005", Service("kern_return_t «f»([Subject] mach_port_t p);"), "[Routine(number)]" },
        { "MACHG006", Service("[Routine(100)] kern_return_t «f»([Subject] mach_port_t p);"), "0 to 99" },
        { "MACHG006", Service("[Routine(-1)] kern_return_t «f»([Subject] mach_port_t p);"), "-1" },
        { "MACHG006", "[MigSubsystem(\"s\", -5)] public partial interface «IService» { }", "-5" },
        { "MACHG006", "[MigSubsystem(\"s\", int.MaxValue)] public partial interface «IService» { }", "2147483647" },
        { "MACHG006", "[MigSubsystem(\"s\", 1, Count = 1)] public partial interface «IService» { [Routine(1)] kern_return_t f([Subject] mach_port_t p); }", "Count" },
        { "MACHG007", Service("[Routine(1)] kern_return_t f([Subject] mach_port_t p); [SimpleRoutine(1)] kern_return_t «g»([Subject] mach_port_t p);"), "'f'" },
        { "MACHG007", "[MigSubsystem(\"s\", 1), Skip(1, 2)] public partial interface IService { [Routine(2)] kern_return_t «f»([Subject] mach_port_t p); }", "[Skip]" },
        { "MACHG008", Argument("string «a»"), "string" },
        { "MACHG008", Argument("object «a»"), "object" },
        { "MACHG008", Argument("(int, int) «a»"), "fixed form" },
        { "MACHG008", Argument("DateTimeOffset «a»"), "fixed form" },
        { "MACHG008", Argument("Loose «a»") + " [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)] public struct Loose { public int A; }", "fixed form" },
        { "MACHG008", Argument("Holder «a»") + " public struct Holder { public string A; }", "fixed form" },
        { "MACHG008", Argument("[Counted(3)] int «a»"), "no array" },
        { "MACHG008", Argument("[OutOfLine] ReadOnlySpan<int> «a»"), "UserPtr<T>" },
        { "MACHG008", Argument("[CString(3)] ReadOnlySpan<char> «a»"), "char" },
        { "MACHG008", Argument("[CString(3)] ReadOnlySpan<int> «a»"), "'byte'" },
        { "MACHG008", Service("[Routine(0)] kern_return_t f([Subject] ulong «p»);"), "no port name" },
        { "MACHG009", Service("[Routine(0)] kern_return_t f([Subject] out mach_port_t «p»);"), "subject" },
        { "MACHG009", Argument("in int «a»"), "'ref'" },
        { "MACHG009", Argument("[Polymorphic] ref mach_port_t «a»"), "each way" },
        { "MACHG009", Argument("[PortArray(2), CopySend] UserPtr<mach_port_t> «a»"), "come out" },
        { "MACHG009", Argument("[Counted(3)] out Span<int> «a»"), "without 'out'" },
        { "MACHG009", Argument("[Counted(3)] ref UserPtr<int> «a»"), "array" },
        { "MACHG009", Argument("[OutOfLine] ref UserPtr<int> «a»"), "array" },
        { "MACHG011", Service("[Routine(0), Blocks] kern_return_t «f»([Subject] mach_port_t p);"), "by message" },
        { "MACHG012", Service("[Routine(0)] kern_return_t «f»(mach_port_t p);"), "[Subject]" },
        { "MACHG012", Service("[Routine(0)] kern_return_t «f»();"), "[Subject]" },
        { "MACHG012", Service("[Routine(0)] kern_return_t «f»([Subject] mach_port_t q, [Subject] mach_port_t p);"), "mark one" },
        { "MACHG012", Service("[Routine(0)] kern_return_t «f»([Subject] mach_port_t p, [Subject] mach_port_t q);"), "one argument" },
        { "MACHG013", Argument("[CopySend] int «a»"), "'a'" },
        { "MACHG013", Argument("[MoveSendOnce] ulong «a»"), "'a'" },
        { "MACHG013", Argument("[Polymorphic] mach_port_qos_t «a»"), "'a'" },
        { "MACHG013", Argument("[OutOfLine, CopySend] UserPtr<int> «a»"), "'a'" },
        { "MACHG013", Argument("[CString(4), CopySend] ReadOnlySpan<byte> «a»"), "'a'" },
        { "MACHG014", Argument("[CopySend, MoveSend] mach_port_t «a»"), "'a'" },
        { "MACHG014", Argument("[MakeSend, CopySend, Polymorphic] mach_port_t «a»"), "'a'" },
        { "MACHG015", Argument("ReadOnlySpan<int> «a»"), "[Counted]" },
        { "MACHG015", Argument("Span<int> «a»"), "[Counted]" },
        { "MACHG016", Argument("[Counted(0)] ReadOnlySpan<int> «a»"), "1 to 4096" },
        { "MACHG016", Argument("[Counted(4097)] ReadOnlySpan<int> «a»"), "4097" },
        { "MACHG016", Argument("[CString(0)] ReadOnlySpan<byte> «a»"), "1 to 16384" },
        { "MACHG016", Argument("[OutOfLine(Multiplier = 3)] UserPtr<int> «a»"), "divisors of 4" },
        { "MACHG016", Argument("[Counted(3, Multiplier = 0)] ReadOnlySpan<int> «a»"), "divisors" },
        { "MACHG016", Argument("[PortArray(0), CopySend] Span<mach_port_t> «a»"), "1 to 128" },
        { "MACHG016", Argument("[Polymorphic(Received = 19)] mach_port_t «a»"), "16 to 18" },
        { "MACHG017", Argument("[Polymorphic(Received = 18)] out mach_port_t «a»"), "caller is told" },
        { "MACHG017", Argument("[Counted(3), OutOfLine] UserPtr<int> «a»"), "one of" },
        { "MACHG017", Argument("[Counted(3), CopySend] ReadOnlySpan<mach_port_t> «a»"), "[OutOfLine]" },
        { "MACHG017", Argument("[Counted(3, CountInOut = true)] ReadOnlySpan<int> «a»"), "CountInOut" },
        { "MACHG017", Argument("[OutOfLine(Elements = 2)] out UserPtr<int> «a»"), "request" },
        { "MACHG017", Argument("[OutOfLine, Polymorphic] UserPtr<mach_port_t> «a»"), "one disposition" },
        { "MACHG017", Service("[Routine(0)] kern_return_t f([Subject, MoveReceive] mach_port_t «p»);"), "send-once right" },
        { "MACHG017", Service("[Routine(0)] kern_return_t f([Subject, MoveSend, Polymorphic(Received = 18)] mach_port_t «p»);"), "declared disposition" },
        { "MACHG017", Argument("[MakeSend, Polymorphic] out mach_port_t «a»"), "caller is told" },
        { "MACHG017", Argument("[PortArray(2)] Span<mach_port_t> «a»"), "one disposition" },
        { "MACHG017", Argument("[ServerAuditToken] uint «a»"), "audit_token_t" },
        { "MACHG017", Argument("[Counted(3)] Span<ulong> b, [Counted(3, SameCount = \"b\", Multiplier = 2)] Span<ulong> «a»"), "where it is counted" },
        { "MACHG017", Service("[Routine(0)] kern_return_t «f»([Subject] mach_port_t p, [Counted(3, SameCount = \"b\")] Span<int> a, [Counted(3)] Span<int> b);"), "before it" },
        { "MACHG017", Service("[Routine(0)] kern_return_t «f»([Subject] mach_port_t p, [Counted(4)] Span<int> b, [Counted(3, SameCount = \"b\")] Span<int> a);"), "maximum" },
        { "MACHG017", Service("[Routine(0)] kern_return_t «f»([Subject] mach_port_t p, [Counted(3)] ReadOnlySpan<int> b, [Counted(3, SameCount = \"b\")] Span<int> a);"), "direction" },
        { "MACHG017", Service("[Routine(0), SimpleRoutine(0)] kern_return_t «f»([Subject] mach_port_t p);"), "either" },
        { "MACHG018", Service("[Routine(0)] int «f»([Subject] mach_port_t p);"), "kern_return_t" },
        { "MACHG018", Service("[Routine(0)] void «f»([Subject] mach_port_t p);"), "kern_return_t" },
        { "MACHG019", Service("[SimpleRoutine(0)] kern_return_t «f»([Subject] mach_port_t p, out int a);"), "'a'" },
        { "MACHG019", Service("[SimpleRoutine(0)] kern_return_t «f»([Subject] mach_port_t p, [Counted(3)] Span<int> a);"), "'a'" },
        { "MACHG020", Argument("int «caller»"), "caller" },
        { "MACHG020", Argument("int «__m»"), "__m" },
        { "MACHG026", Service("[Routine(0)] kern_return_t «f»([Subject] mach_port_t p, [Counted(3)] ReadOnlySpan<int> a, uint aCnt);"), "aCnt" },
        { "MACHG026", Service("[Routine(0)] kern_return_t «f»([Subject] mach_port_t p, [Polymorphic] mach_port_t a, uint aPoly);"), "aPoly" },
    };

    public static TheoryData<string, string, string> Classes => new()
    {
        { "MACHG022", Raw("typeof(string)", "static CallingThread Current => null!;", "«C»"), "string" },
        { "MACHG022", Raw("typeof(IDisposable)", "static CallingThread Current => null!;", "«C»"), "IDisposable" },
        { "MACHG023", "[RawFunctions(typeof(IMachPort))] public partial class «C» { static CallingThread Current => null!; }", "static" },
        { "MACHG023", "[RawFunctions(typeof(IMachPort))] public static class «C» { static CallingThread Current => null!; }", "partial" },
        { "MACHG023", "public static partial class Outer { [RawFunctions(typeof(IMachPort))] public static partial class «C» { static CallingThread Current => null!; } }", "top-level" },
        { "MACHG024", Raw("typeof(IMachPort)", "", "«C»"), "Current" },
        { "MACHG024", Raw("typeof(IMachPort)", "static TrapThread Current => null!;", "«C»"), "CallingThread" },
        { "MACHG025", Pair("int b", "«C»"), "'f_trap'" },
        { "MACHG025", Pair("out int a", "«C»"), "'f_trap'" },
        { "MACHG025", Pair("uint64_t a", "«C»"), "'f_trap'" },
        { "MACHG026", Raw("typeof(IMachPort), typeof(IOther)", "static CallingThread Current => null!;", "«C»") + " [MigSubsystem(\"o\", 1)] public partial interface IOther { [Routine(0)] kern_return_t mach_port_type([Subject] mach_port_t p); }", "mach_port_type" },
    };

    [Theory]
    [MemberData(nameof(Tables))]
    [MemberData(nameof(Subsystems))]
    [MemberData(nameof(Classes))]
    public void Is_told_where_it_is(string id, string marked, string words)
    {
        var start = marked.IndexOf('«', StringComparison.Ordinal);
        var end = marked.IndexOf('»', StringComparison.Ordinal) - 1;
        var source = marked.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal);
        var complaint = Assert.Single(Roslyn.Complaints(source));
        Assert.Equal(id, complaint.Id);
        Assert.Equal(DiagnosticSeverity.Error, complaint.Severity);
        Assert.Contains(words, complaint.GetMessage(null), StringComparison.Ordinal);
        Assert.Equal((start, end), (complaint.Location.SourceSpan.Start, complaint.Location.SourceSpan.End));
    }

    [Fact]
    public void Every_complaint_has_a_test()
    {
        var declared = Declared.Select(d => d.Id);
        var tested = new[] { Tables, Subsystems, Classes }.SelectMany(t => t).Select(row => row.Data.Item1)
            .Concat(Wrong_defs.Rows.Select(row => row.Data.Item1)).Append(Exported_defs.Unwritable).ToHashSet();
        Assert.Equal(declared.Order(StringComparer.Ordinal), tested.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_complaint_stands_in_the_documents()
    {
        var rows = File.ReadLines(Path.Combine(Facts.Root, "docs/generators.md")).Where(line => line.StartsWith("| MACHG", StringComparison.Ordinal));
        Assert.Equal(Declared.Select(d => $"| {d.Id} | {d.Title} |"), rows);
    }

    private static IEnumerable<DiagnosticDescriptor> Declared => typeof(TrapTableGenerator).Assembly.GetType("Mach.Generators.Diagnostics")!
        .GetFields().Select(f => (DiagnosticDescriptor)f.GetValue(null)!);

    [Fact]
    public void Of_one_method_does_not_hide_that_of_another()
    {
        var complaints = Roslyn.Complaints(Table("[Trap(0)] int f(string a); [Trap(200)] ulong g(out int b);"));
        Assert.Equal(["MACHG006", "MACHG008", "MACHG006", "MACHG018", "MACHG009"], complaints.Select(c => c.Id));
    }

    [Fact]
    public void Leaves_nothing_generated()
    {
        var result = Roslyn.Driver().RunGenerators(Roslyn.Compile(Table("[Trap(0)] int f();")), TestContext.Current.CancellationToken).GetRunResult();
        Assert.Empty(result.GeneratedTrees);
    }

    [Fact]
    public void Of_the_language_is_left_to_the_compiler()
    {
        Assert.Empty(Roslyn.Complaints(Table("[Trap(1)] int f(Unknown a);")));
        Assert.Empty(Roslyn.Complaints(Argument("Unknown a")));
    }

    private static string Table(string body) => $"[TrapTable(TrapFamily.Mach)] public partial interface ITraps {{ {body} }}";

    private static string Service(string body) => $"[MigSubsystem(\"s\", 1000)] public partial interface IService {{ {body} }}";

    private static string Argument(string argument) => Service($"[Routine(0)] kern_return_t f([Subject] mach_port_t p, {argument});");

    private static string Raw(string types, string body, string name) => $"[RawFunctions({types})] public static partial class {name} {{ {body} }}";

    /// <summary>A trap of one int, and a routine that differs from it.</summary>
    private static string Pair(string argument, string name) =>
        Raw("typeof(ITraps), typeof(IService)", "static CallingThread Current => null!;", name) +
        " [TrapTable(TrapFamily.Mach)] public partial interface ITraps { [Trap(1, Fallback = \"f\")] kern_return_t f_trap(mach_port_t p, mach_port_t a); }" +
        $" [MigSubsystem(\"s\", 1000)] public partial interface IService {{ [Routine(0)] kern_return_t f([Subject] mach_port_t p, {argument}); }}";
}
