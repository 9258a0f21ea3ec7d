namespace Mach.Abi;

/// <summary>Every numbered entry that is declared: traps, and routines of kernel ports.</summary>
public static class Catalogue
{
    private static readonly Dictionary<(TrapFamily Family, int Number), CatalogueRow> _byNumber;

    static Catalogue()
    {
        Rows =
        [
            .. MachTrapCatalogue.Rows, .. MachHostRoutines.Rows, .. HostPrivRoutines.Rows, .. HostSecurityRoutines.Rows,
            .. ClockRoutines.Rows, .. ClockPrivRoutines.Rows, .. ProcessorRoutines.Rows, .. MachPortRoutines.Rows, .. MachTaskRoutines.Rows,
            .. ThreadActRoutines.Rows, .. VmMapRoutines.Rows, .. ProcessorSetRoutines.Rows, .. MachVmRoutines.Rows,
            .. MemoryEntryRoutines.Rows, .. MachVoucherRoutines.Rows, .. MachVoucherAttrControlRoutines.Rows, .. TaskRestartableRoutines.Rows,
            .. SemaphoreRoutines.Rows, .. MachEventlinkRoutines.Rows,
            .. IokitRoutines.Rows, .. UNDReplyRoutines.Rows, .. ArcadeRegisterRoutines.Rows,
        ];
        _byNumber = Rows.ToDictionary(row => (row.Family, row.Number));
    }

    /// <summary>The rows, family by family.</summary>
    public static IReadOnlyList<CatalogueRow> Rows { get; }

    /// <summary>The row of a number in its family; null when there is none. A number alone names nothing.</summary>
    public static CatalogueRow? Find(TrapFamily family, int number) => _byNumber.GetValueOrDefault((family, number));

    /// <summary>
    /// The rows that a name may mean: the kernel's or the library's name, whole or without <c>_kernelrpc_</c>, leading underscores
    /// and <c>_trap</c>, in upper or lower case.
    /// </summary>
    public static IEnumerable<CatalogueRow> Find(string name)
    {
        var bare = Bare(name);
        return Rows.Where(row => IsSame(Bare(row.Name), bare) || IsSame(Bare(row.Symbol), bare));
    }

    private static bool IsSame(string left, string right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);

    private static string Bare(string name)
    {
        const string prefix = "kernelrpc_", suffix = "_trap";
        name = name.TrimStart('_');
        if (name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            name = name[prefix.Length..];
        return name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase) ? name[..^suffix.Length] : name;
    }
}
