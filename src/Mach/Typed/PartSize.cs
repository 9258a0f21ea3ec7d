using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;

namespace Mach;

/// <summary>Sizes of the parts of a typed message, checked before anything is written. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PartSize
{
    /// <summary>Bytes of an array that travels with its count: the elements, padded to 4.</summary>
    /// <exception cref="ArgumentException">It is null or too long.</exception>
    public static int Counted<T>([NotNull] T[]? elements, int limit, string name)
        where T : unmanaged
    {
        Limit(elements, limit, name);
        return ((elements.Length * Unsafe.SizeOf<T>()) + 3) & ~3;
    }

    /// <summary>Checks an array that travels out of line.</summary>
    /// <exception cref="ArgumentException">It is null or too long.</exception>
    public static void Limit<T>([NotNull] T[]? elements, int limit, string name)
    {
        ArgumentNullException.ThrowIfNull(elements, name);
        if (elements.Length > limit)
            throw new ArgumentException($"{elements.Length} elements; the message carries {limit} at most.", name);
    }

    /// <summary>Checks an array of fixed length.</summary>
    /// <exception cref="ArgumentException">It is null or has another number of elements.</exception>
    public static void Exactly<T>([NotNull] T[]? elements, int count, string name)
    {
        ArgumentNullException.ThrowIfNull(elements, name);
        if (elements.Length != count)
            throw new ArgumentException($"{elements.Length} elements; the message carries {count}.", name);
    }

    /// <summary>Bytes of a text with its zero, padded to 4.</summary>
    /// <exception cref="ArgumentException">It is null, too long, or holds a zero.</exception>
    public static int Text([NotNull] string? text, int limit, string name)
    {
        ArgumentNullException.ThrowIfNull(text, name);
        if (text.Contains('\0', StringComparison.Ordinal))
            throw new ArgumentException("A text ends at its first zero: it cannot hold one.", name);
        int bytes = Encoding.UTF8.GetByteCount(text) + 1;
        if (bytes > limit)
            throw new ArgumentException($"The text has {bytes - 1} bytes and a zero; the message carries {limit} at most.", name);
        return (bytes + 3) & ~3;
    }

    /// <summary>Checks a region.</summary>
    /// <exception cref="ArgumentException">It is null or too long.</exception>
    public static void Region([NotNull] OolBuffer? region, int limit, string name)
    {
        ArgumentNullException.ThrowIfNull(region, name);
        Region(region.Length, limit, name);
    }

    /// <inheritdoc cref="Region(OolBuffer, int, string)"/>
    public static void Region([NotNull] OolVector? region, int limit, string name)
    {
        ArgumentNullException.ThrowIfNull(region, name);
        Region(region.Length, limit, name);
    }

    private static void Region(int length, int limit, string name)
    {
        if (length > limit)
            throw new ArgumentException($"{length} bytes; the message carries {limit} at most.", name);
    }

    /// <summary>Checks rights that must be there, one by one.</summary>
    /// <exception cref="ArgumentException">There is no array, it is too long, or one is null.</exception>
    public static void All<T>([NotNull] T?[]? rights, int limit, string name)
        where T : MachRight
    {
        Limit(rights, limit, name);
        if (Array.IndexOf(rights, null) >= 0)
            throw new ArgumentException("A right is null.", name);
    }
}
