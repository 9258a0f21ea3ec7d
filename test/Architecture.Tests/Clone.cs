using System.Diagnostics;
using Mach.Tool;

namespace Mach.Architecture;

/// <summary>The clone under test and the files that belong to it.</summary>
internal static class Clone
{
    private static readonly string[] Untracked = ["artifacts", "bin", "obj", ".git", ".vs", ".idea"];

    public static Repository Repository { get; } = Repository.Find();

    /// <summary>Files of the project, relative, with forward slashes: those git tracks, or all that are not build output where there is no git.</summary>
    public static IReadOnlyList<string> Files { get; } = TrackedByGit() ?? Walk();

    public static IEnumerable<string> With(string extension) => Files.Where(file => file.EndsWith(extension, StringComparison.Ordinal));

    public static string Read(string file) => File.ReadAllText(Repository.At(file));

    private static List<string>? TrackedByGit()
    {
        if (!Path.Exists(Repository.At(".git")))
            return null;
        try
        {
            // Files that are new and not ignored count too: they are about to be tracked.
            var info = new ProcessStartInfo("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true };
            using var git = Process.Start(info)!;
            var names = git.StandardOutput.ReadToEnd().Split('\0', StringSplitOptions.RemoveEmptyEntries);
            git.WaitForExit();
            return git.ExitCode == 0 ? [.. names.Where(name => File.Exists(Repository.At(name))).Distinct(StringComparer.Ordinal)] : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static List<string> Walk() =>
        [.. Directory.EnumerateFiles(Repository.Root, "*", SearchOption.AllDirectories)
            .Select(Repository.Relative)
            .Where(file => !file.Split('/').Any(Untracked.Contains))];
}
