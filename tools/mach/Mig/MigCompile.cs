using Mach.Generators;

namespace Mach.Tool.Mig;

/// <summary>Compiles .defs files.</summary>
internal sealed class MigCompile(Repository repository, string[] folders, string[] defines, MigFiles output)
{
    public string? Namespace { get; init; }

    public string? Name { get; init; }

    public bool Public { get; init; }

    /// <summary>Print layouts instead of C#.</summary>
    public bool Layout { get; init; }

    public int Run(string[] files)
    {
        if (Name is not null && files.Length > 1)
            throw new ToolException("--name is for one file", ExitCode.WrongUse);
        var compilation = MigCompilation.Create(repository);
        var failed = false;
        foreach (var file in files)
        {
            var input = new MigInput(file, MigFiles.Read(file), compilation)
            {
                Defines = defines,
                Include = Include,
                Namespace = Namespace,
                Name = Name,
                Public = Public,
            };
            var made = MigTool.Compile(input);
            failed |= MigFiles.Report(made.Diagnostics);
            if (made.Interface is null)
            {
                if (made.Diagnostics.Count == 0)
                    Console.Error.WriteLine($"{file}: declares types only, no subsystem");
                continue;
            }

            if (Layout)
                Console.Out.Write(made.Layout);
            else
                output.Write(made.Name + ".cs", made.Interface);
        }

        return failed ? ExitCode.Failed : ExitCode.Done;
    }

    /// <summary>Beside the file that includes it, unless between angles; then in the folders, in order.</summary>
    private (string Path, string Text)? Include(string name, bool angled, string from)
    {
        IEnumerable<string> places = folders;
        if (!angled)
            places = places.Prepend(Path.GetDirectoryName(from) ?? "");
        var path = places.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
        return path is null ? null : (path, MigFiles.Read(path));
    }
}
