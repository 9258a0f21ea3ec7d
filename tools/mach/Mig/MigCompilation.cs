using System.Text;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Mach.Tool.Mig;

/// <summary>A compilation in which the names of C's types mean what they do in a project that references Mach.</summary>
internal static class MigCompilation
{
    public static CSharpCompilation Create(Repository repository, params string[] sources)
    {
        var options = new CSharpParseOptions(LanguageVersion.Latest);
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "Mach.dll" or "Mach.Abi.dll" or "Mach.RawPort.dll" or "netstandard.dll"))
            .Select(path => MetadataReference.CreateFromFile(path));
        return CSharpCompilation.Create(
            "mig",
            [CSharpSyntaxTree.ParseText(Usings(repository), options), .. sources.Select(path => CSharpSyntaxTree.ParseText(MigFiles.Read(path), options, path))],
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
    }

    /// <summary>The using directives that the package brings along.</summary>
    private static string Usings(Repository repository)
    {
        var text = new StringBuilder("global using System;\nglobal using Mach;\n");
        foreach (var item in XDocument.Load(repository.At("src/Mach.Abi/build/Mach.Abi.props")).Descendants("Using"))
        {
            var kind = (string?)item.Attribute("Static") == "true" ? "static " : item.Attribute("Alias") is { } alias ? alias.Value + " = " : "";
            text.Append("global using ").Append(kind).Append((string)item.Attribute("Include")!).Append(";\n");
        }

        return text.ToString();
    }
}
