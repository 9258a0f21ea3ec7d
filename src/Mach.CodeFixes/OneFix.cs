using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Mach.CodeFixes;

/// <summary>A fix that offers one change for one rule.</summary>
public abstract class OneFix(string id) : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; } = [id];

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            var node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            if (Change(root, node, model, context.CancellationToken) is not var (title, changed))
                continue;
            var document = context.Document.WithSyntaxRoot(changed);
            context.RegisterCodeFix(CodeAction.Create(title, _ => Task.FromResult(document), id), diagnostic);
        }
    }

    /// <summary>What is offered, and the file after it; null when nothing sensible can be.</summary>
    private protected abstract (string Title, SyntaxNode Root)? Change(SyntaxNode root, SyntaxNode node, SemanticModel model, CancellationToken cancellation);
}
