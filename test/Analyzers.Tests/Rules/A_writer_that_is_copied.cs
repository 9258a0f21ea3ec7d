namespace Mach.Analyzers.Tests;

/// <summary>MACH008.</summary>
public class A_writer_that_is_copied
{
    private const string Functions = """
        static void ByValue(MachMessageWriter w) => w.Finish();
        static void ByRef(ref MachMessageWriter w) => w.Finish();
        static MachMessageWriter Begin() => new(new byte[64]);
        """;

    [Theory]
    [InlineData("var w = Begin(); ByValue(«w»);")]
    [InlineData("var w = Begin(); var other = «w»; other.Finish();")]
    [InlineData("var w = Begin(); MachMessageWriter other; other = «w»; other.Finish();")]
    [InlineData("var w = Begin(); In(in w); static void In(in MachMessageWriter x) => «x».Finish();")]
    [InlineData("var w = Begin(); ref readonly MachMessageWriter r = ref w; «r».Finish();")]
    public Task Is_told(string body) => Marked.CheckAsync("MACH008", Sources.Body(body + Functions));

    [Theory]
    [InlineData("var w = Begin(); ByRef(ref w);")]
    [InlineData("var w = Begin(); ref MachMessageWriter r = ref w; r.Finish();")]
    [InlineData("ByValue(Begin());")]
    [InlineData("var w = Begin(); w = Begin(); w.Finish();")]
    [InlineData("var w = Begin(); In(in w); static void In(in MachMessageWriter x) => Keep(x.Length);")]
    [InlineData("MachMessageWriter Make() { var w = Begin(); return w; } Make().Finish();")]
    public Task Is_not_told_of_one_writer_under_one_name(string body) => Marked.CheckAsync("MACH008", Sources.Body(body + Functions));
}
