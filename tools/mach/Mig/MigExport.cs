using Mach.Generators;
using Microsoft.CodeAnalysis;

namespace Mach.Tool.Mig;

/// <summary>Writes interfaces as .defs files.</summary>
internal sealed class MigExport(Repository repository, string? only, MigFiles output)
{
    public int Run(string[] files)
    {
        string[] assemblies = [.. files.Where(file => file.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))];
        var compilation = MigCompilation.Create(repository, [.. files.Except(assemblies)]);
        var found = MigTool.Subsystems(compilation).Select(type => (Type: type, Compilation: (Compilation)compilation)).ToList();
        foreach (var assembly in assemblies)
        {
            var reference = MetadataReference.CreateFromFile(assembly);
            // An assembly that the tool knows by name is taken from the file all the same.
            var name = Path.GetFileName(assembly);
            var others = compilation.References.Where(other => !string.Equals(Path.GetFileName(other.Display), name, StringComparison.OrdinalIgnoreCase));
            var complete = compilation.WithReferences([.. others, reference]);
            if (complete.GetAssemblyOrModuleSymbol(reference) is IAssemblySymbol symbol)
                found.AddRange(MigTool.Subsystems(symbol).Select(type => (type, (Compilation)complete)));
        }

        found.RemoveAll(pair => only is not null && pair.Type.Name != only && pair.Type.ToDisplayString() != only);
        if (found.Count == 0)
            throw new ToolException(only is null ? "no [MigSubsystem] interface there" : $"no [MigSubsystem] interface {only} there", ExitCode.WrongUse);
        var failed = false;
        foreach (var (type, complete) in found)
        {
            var (defs, diagnostics) = MigTool.Export(type, complete);
            failed |= MigFiles.Report(diagnostics);
            if (defs is not null)
                output.Write(type.Name.TrimStart('I') + ".defs", defs);
        }

        return failed ? ExitCode.Failed : ExitCode.Done;
    }
}
