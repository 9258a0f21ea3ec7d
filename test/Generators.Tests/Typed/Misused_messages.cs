using Microsoft.CodeAnalysis;

namespace Mach.Generators.Tests.Typed;

/// <summary>Every complaint about typed messages, at the place that it is about.</summary>
public class Misused_messages
{
    // Each row: the complaint, the marked source, and words of the message. What stands between « and » is where it must point.
    public static TheoryData<string, string, string> Declarations => new()
    {
        { "MACHG001", "[MachMessage(1)] public record struct «M»(int A);", "partial" },
        { "MACHG002", "public partial class Outer { [MachMessage(1)] public partial record struct «M»(int A); }", "nested" },
        { "MACHG002", "[MachMessage(1)] public partial record struct «M»<T>(int A);", "generic" },
        { "MACHG060", "[MachMessage(1)] public partial record «M»(int A);", "sealed" },
        { "MACHG060", "[MachMessage(1)] public abstract partial record «M»(int A);", "abstract" },
        { "MACHG060", "[MachMessage(1)] public static partial class «M»;", "static" },
        { "MACHG060", "[MachMessage(1)] public ref partial struct «M» { public int A; }", "kept" },
        { "MACHG060", "[MachMessage(1)] public partial struct «M»(int a) { public int A = a; }", "record" },
        { "MACHG060", "public record B; [MachMessage(1)] public sealed partial record «M»(int A) : B;", "'B'" },
        { "MACHG061", Record("object «A»"), "fixed form" },
        { "MACHG061", Record("System.DateTimeOffset «A»"), "fixed form" },
        { "MACHG061", Record("nint «A»"), "fixed form" },
        { "MACHG061", Record("char «A»"), "fixed form" },
        { "MACHG061", Record("RawMachPort «A»"), "one task" },
        { "MACHG061", Record("UserPtr<int> «A»"), "one task" },
        { "MACHG061", Record("[Counted(2)] string[] «A»"), "fixed form" },
        { "MACHG061", Record("[Counted(2)] bool[] «A»"), "array" },
        { "MACHG062", Record("SendRight «A»"), "[MoveSend] or [CopySend]" },
        { "MACHG062", Record("ReceiveRight «A»"), "[MakeSendOnce]" },
        { "MACHG062", Record("[Counted(3)] SendRight[] «A»"), "[CopySend]" },
        { "MACHG062", Record("OolBuffer «A»"), "Deallocate" },
        { "MACHG063", Record("[MakeSend] SendRight «A»"), "[MakeSend]" },
        { "MACHG063", Record("[CopySend] SendOnceRight «A»"), "[MoveSendOnce]" },
        { "MACHG063", Record("[MoveSend] ReceiveRight «A»"), "[MoveReceive]" },
        { "MACHG063", Record("[MakeSendOnce, Counted(2)] ReceiveRight[] «A»"), "ReceiveRight[]" },
        { "MACHG064", Record("[MoveSend, CopySend] SendRight «A»"), "'A'" },
        { "MACHG065", Record("string «A»"), "[CString(maximum)]" },
        { "MACHG065", Record("int[] «A»"), "[FixedLength(n)]" },
        { "MACHG065", Record("[OutOfLine] int[] «A»"), "[Counted(maximum)]" },
        { "MACHG065", Record("[MoveSend] SendRight[] «A»"), "[Counted(maximum)]" },
        { "MACHG066", Record("[Counted(0)] int[] «A»"), "1 to 65536" },
        { "MACHG066", Record("[Counted(65537)] int[] «A»"), "65537" },
        { "MACHG066", Record("[FixedLength(-1)] int[] «A»"), "-1" },
        { "MACHG066", Record("[CString(16385)] string «A»"), "1 to 16384" },
        { "MACHG066", Record("[Counted(16385), MoveSend] SendRight[] «A»"), "16384" },
        { "MACHG066", Record("[OutOfLine, Counted(2147483647)] int[] «A»"), "536870911" },
        { "MACHG066", Record("[OutOfLine, Counted(0)] OolBuffer «A»"), "0" },
        { "MACHG067", Record("[Counted(3)] int «A»"), "no limit" },
        { "MACHG067", Record("[MoveSend] int «A»"), "for rights" },
        { "MACHG067", Record("[MoveSend, Counted(2)] int[] «A»"), "for rights" },
        { "MACHG067", Record("[MoveSend, Counted(2)] SendRight «A»"), "nothing else" },
        { "MACHG067", Record("[MoveSend, OutOfLine, Counted(2)] SendRight[] «A»"), "[Counted]" },
        { "MACHG067", Record("[CString(3), Counted(3)] string «A»"), "nothing else" },
        { "MACHG067", Record("[CString(3)] byte[] «A»"), "[FixedLength(n)]" },
        { "MACHG067", Record("[FixedLength(3), Counted(3)] byte[] «A»"), "[FixedLength(n)]" },
        { "MACHG067", Record("[OutOfLine] OolVector «A»"), "always moves" },
        { "MACHG067", Record("[OutOfLine, CString(4)] OolBuffer «A»"), "[OutOfLine]" },
        { "MACHG067", Record("[OutOfLine(PhysicalCopy = true)] OolBuffer «A»"), "Deallocate" },
        { "MACHG067", Record("[Counted(4, Multiplier = 2)] int[] «A»"), "Deallocate" },
        { "MACHG068", "[MachMessage(1)] public sealed partial class M { public int «A» { get; } }", "'init'" },
        { "MACHG068", "[MachMessage(1)] public partial struct M { public readonly int «A»; }", "'init'" },
        { "MACHG069", Record("int? «A»"), "'A'" },
        { "MACHG069", Record("[CString(3)] string? «A»"), "String" },
        { "MACHG069", Record("[Counted(3)] int[]? «A»"), "array" },
        { "MACHG069", Record("[OutOfLine] OolBuffer? «A»"), "OolBuffer" },
        { "MACHG070", "[MachMessage(1)] public partial struct «M» { public int A; } public partial struct M { public int B; }", "order" },
        { "MACHG071", "[MachMessage(1)] public partial record struct M(int A) { public static int «MessageId»() => 0; }", "MessageId" },
        { "MACHG071", "[MachMessage(1, Reply = typeof(M))] public partial record struct M(int A) { public static int «Call»() => 0; }", "Call" },
        { "MACHG072", "[MachMessage(1)] public sealed partial class «M» { public M(int a) => A = a; public int A { get; set; } }", "constructor" },
        { "MACHG073", "[MachMessage(1, Reply = typeof(string))] public partial record struct «M»(int A);", "String" },
        { "MACHG074", "public unsafe struct Big { public fixed byte B[4096]; } [MachMessage(1)] public partial record struct «M»([Counted(65536)] Big[] A);", "50331580" },
    };

    [Theory]
    [MemberData(nameof(Declarations))]
    public void Are_told_where_it_is(string id, string marked, string words)
    {
        const string head = "using Mach; ";
        var start = head.Length + marked.IndexOf('«', StringComparison.Ordinal);
        var end = head.Length + marked.IndexOf('»', StringComparison.Ordinal) - 1;
        var source = head + marked.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal);
        var complaint = Assert.Single(Roslyn.Complaints(source));
        Assert.Equal(id, complaint.Id);
        Assert.Equal(DiagnosticSeverity.Error, complaint.Severity);
        Assert.Contains(words, complaint.GetMessage(null), StringComparison.Ordinal);
        Assert.Equal((start, end), (complaint.Location.SourceSpan.Start, complaint.Location.SourceSpan.End));
    }

    [Fact]
    public void Each_have_a_test() =>
        Assert.Empty(Declared.Select(d => d.Id).Except(Declarations.Select(row => row.Data.Item1)));

    [Fact]
    public void Each_stand_in_the_documents()
    {
        var rows = File.ReadLines(Path.Combine(Facts.Root, "docs/typed-messages.md")).Where(line => line.StartsWith("| MACHG", StringComparison.Ordinal));
        Assert.Equal(Declared.Select(d => $"| {d.Id} | {d.Title} |"), rows);
    }

    [Fact]
    public void Of_the_language_are_left_to_the_compiler() => Assert.Empty(Roslyn.Complaints("using Mach; " + Record("Unknown A")));

    private static IEnumerable<DiagnosticDescriptor> Declared => typeof(MachMessageGenerator).Assembly.GetType("Mach.Generators.TypedDiagnostics")!
        .GetFields().Select(f => (DiagnosticDescriptor)f.GetValue(null)!);

    private static string Record(string member) => $"[MachMessage(1)] public partial record struct M({member});";
}
