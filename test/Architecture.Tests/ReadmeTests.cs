using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Mach.Architecture;

/// <summary>The first page keeps its promises.</summary>
public partial class ReadmeTests
{
    private static readonly string Readme = Clone.Read("README.md");

    [Fact]
    public void The_example_is_the_sample_that_compiles() =>
        Assert.Equal(Clone.Read("samples/FirstMessage/Program.cs"), Block("csharp"));

    [Fact]
    public void The_example_prints_what_the_page_says()
    {
        var assembly = Path.Combine(Clone.Repository.Output("FirstMessage"), "FirstMessage.dll");
        using var example = Process.Start(new ProcessStartInfo(Mach.Tool.Child.Dotnet, [assembly]) { RedirectStandardOutput = true })!;
        var said = example.StandardOutput.ReadToEnd();
        example.WaitForExit();
        Assert.Equal(0, example.ExitCode);
        Assert.Equal(Block("text"), said.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void The_platforms_say_what_was_verified_and_run()
    {
        Assert.Contains("| platform | builds | verified | run |", Readme, StringComparison.Ordinal);
        foreach (var platform in new[] { "Linux", "macOS", "Windows" })
            Assert.Contains($"| {platform}", Readme, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_project_of_src_is_introduced()
    {
        foreach (var project in Clone.With(".csproj").Where(file => file.StartsWith("src/", StringComparison.Ordinal)))
            Assert.Contains($"({Path.GetDirectoryName(project)!.Replace('\\', '/')})", Readme, StringComparison.Ordinal);
    }

    private static string Block(string language) =>
        Fence.Matches(Readme).First(fence => fence.Groups["language"].Value == language).Groups["text"].Value;

    [GeneratedRegex(@"^```(?<language>\w+)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence { get; }
}
