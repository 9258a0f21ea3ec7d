using System.Diagnostics;
using System.Globalization;

namespace Mach.Tool.Tests;

/// <summary>One run of the test projects, one after the other: each has the whole machine.</summary>
internal sealed class TestRun(Repository repository)
{
    private readonly ResultFolder _results = new(repository);

    public bool Soak { get; init; }

    public string? Filter { get; init; }

    public string? Project { get; init; }

    public TimeSpan Limit { get; init; }

    public bool ForMachines { get; init; }

    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var projects = TestProject.All(repository)
            .Where(project => Project is null || project.Name.Contains(Project, StringComparison.OrdinalIgnoreCase))
            .ToList();
        if (projects.Count == 0)
            throw new ToolException($"no test project has \"{Project}\" in its name", ExitCode.WrongUse);

        var tests = new List<TestResult>();
        foreach (var project in projects)
        {
            var clock = Stopwatch.StartNew();
            var results = await RunAsync(project, cancel);
            tests.AddRange(results);
            if (!ForMachines && results.Count > 0)
                PrintProject(project, results, clock.Elapsed);
        }

        if (tests.Count == 0)
            throw new ToolException($"no test matches \"{Filter}\"", ExitCode.WrongUse);

        var failures = tests.Where(test => test.Outcome == Outcome.Failed).ToList();
        if (ForMachines)
            Json.Print(new { Passed = Count(tests, Outcome.Passed), Failed = failures.Count, Skipped = Count(tests, Outcome.Skipped), Failures = failures });
        else
            PrintSummary(tests, failures);
        return failures.Count == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private async Task<List<TestResult>> RunAsync(TestProject project, CancellationToken cancel)
    {
        if (!File.Exists(project.Assembly))
            throw new ToolException($"{project.Name} is not built: run ./mach test without --no-build", ExitCode.WrongUse);

        var file = _results.PathFor(project.Name, Filter is not null);
        File.Delete(file);
        List<string> arguments = [project.Assembly, "-xml", file, "-noLogo", "-noColor", "-longRunning", "60"];
        if (Filter is not null)
            arguments.AddRange(Filter.StartsWith("R-", StringComparison.Ordinal) ? ["-trait", $"Rule={Filter}"] : ["-method", $"*{Filter}*"]);

        var environment = new Dictionary<string, string> { [ResultFolder.RoutinesVariable] = _results.RoutinesPathFor(project.Name, Filter is not null) };
        File.Delete(environment[ResultFolder.RoutinesVariable]);
        if (Soak)
            environment["MACH_SOAK"] = "1";
        var child = await Child.RunAsync(Child.Dotnet, arguments, repository.Root, Limit, environment, cancel);

        List<TestResult> results = File.Exists(file) ? [.. TestResult.Read(project.Name, file)] : [];
        if (child.ExitCode is null)
            results.Add(Died(project, $"stopped: it took more than {Limit.TotalMinutes} minutes", child.Output));
        else if (!File.Exists(file) || (child.ExitCode != 0 && Count(results, Outcome.Failed) == 0 && results.Count > 0))
            results.Add(Died(project, $"the process ended with exit code {child.ExitCode} and no account of its tests", child.Output));
        return results;
    }

    private static TestResult Died(TestProject project, string why, string output) =>
        new(project.Name, project.Name, Outcome.Failed, [], why, Output: string.Join('\n', output.TrimEnd().Split('\n').TakeLast(60)));

    private static int Count(List<TestResult> tests, Outcome outcome) => tests.Count(test => test.Outcome == outcome);

    private static void PrintProject(TestProject project, List<TestResult> results, TimeSpan took)
    {
        var skipped = Count(results, Outcome.Skipped);
        Console.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{project.Name,-28} {Count(results, Outcome.Passed),6} passed {Count(results, Outcome.Failed),4} failed {(skipped > 0 ? $"{skipped,4} skipped" : "            ")} {took.TotalSeconds,7:F1} s"));
    }

    private static void PrintSummary(List<TestResult> tests, List<TestResult> failures)
    {
        foreach (var failure in failures)
        {
            Console.Out.WriteLine();
            Console.Out.WriteLine($"FAILED {failure.Name}");
            if (failure.Rules.Count > 0)
                Console.Out.WriteLine($"  rules: {string.Join(", ", failure.Rules)}");
            PrintIndented(failure.Message);
            PrintIndented(failure.Stack);
            PrintIndented(failure.Output);
        }

        var skipped = Count(tests, Outcome.Skipped);
        foreach (var test in tests.Where(test => test.Outcome == Outcome.Skipped))
            Console.Out.WriteLine($"skipped {test.Name}: {test.Message}");
        if (failures.Count > 0)
            Console.Out.WriteLine();
        Console.Out.WriteLine($"{Count(tests, Outcome.Passed)} passed, {failures.Count} failed{(skipped > 0 ? $", {skipped} skipped" : "")}");
    }

    private static void PrintIndented(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return;
        foreach (var line in text.TrimEnd().Split('\n'))
            Console.Out.WriteLine("  " + line.TrimEnd());
    }
}
