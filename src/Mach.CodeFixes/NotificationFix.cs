using System.Composition;
using Mach.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Mach.CodeFixes;

/// <summary>MACH006: the notification is taken out of the message, which only the kernel's own are.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class NotificationFix() : OneFix(Rules.BareNotification.Id)
{
    private static readonly Dictionary<string, string> _records = new(StringComparer.Ordinal)
    {
        ["MACH_NOTIFY_PORT_DELETED"] = "PortDeletedNotification",
        ["MACH_NOTIFY_SEND_POSSIBLE"] = "SendPossibleNotification",
        ["MACH_NOTIFY_PORT_DESTROYED"] = "PortDestroyedNotification",
        ["MACH_NOTIFY_NO_SENDERS"] = "NoSendersNotification",
        ["MACH_NOTIFY_SEND_ONCE"] = "SendOnceNotification",
        ["MACH_NOTIFY_DEAD_NAME"] = "DeadNameNotification",
    };

    private protected override (string Title, SyntaxNode Root)? Change(SyntaxNode root, SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        var comparison = node.FirstAncestorOrSelf<BinaryExpressionSyntax>();
        if (comparison is not { RawKind: (int)SyntaxKind.EqualsExpression, Parent: IfStatementSyntax } || !_records.TryGetValue(LastName(node), out var record))
            return null;
        var id = comparison.Left.Span.Contains(node.Span) ? comparison.Right : comparison.Left;
        if (id is not MemberAccessExpressionSyntax { Expression: var message })
            return null;
        var taken = SyntaxFactory.ParseExpression(
            $"{message}.TryTakeNotification(out global::Mach.MachNotification? notification) && notification is global::Mach.{record}")
            .WithTriviaFrom(comparison).WithAdditionalAnnotations(Simplifier.Annotation);
        return ("Take the notification out of the message", root.ReplaceNode(comparison, taken));
    }

    private static string LastName(SyntaxNode node) => node is MemberAccessExpressionSyntax access ? access.Name.Identifier.ValueText : node.ToString();
}
