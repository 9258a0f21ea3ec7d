using Microsoft.CodeAnalysis;

namespace Mach.Generators;

/// <summary>Collects what is wrong with a .defs file. After a hundred complaints nobody reads on: the rest is dropped.</summary>
internal sealed class DefsComplaints
{
    private const int Most = 100;

    private readonly List<DiagnosticInfo> _list = [];

    public int Count => _list.Count;

    /// <summary>Something is wrong, not merely worth a word.</summary>
    public bool Any => _list.Exists(d => d.Descriptor.DefaultSeverity == DiagnosticSeverity.Error);

    public bool IsFull => _list.Count >= Most;

    public void Add(DiagnosticDescriptor descriptor, DefsPlace place, params string[] arguments)
    {
        if (!IsFull)
            _list.Add(new(descriptor, place.ToPlace(), arguments.ToEquatable()));
    }

    public EquatableArray<DiagnosticInfo> ToEquatable() => _list.ToEquatable();
}
