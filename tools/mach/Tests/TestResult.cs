using System.Globalization;
using System.Xml.Linq;

namespace Mach.Tool.Tests;

/// <summary>How a test ended.</summary>
internal enum Outcome
{
    /// <summary>It ran and held.</summary>
    Passed,

    /// <summary>It ran and did not hold, or its process died.</summary>
    Failed,

    /// <summary>It did not run, and says why.</summary>
    Skipped,
}

/// <summary>One test of one run.</summary>
/// <param name="Project">The project it belongs to.</param>
/// <param name="Name">Its display name.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Rules">The rules it is tagged with.</param>
/// <param name="Message">Why it failed or was skipped.</param>
/// <param name="Stack">Where it failed.</param>
/// <param name="Output">What it wrote.</param>
internal sealed record TestResult(
    string Project, string Name, Outcome Outcome, IReadOnlyList<string> Rules, string? Message = null, string? Stack = null, string? Output = null)
{
    /// <summary>Reads a result file of xunit. Failures outside tests (a fixture's disposal, say) count as failed tests.</summary>
    public static IEnumerable<TestResult> Read(string project, string path)
    {
        var document = XDocument.Load(path);
        foreach (var test in document.Descendants("test"))
        {
            var outcome = (string?)test.Attribute("result") switch
            {
                "Pass" => Outcome.Passed,
                "Fail" => Outcome.Failed,
                _ => Outcome.Skipped,
            };
            yield return new TestResult(
                project,
                Unescape((string?)test.Attribute("name")) ?? "?",
                outcome,
                [.. test.Descendants("trait").Where(trait => (string?)trait.Attribute("name") is "Rule").Select(trait => (string?)trait.Attribute("value") ?? "?")],
                Unescape(test.Element("failure")?.Element("message")?.Value ?? test.Element("reason")?.Value),
                Shorten(test.Element("failure")?.Element("stack-trace")?.Value),
                Unescape(test.Element("output")?.Value));
        }

        foreach (var error in document.Descendants("error"))
        {
            yield return new TestResult(
                project,
                string.Create(CultureInfo.InvariantCulture, $"{project}: {(string?)error.Attribute("type")} {(string?)error.Attribute("name")}"),
                Outcome.Failed,
                [],
                Unescape(error.Element("failure")?.Element("message")?.Value),
                Shorten(error.Element("failure")?.Element("stack-trace")?.Value));
        }
    }

    // xunit escapes quotes in its XML as C# does.
    private static string? Unescape(string? text) => text?.Replace("\\\"", "\"", StringComparison.Ordinal);

    // The frames by which the framework reached the test say nothing.
    private static string? Shorten(string? stack) => stack is null ? null : string.Join('\n', stack.Split('\n')
        .Where(line => !line.Contains(" System.Reflection.", StringComparison.Ordinal) && !line.Contains(" InvokeStub_", StringComparison.Ordinal)));
}
