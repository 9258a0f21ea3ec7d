namespace Mach.Generators;

internal enum IpcKind
{
    /// <summary>A number or bytes.</summary>
    Value,

    /// <summary>A right.</summary>
    Port,

    /// <summary>A string of C.</summary>
    CString,
}

/// <summary>What a <c>MACH_MSG_TYPE_…</c> stands for.</summary>
/// <param name="Kind">What travels.</param>
/// <param name="Bits">Its size; 0 when it must be said.</param>
/// <param name="Sent">The disposition of a right as its sender gives it; 0 when the sender chooses.</param>
/// <param name="Received">The disposition of a right as it arrives; 0 when any may.</param>
/// <param name="CSharp">The C# type of a value of that size.</param>
internal sealed record IpcType(IpcKind Kind, int Bits, int Sent, int Received, string CSharp)
{
    private static readonly Dictionary<string, IpcType> _named = new(StringComparer.Ordinal)
    {
        ["UNSTRUCTURED"] = Number(0, "byte"),
        ["BIT"] = Number(1, "byte"),
        ["BOOLEAN"] = Number(32, "int"),
        ["INTEGER_8"] = Number(8, "sbyte"),
        ["INTEGER_16"] = Number(16, "short"),
        ["INTEGER_32"] = Number(32, "int"),
        ["INTEGER_64"] = Number(64, "long"),
        ["CHAR"] = Number(8, "byte"),
        ["BYTE"] = Number(8, "byte"),
        ["REAL"] = Number(32, "float"),
        ["REAL_32"] = Number(32, "float"),
        ["REAL_64"] = Number(64, "double"),
        ["STRING"] = new(IpcKind.CString, 0, 0, 0, "byte"),
        ["STRING_C"] = new(IpcKind.CString, 0, 0, 0, "byte"),
        ["PORT_NAME"] = Number(32, "uint"),
        ["MOVE_RECEIVE"] = Right(16, 16),
        ["PORT_RECEIVE"] = Right(16, 16),
        ["MOVE_SEND"] = Right(17, 17),
        ["PORT_SEND"] = Right(17, 17),
        ["MOVE_SEND_ONCE"] = Right(18, 18),
        ["PORT_SEND_ONCE"] = Right(18, 18),
        ["COPY_SEND"] = Right(19, 17),
        ["MAKE_SEND"] = Right(20, 17),
        ["MAKE_SEND_ONCE"] = Right(21, 18),
        ["POLYMORPHIC"] = Right(0, 0),
    };

    /// <summary>The type with a name, which <c>polymorphic</c> is too; null when there is none.</summary>
    public static IpcType? Named(string name)
    {
        const string Prefix = "MACH_MSG_TYPE_";
        if (string.Equals(name, "polymorphic", StringComparison.OrdinalIgnoreCase))
            return _named["POLYMORPHIC"];
        return name.StartsWith(Prefix, StringComparison.Ordinal) && _named.TryGetValue(name.Substring(Prefix.Length), out var type) ? type : null;
    }

    private static IpcType Number(int bits, string csharp) => new(IpcKind.Value, bits, 0, 0, csharp);

    private static IpcType Right(int sent, int received) => new(IpcKind.Port, 32, sent, received, "uint");
}
