using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Mach.Analyzers;

/// <summary>MACH004 and MACH007: ownership is claimed from a name that is lent, or that a call of C does not give away.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ClaimAnalyzer : BodyAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.ClaimedBorrowed, Rules.AdoptedName];

    private protected override void Analyze(Body body, MachTypes types, Action<Diagnostic> report)
    {
        foreach (var (_, operation) in All(body))
        {
            foreach (var argument in operation.DescendantsAndSelf().OfType<IArgumentOperation>())
            {
                if (argument.Parameter is not { } parameter || !Ownership.Has(parameter.GetAttributes(), "TakesOwnershipAttribute"))
                    continue;
                var claimer = argument.Parent is IInvocationOperation call ? call.TargetMethod.Name : parameter.ContainingSymbol.ContainingType.Name;
                if (Origin(argument.Value, body, 0) is var (lender, isNumber))
                    report(Diagnostic.Create(isNumber ? Rules.AdoptedName : Rules.ClaimedBorrowed, argument.Value.Syntax.GetLocation(), $"'{lender}'", claimer));
            }
        }
    }

    /// <summary>Who lends the name that the value is, and whether it comes as a number from C.</summary>
    private static (string Lender, bool IsNumber)? Origin(IOperation value, Body body, int depth)
    {
        value = Ownership.Bare(value);
        if (depth > 8)
            return null;
        if (Ownership.Lender(value) is { } lender)
            return (lender, IsNumber(value));
        return value switch
        {
            IObjectCreationOperation { Arguments.Length: 1 } creation when creation.Type?.Name == "RawMachPort" => Origin(creation.Arguments[0].Value, body, depth + 1),
            IPropertyReferenceOperation { Instance: { } instance, Property.Name: "Name" or "Port" } => Origin(instance, body, depth + 1),
            ILocalReferenceOperation local when !body.Shared.Contains(local.Local) => OfLocal(local.Local, body, depth),
            _ => null,
        };
    }

    // A local that is set in one place is what it was set to there.
    private static (string Lender, bool IsNumber)? OfLocal(ILocalSymbol local, Body body, int depth)
    {
        (string, bool)? origin = null;
        var sets = 0;
        foreach (var (_, operation) in All(body))
        {
            foreach (var part in operation.DescendantsAndSelf())
            {
                if (part is ISimpleAssignmentOperation assignment && Is(assignment.Target, local))
                {
                    // A name that only makes the variable begin with nothing is no other origin.
                    if (Ownership.Bare(assignment.Value).ConstantValue is { HasValue: true })
                        continue;
                    sets++;
                    origin = Origin(assignment.Value, body, depth + 1);
                }
                else if (part is IArgumentOperation { Parameter: { } parameter } argument && IsFilled(argument, local))
                {
                    sets++;
                    var method = (parameter.ContainingSymbol as IMethodSymbol)?.Name ?? parameter.Name;
                    origin = Ownership.Has(parameter.GetAttributes(), "ReturnsBorrowedAttribute") ? (method, true) : null;
                }
            }
        }
        return sets == 1 ? origin : null;
    }

    private static bool IsFilled(IArgumentOperation argument, ILocalSymbol local) =>
        argument.Parameter!.RefKind is RefKind.Out or RefKind.Ref
            ? Is(argument.Value, local)
            : Ownership.Bare(argument.Value) is IAddressOfOperation address && Is(address.Reference, local);

    private static bool Is(IOperation operation, ILocalSymbol local) =>
        SymbolEqualityComparer.Default.Equals(Variable.Referred(Ownership.Bare(operation)), local);

    private static bool IsNumber(IOperation value) => value.Type?.SpecialType == SpecialType.System_UInt32;
}
