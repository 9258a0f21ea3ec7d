using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Mach.Generators;

/// <summary>What the names of C's types mean in C#, where the interface of a .defs file will stand.</summary>
internal sealed class TypeScope
{
    private readonly SemanticModel _model;
    private readonly int _position;
    private readonly string? _namespace;
    private readonly Measure _measure;
    private readonly Dictionary<string, ValueType?> _known = new(StringComparer.Ordinal);

    public TypeScope(Compilation compilation, string? space, CSharpParseOptions options)
    {
        var text = space is null ? "class __Here { }" : $"namespace {space} {{ class __Here {{ }} }}";
        var tree = CSharpSyntaxTree.ParseText(text, options);
        var complete = compilation.AddSyntaxTrees(tree);
        _model = complete.GetSemanticModel(tree);
        _position = text.IndexOf("{ }", StringComparison.Ordinal) + 1;
        _namespace = space;
        _measure = new(complete);
    }

    /// <summary>The type with a name: an alias, a type of Mach.Abi, or one beside the interface. Null when there is none that can travel.</summary>
    public ValueType? Find(string name)
    {
        if (!_known.TryGetValue(name, out var value))
        {
            value = Symbol(name) is { } type ? ValueType.Of(type, name, _measure) : null;
            _known.Add(name, value);
        }
        return value;
    }

    /// <summary>The project itself declares a type of that name where the interface stands.</summary>
    public bool IsBeside(string name) =>
        _model.LookupNamespacesAndTypes(_position, name: name).OfType<INamedTypeSymbol>().Any(IsHere);

    private bool IsHere(INamedTypeSymbol type) =>
        (type.ContainingNamespace.IsGlobalNamespace ? null : type.ContainingNamespace.ToDisplayString()) == _namespace;

    private ITypeSymbol? Symbol(string name)
    {
        foreach (var symbol in _model.LookupNamespacesAndTypes(_position, name: name))
        {
            if (symbol is IAliasSymbol { Target: ITypeSymbol target })
                return target;
            if (symbol is INamedTypeSymbol { Arity: 0 } type && (IsHere(type) || type.ContainingNamespace?.ToDisplayString() == "Mach.Abi"))
                return type;
        }
        return null;
    }
}
