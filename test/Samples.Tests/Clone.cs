using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Mach.Samples.Tests;

/// <summary>The clone that the tests were built in, and the programs that were built with them.</summary>
internal static class Clone
{
    private static readonly string s_root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", ".."));

    /// <summary>A path in the clone.</summary>
    public static string At(params string[] parts) => Path.Combine([s_root, .. parts]);

    /// <summary>Runs a program of the clone to its end.</summary>
    /// <param name="project">The project's name, which is the assembly's too.</param>
    /// <param name="arguments">Its arguments.</param>
    public static async Task<Ended> RunAsync(string project, params string[] arguments)
    {
        // Beside the tests' own output, built in the same configuration.
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        string assembly = Path.Combine(output.Parent!.Parent!.FullName, project, output.Name, project + ".dll");
        var info = new ProcessStartInfo("dotnet", [assembly, .. arguments])
        {
            WorkingDirectory = s_root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(info)!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(3));
        try
        {
            Task<string> errors = process.StandardError.ReadToEndAsync(limit.Token);
            string said = await process.StandardOutput.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return new Ended(process.ExitCode, said.ReplaceLineEndings("\n"), (await errors).ReplaceLineEndings("\n"));
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private static string Here([CallerFilePath] string file = "") => file;
}

/// <summary>How a program ended.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it wrote to the standard output.</param>
/// <param name="Errors">What it wrote to the standard error.</param>
internal sealed record Ended(int ExitCode, string Output, string Errors);
