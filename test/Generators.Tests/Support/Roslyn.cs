using System.Runtime.Loader;
using System.Text;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Mach.Generators.Tests;

/// <summary>Compiles source with the generators, under the warnings that the project's own code is held to.</summary>
internal static class Roslyn
{
    private static readonly CSharpParseOptions _parse = new(LanguageVersion.Latest, DocumentationMode.Diagnose);

    private static readonly MetadataReference[] _references =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is not "Mach.dll" && !Path.GetFileName(path).StartsWith("Mach.Generators", StringComparison.Ordinal) && !Path.GetFileName(path).StartsWith("xunit", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path))];

    /// <summary>The library, for a source that begins with using it: not every project that declares an interface has it.</summary>
    private static readonly MetadataReference _library = MetadataReference.CreateFromFile(typeof(SendRight).Assembly.Location);

    /// <summary>The using directives that the package brings to every project.</summary>
    private static readonly string _usings = Usings();

    public static CSharpCompilation Compile(params string[] sources) => Compile(sources, []);

    public static CSharpCompilation Compile(string[] sources, MetadataReference[] more) => CSharpCompilation.Create(
        "Compiled",
        [CSharpSyntaxTree.ParseText(_usings, _parse, "usings.cs", Encoding.UTF8), .. sources.Select((s, i) => CSharpSyntaxTree.ParseText(s, _parse, $"source{i}.cs", Encoding.UTF8))],
        [.. _references, .. sources.Any(source => source.StartsWith("using Mach;", StringComparison.Ordinal)) ? [_library] : Array.Empty<MetadataReference>(), .. more],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable, checkOverflow: true));

    public static GeneratorDriver Driver() => CSharpGeneratorDriver.Create(
        [
            new TrapTableGenerator().AsSourceGenerator(), new MigInterfaceGenerator().AsSourceGenerator(), new RawFunctionsGenerator().AsSourceGenerator(),
            new MachMessageGenerator().AsSourceGenerator(), new TrapSwitchGenerator().AsSourceGenerator(),
        ],
        parseOptions: _parse,
        driverOptions: new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>What the generators complain about.</summary>
    public static IReadOnlyList<Diagnostic> Complaints(params string[] sources)
    {
        Driver().RunGeneratorsAndUpdateCompilation(Compile(sources), out _, out var diagnostics, TestContext.Current.CancellationToken);
        return [.. diagnostics.OrderBy(d => d.Location.SourceSpan.Start)];
    }

    /// <summary>The generated files by name.</summary>
    public static IReadOnlyDictionary<string, string> Emitted(params string[] sources)
    {
        var result = Driver().RunGenerators(Compile(sources), TestContext.Current.CancellationToken).GetRunResult();
        Assert.Empty(result.Diagnostics);
        return result.Results.SelectMany(r => r.GeneratedSources).ToDictionary(s => s.HintName, s => s.SourceText.ToString());
    }

    /// <summary>Everything that the compiler and the generators say about source with its generated files.</summary>
    public static IReadOnlyList<Diagnostic> Warnings(params string[] sources)
    {
        Driver().RunGeneratorsAndUpdateCompilation(Compile(sources), out var complete, out var diagnostics, TestContext.Current.CancellationToken);
        return [.. diagnostics, .. complete.GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Severity >= DiagnosticSeverity.Warning && d.Id != "CS8981")];
    }

    /// <summary>Compiles and loads source with its generated files.</summary>
    public static System.Reflection.Assembly Load(params string[] sources)
    {
        using var image = new MemoryStream(Image(sources, []));
        return new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(image);
    }

    public static byte[] Image(string[] sources, MetadataReference[] more)
    {
        Driver().RunGeneratorsAndUpdateCompilation(Compile(sources, more), out var complete, out var diagnostics, TestContext.Current.CancellationToken);
        Assert.Empty(diagnostics);
        using var image = new MemoryStream();
        var result = complete.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)));
        return image.ToArray();
    }

    private static string Usings()
    {
        var text = new StringBuilder("global using System;\nglobal using System.Collections.Generic;\n");
        foreach (var item in XDocument.Load(Path.Combine(Facts.Root, "src/Mach.Abi/build/Mach.Abi.props")).Descendants("Using"))
        {
            var kind = (string?)item.Attribute("Static") == "true" ? "static " : item.Attribute("Alias") is { } alias ? alias.Value + " = " : "";
            text.Append("global using ").Append(kind).Append((string)item.Attribute("Include")!).Append(";\n");
        }
        return text.ToString();
    }
}
