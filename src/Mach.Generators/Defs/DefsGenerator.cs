using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Mach.Generators;

/// <summary>
/// From the .defs files among a project's additional files: an interface of C# for each that declares a subsystem, and of that all that
/// is made of an interface.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class DefsGenerator : IIncrementalGenerator
{
    /// <summary>The step whose output is the model: unchanged input leaves it cached.</summary>
    public const string ModelStep = "Defs.Model";

    private const string Metadata = "build_metadata.AdditionalFiles.";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var files = context.AdditionalTextsProvider.Where(static t => Has(t, ".defs") || Has(t, ".h"));
        var sources = files.Select(static (text, cancel) => new DefsSource(text.Path, text.GetText(cancel)?.ToString() ?? "")).Collect();
        var inputs = files.Where(static t => Has(t, ".defs")).Combine(context.AnalyzerConfigOptionsProvider).Select(Input);
        var read = inputs.Combine(sources).Select(static (pair, _) => Read(pair.Left, pair.Right));
        context.RegisterSourceOutput(read.Select(static (r, _) => r.Complaints), Report);
        var compiled = read.Where(static r => r.Subsystem is not null)
            .Combine(context.CompilationProvider).Combine(context.ParseOptionsProvider)
            .Select(static (pair, cancel) => Compile(pair.Left.Left, pair.Left.Right, (CSharpParseOptions)pair.Right, cancel))
            .WithTrackingName(ModelStep);
        context.RegisterSourceOutput(compiled.Select(static (c, _) => c.Complaints), Report);
        context.RegisterSourceOutput(compiled, static (c, output) =>
        {
            if (output.Model is not { } model)
                return;
            MigOutputs.Add(c, model, "Interface", output.Text);
            MigOutputs.Add(c, model, output.HasRights);
        });
    }

    private static bool Has(AdditionalText text, string ending) => text.Path.EndsWith(ending, StringComparison.OrdinalIgnoreCase);

    private static void Report(SourceProductionContext context, EquatableArray<DiagnosticInfo> complaints)
    {
        foreach (var complaint in complaints)
            context.ReportDiagnostic(complaint.ToDiagnostic());
    }

    private static InputFile Input((AdditionalText Text, AnalyzerConfigOptionsProvider Options) pair, CancellationToken cancellation)
    {
        var options = pair.Options.GetOptions(pair.Text);
        pair.Options.GlobalOptions.TryGetValue("build_property.RootNamespace", out var root);
        var space = Option(options, "MigNamespace") ?? (string.IsNullOrEmpty(root) ? null : root);
        var naming = new InterfaceNaming(space, Option(options, "MigName"), string.Equals(Option(options, "MigPublic"), "true", StringComparison.OrdinalIgnoreCase));
        var defines = (Option(options, "MigDefines") ?? "").Split([';', ' '], StringSplitOptions.RemoveEmptyEntries).ToEquatable();
        return new(new(pair.Text.Path, pair.Text.GetText(cancellation)?.ToString() ?? ""), naming, defines);
    }

    private static string? Option(AnalyzerConfigOptions options, string name) =>
        options.TryGetValue(Metadata + name, out var value) && value.Length != 0 ? value : null;

    private static ReadFile Read(InputFile input, ImmutableArray<DefsSource> sources)
    {
        var (subsystem, complaints, _) = DefsCompiler.Read(input.Source, input.Defines, (name, angled, from) => Find(sources, name, from));
        return new(subsystem, input.Naming, input.Source.Path, complaints.ToEquatable());
    }

    /// <summary>A file beside the one that includes it, or the one whose path ends as the name says.</summary>
    private static DefsSource? Find(ImmutableArray<DefsSource> sources, string name, string from)
    {
        var beside = Slashed(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(from) ?? "", name));
        return sources.FirstOrDefault(s => Slashed(s.Path) == beside)
            ?? sources.FirstOrDefault(s => Slashed(s.Path).EndsWith("/" + name, StringComparison.Ordinal));
    }

    private static string Slashed(string path) => path.Replace('\\', '/');

    private static CompiledFile Compile(ReadFile file, Compilation compilation, CSharpParseOptions options, CancellationToken cancellation)
    {
        var (written, parsed) = DefsCompiler.Compile(file.Subsystem!, file.Naming, file.Path, compilation, options, cancellation);
        return new(parsed.Model, written?.Text ?? "", MigOutputs.HasRights(compilation), parsed.Complaints);
    }

    private sealed record InputFile(DefsSource Source, InterfaceNaming Naming, EquatableArray<string> Defines);

    private sealed record ReadFile(DefsSubsystem? Subsystem, InterfaceNaming Naming, string Path, EquatableArray<DiagnosticInfo> Complaints);

    private sealed record CompiledFile(MigSubsystemModel? Model, string Text, bool HasRights, EquatableArray<DiagnosticInfo> Complaints);
}
