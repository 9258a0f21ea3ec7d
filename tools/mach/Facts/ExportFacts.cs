namespace Mach.Tool.Facts;

/// <summary>Compares names of functions with what the system libraries export: what is not exported cannot be called by name.</summary>
internal sealed class ExportFacts(FactTables tables)
{
    public Comparison Compare()
    {
        var result = new Comparison("exports");
        var exported = tables.Exports.ToHashSet(StringComparer.Ordinal);
        foreach (var name in FunctionFacts.Names)
        {
            if (exported.Contains("_" + name))
                result.Add(name);
            else if (tables.LeftOut.IsNotExported(name))
                result.Missing(name, leftOut: true);
            else
                result.Add(name, "is exported by no system library");
        }

        return result;
    }
}
