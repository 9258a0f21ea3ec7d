namespace Mach.Tool;

/// <summary>The clone that the tool works on.</summary>
internal sealed class Repository
{
    private Repository(string root) => Root = root;

    /// <summary>The folder that holds Mach.slnx.</summary>
    public string Root { get; }

    /// <summary>What builds write; never tracked.</summary>
    public string Artifacts => At("artifacts");

    /// <summary>A path in the clone, written with forward slashes.</summary>
    public string At(string path) => Path.Combine(Root, path.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>The folder in which a build leaves the assembly of a project.</summary>
    public string Output(string project, string configuration = "debug") => At($"artifacts/bin/{project}/{configuration}");

    /// <summary>A path as it is written in the clone: relative, with forward slashes.</summary>
    public string Relative(string path) => Path.GetRelativePath(Root, path).Replace(Path.DirectorySeparatorChar, '/');

    /// <summary>Finds the clone: the launcher names it, otherwise it is above the tool or the current folder.</summary>
    public static Repository Find()
    {
        string?[] starts = [Environment.GetEnvironmentVariable("MACH_ROOT"), AppContext.BaseDirectory, Environment.CurrentDirectory];
        foreach (var start in starts)
        {
            for (var folder = start is null ? null : new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "Mach.slnx")))
                    return new Repository(folder.FullName);
            }
        }

        throw new ToolException("not inside a clone of the project: no folder above holds Mach.slnx", ExitCode.WrongUse);
    }
}
