using System.CommandLine;
using System.Diagnostics;

namespace Mach.Tool.Bench;

/// <summary><c>mach bench</c>: builds the measurements in Release and runs them.</summary>
internal static class BenchCommand
{
    public static Command Create(Repository repository)
    {
        var suite = new Argument<string>("suite") { Description = "What to measure: ipc, memory, mig or time." };
        suite.AcceptOnlyFromAmong("ipc", "memory", "mig", "time");
        var rounds = new Option<int?>("--rounds") { Description = "Paired rounds for each row." };
        var only = new Option<string?>("--only") { Description = "Only these rows, separated by commas: G1,G3." };
        var json = new Option<bool>("--json") { Description = "Print for machines." };
        var command = new Command("bench", "Measure against peers in the same run.") { suite, rounds, only, json };
        command.SetAction(async (parsed, cancel) =>
        {
            List<string> arguments = [parsed.GetValue(suite)!];
            if (parsed.GetValue(rounds) is { } count)
                arguments.AddRange(["--rounds", count.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            if (parsed.GetValue(only) is { } rows)
                arguments.AddRange(["--only", rows]);
            if (parsed.GetValue(json))
                arguments.Add("--json");
            return await RunAsync(repository, arguments, cancel);
        });
        return command;
    }

    private static async Task<int> RunAsync(Repository repository, List<string> arguments, CancellationToken cancel)
    {
        Console.Error.WriteLine("mach: building the measurements in Release");
        string[] build = ["build", repository.At("bench/Mach.Bench/Mach.Bench.csproj"), "-c", "Release", "-nologo", "-v", "q", "-clp:NoSummary"];
        var built = await Child.RunAsync(Child.Dotnet, build, repository.Root, TimeSpan.FromMinutes(10), cancel: cancel);
        if (built.ExitCode != 0)
        {
            Console.Error.Write(built.Output);
            throw new ToolException("the build of the measurements failed", ExitCode.BuildFailed);
        }

        // The measurements keep the terminal: their table is theirs to draw.
        var assembly = Path.Combine(repository.Output("Mach.Bench", "release"), "Mach.Bench.dll");
        using var process = Process.Start(new ProcessStartInfo(Child.Dotnet, [assembly, .. arguments]) { WorkingDirectory = repository.Root })
            ?? throw new ToolException("the measurements did not start");
        await process.WaitForExitAsync(cancel);
        return process.ExitCode;
    }
}
