using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Mach.Analyzers.Tests;

/// <summary>Applies the fix that is offered for a complaint.</summary>
internal static class Fixed
{
    /// <summary>The source after the fix of its first complaint, or null when none is offered.</summary>
    public static async Task<string?> ApplyAsync(CodeFixProvider fix, string source)
    {
        using var workspace = new AdhocWorkspace();
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Snippets", "Snippets", LanguageNames.CSharp,
            compilationOptions: Sources.Options, parseOptions: new CSharpParseOptions(LanguageVersion.Latest), metadataReferences: Sources.References));
        workspace.AddDocument(project.Id, "usings.cs", SourceText.From(Sources.Usings));
        var document = workspace.AddDocument(project.Id, "source.cs", SourceText.From(source));
        var cancellation = TestContext.Current.CancellationToken;
        var compilation = (await document.Project.GetCompilationAsync(cancellation))!;
        var found = await compilation.WithAnalyzers(Sources.Analyzers).GetAnalyzerDiagnosticsAsync(cancellation);
        var complaint = found.Where(d => fix.FixableDiagnosticIds.Contains(d.Id)).OrderBy(d => d.Location.SourceSpan.Start).First();

        CodeAction? offered = null;
        await fix.RegisterCodeFixesAsync(new CodeFixContext(document, complaint, (action, _) => offered ??= action, cancellation));
        if (offered is null)
            return null;
        var operation = Assert.Single((await offered.GetOperationsAsync(cancellation)).OfType<ApplyChangesOperation>());
        var changed = operation.ChangedSolution.GetDocument(document.Id)!;
        var text = (await changed.GetTextAsync(cancellation)).ToString();
        var errors = (await changed.Project.GetCompilationAsync(cancellation))!.GetDiagnostics(cancellation).Where(d => d.Severity == DiagnosticSeverity.Error);
        Assert.True(!errors.Any(), string.Join('\n', errors) + "\n" + text);
        return text;
    }

    /// <summary>Applies the fix to a body and compares. Afterwards the rule has nothing to say.</summary>
    public static async Task CheckAsync(CodeFixProvider fix, string before, string after, string signature = "static void Run")
    {
        var expected = Sources.Body(after, signature).Replace("unsafe ", "", StringComparison.Ordinal);
        var text = await ApplyAsync(fix, Sources.Body(before, signature).Replace("unsafe ", "", StringComparison.Ordinal));
        Assert.Equal(expected, text);
        Assert.DoesNotContain(await Sources.FindAsync(text!), d => fix.FixableDiagnosticIds.Contains(d.Id));
    }
}
