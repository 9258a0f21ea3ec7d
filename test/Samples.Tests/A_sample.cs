namespace Mach.Samples.Tests;

public sealed class A_sample
{
    private const int MostLines = 60;

    public static TheoryData<string> Samples =>
        [.. Directory.EnumerateDirectories(Clone.At("samples")).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Prints_what_stands_beside_it(string sample)
    {
        Ended ended = await Clone.RunAsync(sample);
        Assert.Equal("", ended.Errors);
        Assert.Equal(File.ReadAllText(Clone.At("samples", sample, "output.txt")), ended.Output);
        Assert.Equal(0, ended.ExitCode);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Is_short(string sample)
    {
        foreach (string file in Directory.EnumerateFiles(Clone.At("samples", sample), "*.cs"))
            Assert.True(File.ReadLines(file).Count() < MostLines, $"{file} has {MostLines} lines or more.");
    }

    [Fact]
    public void Exists_for_each_thing_to_learn() =>
        Assert.Superset(
            new HashSet<string>(["Ping", "MovedRight", "ServiceAndClient", "ManyServices", "Notifications", "HostilePeer", "MigService", "Debugger", "TypedMessages"]),
            Samples.Select(row => row.Data).ToHashSet());
}
