namespace Mach.Kernel;

/// <summary>The value of each attribute key; a key without a value has none. Equal by content.</summary>
internal sealed class VoucherValues : IEquatable<VoucherValues>
{
    private const int Keys = (int)MACH_VOUCHER_ATTR_KEY_NUM_WELL_KNOWN;

    private readonly VoucherValue?[] _values;      // by key less 1; written only while it is being built

    internal VoucherValues() => _values = new VoucherValue?[Keys];

    /// <summary>The same values but for one.</summary>
    internal VoucherValues(VoucherValues from, uint key, VoucherValue? value)
    {
        _values = [.. from._values];
        this[key] = value;
    }

    internal static bool IsKey(uint key) => key is > 0 and <= (uint)Keys;

    /// <summary>The value of a well-known key; null when it has none.</summary>
    internal VoucherValue? this[uint key]
    {
        get => _values[key - 1];
        set => _values[key - 1] = value;
    }

    public bool Equals(VoucherValues? other) => other is not null && _values.AsSpan().SequenceEqual(other._values);

    public override bool Equals(object? obj) => obj is VoucherValues other && Equals(other);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var value in _values)
            hash.Add(value);
        return hash.ToHashCode();
    }
}
