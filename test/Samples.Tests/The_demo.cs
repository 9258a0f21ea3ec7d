using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Mach.Samples.Tests;

public sealed class The_demo : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mach-demo-").FullName;

    public static TheoryData<string, string> Contents => new()
    {
        { "nothing", "" },
        { "one line without its end", "no end" },
        { "a few lines", "one\ntwo\r\nthree\n" },
        { "less bytes than parts", "\n\n" },
        { "[red]odd name[/] 日本.txt", string.Concat(Enumerable.Repeat("a line of text\n", 40_000)) },
    };

    [Theory]
    [MemberData(nameof(Contents))]
    public async Task Finds_what_is_in_a_file(string name, string content)
    {
        string path = FileOf(name, Encoding.UTF8.GetBytes(content));
        Ended ended = await Demo(path, "--json");
        Assert.Equal(("", 0), (ended.Errors, ended.ExitCode));
        using JsonDocument document = JsonDocument.Parse(ended.Output);
        JsonElement input = document.RootElement.GetProperty("input");
        Assert.Equal(path, input.GetProperty("path").GetString());
        Assert.Equal(content.Count(one => one == '\n'), input.GetProperty("lines").GetInt64());
        AssertHolds(document.RootElement, Encoding.UTF8.GetBytes(content));
    }

    [Fact]
    public async Task Finds_what_is_in_three_megabytes_of_noise()
    {
        byte[] noise = new byte[3_000_001];
        new Random(7).NextBytes(noise);
        Ended ended = await Demo(FileOf("noise", noise), "--json");
        Assert.Equal(("", 0), (ended.Errors, ended.ExitCode));
        using JsonDocument document = JsonDocument.Parse(ended.Output);
        AssertHolds(document.RootElement, noise);
    }

    [Fact]
    public async Task Tells_people_every_step_in_plain_text_when_it_is_piped()
    {
        Ended ended = await Demo(FileOf("[bold]text", "one\ntwo\n"u8.ToArray()));
        Assert.Equal(("", 0), (ended.Errors, ended.ExitCode));
        Assert.DoesNotContain('\x1b', ended.Output);
        Assert.All(ended.Output.Split('\n'), line => Assert.InRange(line.Length, 0, 100));
        Assert.Contains("[bold]text: 8 bytes, 2 lines.", ended.Output.Replace("\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("WRONG", ended.Output, StringComparison.Ordinal);
        Assert.EndsWith("checks hold. Nothing was lost, and every right is accounted for.\n", ended.Output, StringComparison.Ordinal);
        for (int step = 1; step <= 9; step++)
            Assert.Contains($"\n{step}. ", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sends_a_file_of_its_own_when_none_is_named()
    {
        Ended ended = await Demo("--json");
        Assert.Equal(("", 0), (ended.Errors, ended.ExitCode));
        using JsonDocument document = JsonDocument.Parse(ended.Output);
        AssertHolds(document.RootElement, File.ReadAllBytes(Clone.At("README.md")));
    }

    [Fact]
    public async Task Refuses_a_file_that_is_not_there() =>
        AssertRefused(await Demo(Path.Combine(_folder, "missing")), "there is no such file");

    [Fact]
    public async Task Refuses_a_file_in_a_folder_that_is_not_there() =>
        AssertRefused(await Demo(Path.Combine(_folder, "missing", "file"), "--json"), "there is no such file");

    [Fact]
    public async Task Refuses_a_directory() => AssertRefused(await Demo(_folder), "it is a directory");

    [Fact]
    public async Task Refuses_a_file_that_may_not_be_read()
    {
        Assert.SkipUnless(!OperatingSystem.IsWindows() && Environment.UserName != "root", "Everything can be read here.");
        string path = FileOf("secret", [1]);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.None);
        AssertRefused(await Demo(path), "access to it is denied");
    }

    [Fact]
    public async Task Refuses_a_file_over_the_limit()
    {
        string path = Path.Combine(_folder, "large");
        using (FileStream large = File.Create(path))
            large.SetLength((64 << 20) + 1);
        AssertRefused(await Demo(path), "it has more than 67,108,864 bytes");
    }

    [Fact]
    public async Task Refuses_a_file_that_never_ends()
    {
        Assert.SkipUnless(File.Exists("/dev/zero"), "No such file here.");
        AssertRefused(await Demo("/dev/zero"), "it has more than 67,108,864 bytes");
    }

    [Fact]
    public async Task Refuses_two_files()
    {
        Ended ended = await Demo("one", "two");
        Assert.Equal(2, ended.ExitCode);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Task<Ended> Demo(params string[] arguments) => Clone.RunAsync("Mach.Tool", ["demo", .. arguments]);

    private string FileOf(string name, byte[] content)
    {
        string path = Path.Combine(_folder, name.Replace('/', '_'));
        File.WriteAllBytes(path, content);
        return path;
    }

    private static void AssertRefused(Ended ended, string why)
    {
        Assert.Equal(2, ended.ExitCode);
        Assert.Equal("", ended.Output);
        Assert.StartsWith("mach: cannot send \"", ended.Errors, StringComparison.Ordinal);
        Assert.Contains(why, ended.Errors, StringComparison.Ordinal);
        Assert.Single(ended.Errors.TrimEnd('\n').Split('\n'));
    }

    /// <summary>The document says what it must say about these bytes, and that every check held.</summary>
    private static void AssertHolds(JsonElement document, byte[] content)
    {
        Assert.Equal(1, document.GetProperty("format").GetInt32());
        Assert.True(document.GetProperty("holds").GetBoolean());
        JsonElement input = document.GetProperty("input");
        Assert.Equal(content.Length, input.GetProperty("bytes").GetInt32());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), input.GetProperty("sha256").GetString());

        JsonElement[] steps = [.. document.GetProperty("steps").EnumerateArray()];
        Assert.Equal(
            ["boot", "nameService", "checkIn", "lookUp", "request", "handover", "takeover", "death", "reckoning"],
            steps.Select(step => step.GetProperty("key").GetString()));
        Assert.All(steps.SelectMany(step => step.GetProperty("checks").EnumerateArray()), check => Assert.True(check.GetProperty("holds").GetBoolean()));
        Assert.All(
            steps.SelectMany(step => step.GetProperty("rights").EnumerateArray()),
            right => Assert.Matches("^0x[0-9a-f]+$", right.GetProperty("name").GetString()!));

        // On its way the receive right is nobody's; then it is the successor's.
        Assert.Equal([2], ReceiversOf(steps[4]));
        Assert.Empty(ReceiversOf(steps[5]));
        Assert.Equal([4], ReceiversOf(steps[6]));

        JsonElement census = document.GetProperty("census");
        Assert.Equal(census.GetProperty("booted").GetRawText(), census.GetProperty("ended").GetRawText());
        Assert.Equal(3, census.GetProperty("working").GetProperty("tasks").GetInt32());
    }

    private static int[] ReceiversOf(JsonElement step) =>
    [
        .. step.GetProperty("rights").EnumerateArray()
            .Where(right => right.GetProperty("port").GetString() == "digest service" && right.GetProperty("right").GetString()!.Contains("receive", StringComparison.Ordinal))
            .Select(right => right.GetProperty("process").GetInt32()),
    ];
}
