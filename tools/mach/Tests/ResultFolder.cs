namespace Mach.Tool.Tests;

/// <summary>The result files of the last run of each project, and what was run.</summary>
internal sealed class ResultFolder(Repository repository)
{
    /// <summary>Tells a test project where to write which routines of the kernel answered its tests.</summary>
    public const string RoutinesVariable = "MACH_ROUTINES";

    private string Folder => Path.Combine(repository.Artifacts, "test-results");

    /// <summary>Where a whole run of a project leaves its results; a filtered run is kept apart, so that coverage stays true.</summary>
    public string PathFor(string project, bool filtered)
    {
        var folder = filtered ? Path.Combine(Folder, "filtered") : Folder;
        Directory.CreateDirectory(folder);
        return Path.Combine(folder, project + ".xml");
    }

    /// <summary>Where a run of a project leaves the routines that answered its tests; most projects have none.</summary>
    public string RoutinesPathFor(string project, bool filtered) => Path.ChangeExtension(PathFor(project, filtered), ".routines.tsv");

    /// <summary>Every test of the last whole run of each project that still exists.</summary>
    /// <exception cref="ToolException">There was no run yet.</exception>
    public (DateTimeOffset At, IReadOnlyList<TestResult> Tests) ReadLast()
    {
        var tests = new List<TestResult>();
        var at = DateTimeOffset.MinValue;
        foreach (var project in TestProject.All(repository))
        {
            var path = PathFor(project.Name, filtered: false);
            if (!File.Exists(path))
                continue;
            tests.AddRange(TestResult.Read(project.Name, path));
            var written = new DateTimeOffset(File.GetLastWriteTimeUtc(path), TimeSpan.Zero);
            at = written > at ? written : at;
        }

        if (at == DateTimeOffset.MinValue)
            throw new ToolException("there are no test results yet: run ./mach test first");
        return (at, tests);
    }

    /// <summary>The lines that the last whole run of each project wrote on the routines that answered it.</summary>
    public IEnumerable<string> ReadRoutines() =>
        TestProject.All(repository).Select(project => RoutinesPathFor(project.Name, filtered: false)).Where(File.Exists).SelectMany(File.ReadLines);
}
