using System.Diagnostics;
using System.Text;

namespace Mach.Tool;

/// <summary>A process that the tool starts and waits for.</summary>
/// <param name="ExitCode">Its exit code; null when it was stopped because its time was up.</param>
/// <param name="Output">What it wrote, both streams in the order of arrival.</param>
internal sealed record Child(int? ExitCode, string Output)
{
    /// <summary>The dotnet that runs this tool.</summary>
    public static string Dotnet => Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) is "dotnet" ? path : "dotnet";

    /// <summary>Runs to the end and keeps the output.</summary>
    public static async Task<Child> RunAsync(
        string program, IEnumerable<string> arguments, string folder, TimeSpan limit,
        IReadOnlyDictionary<string, string>? environment = null, CancellationToken cancel = default)
    {
        var info = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            info.Environment[name] = value;

        using var process = new Process { StartInfo = info };
        var output = new StringBuilder();
        void Keep(object _, DataReceivedEventArgs line)
        {
            if (line.Data is null)
                return;
            lock (output)
                output.AppendLine(line.Data);
        }

        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        timer.CancelAfter(limit);
        int? code;
        try
        {
            await process.WaitForExitAsync(timer.Token);
            code = process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            cancel.ThrowIfCancellationRequested();
            code = null;
        }

        lock (output)
            return new Child(code, output.ToString());
    }
}
