using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Mach.Generators;

/// <summary>Where a diagnostic points, without holding the syntax tree.</summary>
internal sealed record Place(string Path, TextSpan Span, LinePositionSpan Lines)
{
    public Location ToLocation() => Location.Create(Path, Span, Lines);

    public static Place? Of(ISymbol symbol)
    {
        foreach (var location in symbol.Locations)
        {
            if (location.IsInSource)
                return new(location.SourceTree!.FilePath, location.SourceSpan, location.GetLineSpan().Span);
        }
        return null;
    }
}

/// <summary>A diagnostic as a value.</summary>
internal sealed record DiagnosticInfo(DiagnosticDescriptor Descriptor, Place? Place, EquatableArray<string> Arguments)
{
    public Diagnostic ToDiagnostic() =>
        Diagnostic.Create(Descriptor, Place?.ToLocation() ?? Location.None, [.. Arguments]);
}

/// <summary>Collects what is wrong with one declaration.</summary>
internal sealed class Complaints
{
    private readonly List<DiagnosticInfo> _list = [];

    public bool Any => _list.Count != 0;

    public void Add(DiagnosticDescriptor descriptor, ISymbol at, params string[] arguments) =>
        _list.Add(new(descriptor, Place.Of(at), arguments.ToEquatable()));

    public EquatableArray<DiagnosticInfo> ToEquatable() => _list.ToEquatable();
}

/// <summary>What was read from a declaration: a model when nothing was wrong.</summary>
internal sealed record Parsed<T>(T? Model, EquatableArray<DiagnosticInfo> Complaints)
    where T : class;
