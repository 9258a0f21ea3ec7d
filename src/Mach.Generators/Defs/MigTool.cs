using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Mach.Generators;

/// <summary>A .defs file for <see cref="MigTool.Compile"/>.</summary>
/// <param name="Path">What complaints call it.</param>
/// <param name="Text">What it says.</param>
/// <param name="Compilation">What the names of types mean: a reference to Mach.Abi, and its using directives.</param>
public sealed record MigInput(string Path, string Text, Compilation Compilation)
{
    /// <summary>Names to define, with or without <c>=text</c>; with <c>-</c> before it a name to forget.</summary>
    public IReadOnlyList<string> Defines { get; init; } = [];

    /// <summary>Finds an included file by name, whether between angles, and who includes it; gives its path and text.</summary>
    public Func<string, bool, string, (string Path, string Text)?> Include { get; init; } = static (_, _, _) => null;

    /// <summary>The interface's namespace; null for the global one.</summary>
    public string? Namespace { get; init; }

    /// <summary>The interface's name; null for one made of the subsystem's.</summary>
    public string? Name { get; init; }

    /// <summary>The interface is public.</summary>
    public bool Public { get; init; }
}

/// <summary>What became of a .defs file.</summary>
/// <param name="Diagnostics">What is wrong, or worth a word.</param>
/// <param name="Subsystem">The subsystem's name; null when the file declares types only or something is wrong.</param>
/// <param name="Name">The interface's name without its namespace.</param>
/// <param name="Interface">The interface as C#.</param>
/// <param name="Layout">The layout of every message, for people.</param>
/// <param name="Files">The files that were read.</param>
public sealed record MigOutput(
    IReadOnlyList<Diagnostic> Diagnostics, string? Subsystem, string? Name, string? Interface, string? Layout, IReadOnlyList<string> Files);

/// <summary>The .defs compiler for tools: what the generator does within a project.</summary>
public static class MigTool
{
    /// <summary>Compiles a .defs file.</summary>
    public static MigOutput Compile(MigInput input, CancellationToken cancellation = default)
    {
        var (subsystem, complaints, files) = DefsCompiler.Read(
            new(input.Path, input.Text), input.Defines,
            (name, angled, from) => input.Include(name, angled, from) is var (path, text) ? new DefsSource(path, text) : null);
        var diagnostics = complaints.ToEquatable().Select(c => c.ToDiagnostic()).ToList();
        if (subsystem is null)
            return new(diagnostics, null, null, null, null, files);
        var naming = new InterfaceNaming(input.Namespace, input.Name, input.Public);
        var options = input.Compilation.SyntaxTrees.FirstOrDefault()?.Options as CSharpParseOptions ?? new(LanguageVersion.Latest);
        var (written, parsed) = DefsCompiler.Compile(subsystem, naming, input.Path, input.Compilation, options, cancellation);
        diagnostics.AddRange(parsed.Complaints.Select(c => c.ToDiagnostic()));
        return parsed.Model is not { } model
            ? new(diagnostics, null, null, null, null, files)
            : new(diagnostics, model.Name, model.Shape.Name, written!.Text, LayoutWriter.Write(model), files);
    }

    /// <summary>The interfaces of a compilation that are subsystems.</summary>
    public static IReadOnlyList<INamedTypeSymbol> Subsystems(Compilation compilation) => Subsystems(compilation.Assembly);

    /// <summary>The interfaces of an assembly that are subsystems.</summary>
    public static IReadOnlyList<INamedTypeSymbol> Subsystems(IAssemblySymbol assembly)
    {
        var found = new List<INamedTypeSymbol>();
        Collect(assembly.GlobalNamespace, found);
        return found;
    }

    private static void Collect(INamespaceSymbol space, List<INamedTypeSymbol> found)
    {
        foreach (var inner in space.GetNamespaceMembers())
            Collect(inner, found);
        found.AddRange(space.GetTypeMembers().Where(t => t.Has("MigSubsystemAttribute")));
    }

    /// <summary>Writes an interface as a .defs file, or says what is wrong with it.</summary>
    public static (string? Defs, IReadOnlyList<Diagnostic> Diagnostics) Export(INamedTypeSymbol type, Compilation compilation)
    {
        var parsed = MigReader.Read(type, compilation);
        if (parsed.Model is not { } model)
            return (null, [.. parsed.Complaints.Select(c => c.ToDiagnostic())]);
        var complaints = new Complaints();
        var text = new DefsWriter(model, type, complaints).Write();
        return (complaints.Any ? null : text, [.. complaints.ToEquatable().Select(c => c.ToDiagnostic())]);
    }
}
