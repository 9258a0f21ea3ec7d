namespace Mach.Kernel;

/// <summary>The value of each attribute key, as opaque bytes; a key without a value has none. Equal by content.</summary>
internal sealed class VoucherValues : IEquatable<VoucherValues>
{
    private const int Keys = (int)MACH_VOUCHER_ATTR_KEY_NUM_WELL_KNOWN;

    private readonly byte[]?[] _values = new byte[Keys][];      // by key less 1; written only while it is being built

    internal static bool IsKey(uint key) => key is > 0 and <= (uint)Keys;

    /// <summary>The value of a well-known key; null when it has none.</summary>
    internal byte[]? this[uint key]
    {
        get => _values[key - 1];
        set => _values[key - 1] = value is { Length: > 0 } ? value : null;
    }

    public bool Equals(VoucherValues? other)
    {
        if (other is null)
            return false;
        for (var index = 0; index < Keys; index++)
        {
            if (!Same(_values[index], other._values[index]))
                return false;
        }
        return true;
    }

    public override bool Equals(object? obj) => obj is VoucherValues other && Equals(other);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var value in _values)
        {
            hash.Add(value?.Length ?? 0);
            hash.AddBytes(value);
        }
        return hash.ToHashCode();
    }

    internal static bool Same(byte[]? one, byte[]? other) => one.AsSpan().SequenceEqual(other);
}
