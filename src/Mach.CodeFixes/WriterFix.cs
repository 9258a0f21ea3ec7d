using System.Composition;
using Mach.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mach.CodeFixes;

/// <summary>MACH008: the writer is passed by <c>ref</c>, to a method of the same file.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class WriterFix() : OneFix(Rules.WriterCopied.Id)
{
    private protected override (string Title, SyntaxNode Root)? Change(SyntaxNode root, SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        if (node.FirstAncestorOrSelf<ArgumentSyntax>() is not { RefKindKeyword.RawKind: 0, Parent: ArgumentListSyntax { Parent: { } call } list } argument)
            return null;
        if (model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol { ReducedFrom: null } method || argument.NameColon is not null)
            return null;
        var index = list.Arguments.IndexOf(argument);
        if (index >= method.Parameters.Length || method.Parameters[index].DeclaringSyntaxReferences.Length != 1
            || method.Parameters[index].DeclaringSyntaxReferences[0].GetSyntax(cancellation) is not ParameterSyntax parameter || parameter.SyntaxTree != root.SyntaxTree || parameter.Modifiers.Count != 0)
            return null;
        var keyword = SyntaxFactory.Token(SyntaxKind.RefKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        var changed = root.ReplaceNodes(
            new SyntaxNode[] { argument, parameter },
            (_, each) => each switch
            {
                ArgumentSyntax passed => passed.WithoutLeadingTrivia().WithRefKindKeyword(keyword.WithLeadingTrivia(passed.GetLeadingTrivia())),
                ParameterSyntax taken => taken.WithoutLeadingTrivia().WithModifiers(SyntaxFactory.TokenList(keyword.WithLeadingTrivia(taken.GetLeadingTrivia()))),
                _ => each,
            });
        return ("Pass it by 'ref'", changed);
    }
}
