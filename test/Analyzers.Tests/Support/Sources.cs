using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Mach.Analyzers.Tests;

/// <summary>Compiles snippets as a project that uses the library, and asks the analyzers.</summary>
internal static class Sources
{
    public static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
        [.. typeof(BodyAnalyzer).Assembly.GetTypes().Where(t => !t.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(t)).Select(t => (DiagnosticAnalyzer)Activator.CreateInstance(t)!)];

    public static readonly ImmutableArray<MetadataReference> References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("xunit", StringComparison.Ordinal) && !Path.GetFileName(path).StartsWith("Mach.Analyzers", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path))];

    public static readonly string Usings = ReadUsings();

    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", ".."));

    public static CSharpCompilationOptions Options { get; } =
        new(OutputKind.ConsoleApplication, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable);

    /// <summary>The statements of a body, as a method of a class that has what bodies need.</summary>
    public static string Body(string statements, string signature = "static void Run") => $$"""
        internal unsafe class Snippet
        {
            {{signature}}(ReceiveRight port, SendRight way, MessageBuilder builder, MachTimeout soon, bool flag, ReceivedMessage given)
            {
                {{statements}}
            }

            private static void Keep(object? any) { }
            private static SendRight? s_kept;
            private readonly object _gate = new();
            private static SendRight Find() => s_kept!;
            private static void Main() { }
        }
        """;

    /// <summary>What the analyzers say about a source, in order.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> FindAsync(string source)
    {
        var compilation = Compile(source);
        var errors = compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Severity == DiagnosticSeverity.Error);
        Assert.True(!errors.Any(), string.Join('\n', errors) + "\n" + source);
        var found = await compilation.WithAnalyzers(Analyzers).GetAllDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(found, d => d.Id == "AD0001");
        return [.. found.Where(d => d.Id.StartsWith("MACH", StringComparison.Ordinal)).OrderBy(d => d.Location.SourceSpan.Start)];
    }

    public static CSharpCompilation Compile(string source) => CSharpCompilation.Create(
        "Snippets", [Parse(Usings, "usings.cs"), Parse(source, "source.cs")], References, Options);

    private static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Latest), path, Encoding.UTF8);

    private static string ReadUsings()
    {
        var text = new StringBuilder("global using System;\nglobal using System.Collections.Generic;\nglobal using System.Linq;\nglobal using System.Threading;\nglobal using System.Threading.Tasks;\nglobal using Mach;\n");
        foreach (var item in XDocument.Load(Path.Combine(Path.GetDirectoryName(Here())!, "../../../src/Mach.Abi/build/Mach.Abi.props")).Descendants("Using"))
        {
            var kind = (string?)item.Attribute("Static") == "true" ? "static " : item.Attribute("Alias") is { } alias ? alias.Value + " = " : "";
            text.Append("global using ").Append(kind).Append((string)item.Attribute("Include")!).Append(";\n");
        }
        return text.ToString();
    }

    private static string Here([CallerFilePath] string file = "") => file;
}

/// <summary>A snippet in which what stands between « and » is complained about.</summary>
internal static class Marked
{
    public static async Task CheckAsync(string id, string marked)
    {
        var spans = new List<(int Start, int End)>();
        var text = new StringBuilder();
        foreach (var character in marked)
        {
            if (character == '«')
                spans.Add((text.Length, -1));
            else if (character == '»')
                spans[^1] = (spans[^1].Start, text.Length);
            else
                text.Append(character);
        }
        var found = await Sources.FindAsync(text.ToString());
        Assert.Equal(
            spans.Select(span => $"{id} {text.ToString()[span.Start..span.End]} @{span.Start}"),
            found.Select(d => $"{d.Id} {text.ToString()[d.Location.SourceSpan.Start..d.Location.SourceSpan.End]} @{d.Location.SourceSpan.Start}"));
        Assert.All(found, d => Assert.Equal($"{Analyzers.Rules.Page}#{id.ToLowerInvariant()}", d.Descriptor.HelpLinkUri));
    }
}
