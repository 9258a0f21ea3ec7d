using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Mach.Generators;

/// <summary>
/// From a <c>[TrapTable]</c> interface: numbers and names, the client, the handlers' base, the dispatcher with its entries
/// from both register states, the catalogue rows.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class TrapTableGenerator : IIncrementalGenerator
{
    /// <summary>The step whose output is the model alone: unchanged input leaves it cached.</summary>
    public const string ModelStep = "TrapTable.Model";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var parsed = context.SyntaxProvider.ForAttributeWithMetadataName(
            "Mach.Abi.TrapTableAttribute",
            static (node, _) => node is InterfaceDeclarationSyntax,
            static (c, _) => TrapTableReader.Read((INamedTypeSymbol)c.TargetSymbol, c.SemanticModel.Compilation));
        context.RegisterSourceOutput(parsed.Select(static (p, _) => p.Complaints), static (c, complaints) =>
        {
            foreach (var complaint in complaints)
                c.ReportDiagnostic(complaint.ToDiagnostic());
        });
        var models = parsed.Select(static (p, _) => p.Model).WithTrackingName(ModelStep);
        context.RegisterSourceOutput(models, static (c, table) =>
        {
            if (table is null)
                return;
            Add(c, table, "Numbers", TrapNumbersEmitter.Emit(table));
            Add(c, table, "Client", TrapClientEmitter.Emit(table));
            Add(c, table, "Handlers", TrapHandlersEmitter.Emit(table));
            Add(c, table, "Dispatcher", TrapDispatcherEmitter.Emit(table));
            Add(c, table, "Catalogue", TrapCatalogueEmitter.Emit(table));
        });
    }

    private static void Add(SourceProductionContext context, TrapTableModel table, string output, string text) =>
        context.AddSource($"{table.Shape.FullName}.{output}.g.cs", SourceText.From(text, Encoding.UTF8));
}
