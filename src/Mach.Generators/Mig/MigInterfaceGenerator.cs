using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mach.Generators;

/// <summary>
/// From a <c>[MigSubsystem]</c> interface: the routine table with ids and layouts, the client, the functions in C's form, the
/// server skeleton, the catalogue rows.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class MigInterfaceGenerator : IIncrementalGenerator
{
    /// <summary>The step whose output is the model alone: unchanged input leaves it cached.</summary>
    public const string ModelStep = "Mig.Model";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var parsed = context.SyntaxProvider.ForAttributeWithMetadataName(
            "Mach.Abi.MigSubsystemAttribute",
            static (node, _) => node is InterfaceDeclarationSyntax,
            static (c, _) => MigReader.Read((INamedTypeSymbol)c.TargetSymbol, c.SemanticModel.Compilation));
        context.RegisterSourceOutput(parsed.Select(static (p, _) => p.Complaints), static (c, complaints) =>
        {
            foreach (var complaint in complaints)
                c.ReportDiagnostic(complaint.ToDiagnostic());
        });
        var models = parsed.Select(static (p, _) => p.Model).WithTrackingName(ModelStep);
        var hasRights = context.CompilationProvider.Select(static (c, _) => MigOutputs.HasRights(c));
        context.RegisterSourceOutput(models.Combine(hasRights), static (c, pair) =>
        {
            if (pair.Left is { } subsystem)
                MigOutputs.Add(c, subsystem, pair.Right);
        });
    }
}
