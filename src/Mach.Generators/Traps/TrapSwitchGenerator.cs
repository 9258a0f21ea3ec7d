using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Mach.Generators;

/// <summary>A class that gets the switch of a trap table.</summary>
internal sealed record TrapSwitchModel(Shape Shape, EquatableArray<TrapModel> Traps);

/// <summary>Gives a <c>[TrapSwitch]</c> class the switch from a trap's number to a function of a system library.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class TrapSwitchGenerator : IIncrementalGenerator
{
    /// <summary>The step whose output is the model alone: unchanged input leaves it cached.</summary>
    public const string ModelStep = "TrapSwitch.Model";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var parsed = context.SyntaxProvider.ForAttributeWithMetadataName(
            "Mach.Abi.TrapSwitchAttribute",
            static (node, _) => node is ClassDeclarationSyntax,
            static (c, _) => Read((INamedTypeSymbol)c.TargetSymbol, c.Attributes[0], c.SemanticModel.Compilation));
        context.RegisterSourceOutput(parsed.Select(static (p, _) => p.Complaints), static (c, complaints) =>
        {
            foreach (var complaint in complaints)
                c.ReportDiagnostic(complaint.ToDiagnostic());
        });
        var models = parsed.Select(static (p, _) => p.Model).WithTrackingName(ModelStep);
        context.RegisterSourceOutput(models, static (c, model) =>
        {
            if (model is not null)
                c.AddSource($"{model.Shape.FullName}.Switch.g.cs", SourceText.From(TrapSwitchEmitter.Emit(model), Encoding.UTF8));
        });
    }

    private static Parsed<TrapSwitchModel> Read(INamedTypeSymbol type, AttributeData attribute, Compilation compilation)
    {
        var complaints = new Complaints();
        var shape = type is { IsStatic: true, Arity: 0, ContainingType: null } && Shape.IsPartial(type) ? Shape.Of(type, complaints) : null;
        if (shape is null)
            complaints.Add(Diagnostics.NotStaticPartial, type, type.Name);
        var table = attribute.ConstructorArguments is [{ Value: INamedTypeSymbol given }] ? given : null;
        if (table?.Has("TrapTableAttribute") != true)
            complaints.Add(Diagnostics.Contradiction, type, type.Name, $"'{table?.ToDisplayString() ?? "null"}' is no [TrapTable]");
        // What is wrong with the table itself is said where it is declared.
        var model = complaints.Any ? null : TrapTableReader.Read(table!, compilation).Model;
        return new(model is null ? null : new TrapSwitchModel(shape!, model.Traps), complaints.ToEquatable());
    }
}
