using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Mach.Generators;

/// <summary>From a <c>[MachMessage]</c> type: how it is written, how it is read, and the calls that send it and await its reply.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class MachMessageGenerator : IIncrementalGenerator
{
    /// <summary>The step whose output is the model alone: unchanged input leaves it cached.</summary>
    public const string ModelStep = "Typed.Model";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var parsed = context.SyntaxProvider.ForAttributeWithMetadataName(
            "Mach.MachMessageAttribute",
            static (node, _) => node is TypeDeclarationSyntax,
            static (c, _) => TypedMessageReader.Read((INamedTypeSymbol)c.TargetSymbol, c.SemanticModel.Compilation));
        context.RegisterSourceOutput(parsed.Select(static (p, _) => p.Complaints), static (c, complaints) =>
        {
            foreach (var complaint in complaints)
                c.ReportDiagnostic(complaint.ToDiagnostic());
        });
        var models = parsed.Select(static (p, _) => p.Model).WithTrackingName(ModelStep);
        context.RegisterSourceOutput(models, static (c, message) =>
        {
            if (message is not null)
                c.AddSource($"{message.Shape.FullName}.Message.g.cs", SourceText.From(TypedMessageEmitter.Emit(message), Encoding.UTF8));
        });
    }
}
