using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Mach.Generators;

/// <summary>Gives a <c>[RawFunctions]</c> class the C functions of trap tables and subsystems.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class RawFunctionsGenerator : IIncrementalGenerator
{
    /// <summary>The step whose output is the model alone: unchanged input leaves it cached.</summary>
    public const string ModelStep = "Raw.Model";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var parsed = context.SyntaxProvider.ForAttributeWithMetadataName(
            "Mach.Abi.RawFunctionsAttribute",
            static (node, _) => node is ClassDeclarationSyntax,
            static (c, _) => RawFunctionsReader.Read((INamedTypeSymbol)c.TargetSymbol, c.Attributes[0], c.SemanticModel.Compilation));
        context.RegisterSourceOutput(parsed.Select(static (p, _) => p.Complaints), static (c, complaints) =>
        {
            foreach (var complaint in complaints)
                c.ReportDiagnostic(complaint.ToDiagnostic());
        });
        var models = parsed.Select(static (p, _) => p.Model).WithTrackingName(ModelStep);
        context.RegisterSourceOutput(models, static (c, model) =>
        {
            if (model is not null)
                c.AddSource($"{model.Shape.FullName}.Functions.g.cs", SourceText.From(RawFunctionsEmitter.Emit(model), Encoding.UTF8));
        });
    }
}
