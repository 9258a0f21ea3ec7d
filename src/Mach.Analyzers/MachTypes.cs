using Microsoft.CodeAnalysis;

namespace Mach.Analyzers;

/// <summary>The types of Mach that a compilation knows.</summary>
internal sealed class MachTypes
{
    private readonly INamedTypeSymbol _right;
    private readonly INamedTypeSymbol? _buffer;
    private readonly INamedTypeSymbol? _notification;
    private readonly INamedTypeSymbol? _writer;

    private MachTypes(Compilation compilation, INamedTypeSymbol right)
    {
        _right = right;
        Message = compilation.GetTypeByMetadataName("Mach.ReceivedMessage");
        _buffer = compilation.GetTypeByMetadataName("Mach.OolBuffer");
        _notification = compilation.GetTypeByMetadataName("Mach.MachNotification");
        _writer = compilation.GetTypeByMetadataName("Mach.Abi.MachMessageWriter");
        Timeout = compilation.GetTypeByMetadataName("Mach.MachTimeout");
    }

    public INamedTypeSymbol? Message { get; }

    public INamedTypeSymbol? Timeout { get; }

    /// <summary>Null where the library is not used.</summary>
    public static MachTypes? Of(Compilation compilation) =>
        compilation.GetTypeByMetadataName("Mach.MachRight") is { } right ? new(compilation, right) : null;

    /// <summary>A right, a received message, a region or a notification: what somebody must release.</summary>
    public bool IsOwned(ITypeSymbol? type) => type is not null && (IsMessage(type) || IsRight(type) || Same(type, _buffer) || Inherits(type, _notification));

    public bool IsRight(ITypeSymbol? type) => Inherits(type, _right);

    public bool IsMessage(ITypeSymbol? type) => Same(type, Message);

    public bool IsWriter(ITypeSymbol? type) => Same(type, _writer);

    public bool IsSendOnce(ITypeSymbol? type) => IsRight(type) && type!.Name == "SendOnceRight";

    /// <summary>Declared by the library or one on top of it, whose verbs tell ownership.</summary>
    public static bool IsOfMach(ISymbol symbol) =>
        symbol.ContainingAssembly?.Name is { } name && (name == "Mach" || name.StartsWith("Mach.", StringComparison.Ordinal))
        && symbol.ContainingNamespace?.ToDisplayString() is "Mach" or "Mach.Abi";

    private static bool Same(ITypeSymbol? type, INamedTypeSymbol? other) => other is not null && SymbolEqualityComparer.Default.Equals(type, other);

    private static bool Inherits(ITypeSymbol? type, INamedTypeSymbol? ancestor)
    {
        for (var each = ancestor is null ? null : type; each is not null; each = each.BaseType)
        {
            if (Same(each, ancestor))
                return true;
        }
        return false;
    }
}
