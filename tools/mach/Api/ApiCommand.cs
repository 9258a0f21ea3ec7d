using System.CommandLine;
using System.Reflection;

namespace Mach.Tool.Api;

/// <summary><c>mach api</c>: collects what a review watches: the public surface of each library and the invariants.</summary>
internal static class ApiCommand
{
    public static Command Create(Repository repository)
    {
        var check = new Option<bool>("--check") { Description = "Write nothing; say which files are out of date." };
        var command = new Command("api", "Collect the public surface of each library (docs/api) and the invariants (docs/invariants.md).") { check };
        command.SetAction(parsed => Run(repository, parsed.GetValue(check)));
        return command;
    }

    /// <summary>The libraries: the projects of src/ that are packages with code to call.</summary>
    public static IReadOnlyList<string> Libraries(Repository repository) =>
        [.. Directory.EnumerateDirectories(repository.At("src")).Select(folder => Path.GetFileName(folder)!).Where(name => name is not ("Mach.Generators" or "Mach.Analyzers" or "Mach.CodeFixes")).Order(StringComparer.Ordinal)];

    /// <summary>The text that docs/api should hold for a library.</summary>
    public static string Describe(string library) => PublicSurface.Describe(Assembly.Load(library));

    /// <summary>Where the text is kept.</summary>
    public static string PathFor(Repository repository, string library) => repository.At($"docs/api/{library}.txt");

    private static int Run(Repository repository, bool check)
    {
        var stale = 0;
        foreach (var (path, text) in Texts(repository))
        {
            if (File.Exists(path) && File.ReadAllText(path) == text)
                continue;
            stale++;
            Console.Out.WriteLine($"{(check ? "out of date" : "wrote")} {repository.Relative(path)}");
            if (!check)
                File.WriteAllText(path, text);
        }

        if (stale == 0)
            Console.Out.WriteLine("docs/api and docs/invariants.md are up to date");
        return check && stale > 0 ? ExitCode.Failed : ExitCode.Done;
    }

    private static IEnumerable<(string Path, string Text)> Texts(Repository repository)
    {
        foreach (var library in Libraries(repository))
            yield return (PathFor(repository, library), Describe(library));
        yield return (repository.At("docs/invariants.md"), InvariantList.Describe(repository));
    }
}
