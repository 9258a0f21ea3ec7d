using System.Text;

namespace Mach.Generators;

/// <summary>The type files that every .defs file may include: they lie in this assembly.</summary>
internal static class StandardFiles
{
    /// <summary>What paths of these files begin with.</summary>
    public const string Root = "<standard>/";

    private static readonly Dictionary<string, string> _aliases = new(StringComparer.Ordinal)
    {
        ["mach/arm/machine_types.defs"] = "mach/machine/machine_types.defs",
        ["mach/i386/machine_types.defs"] = "mach/machine/machine_types.defs",
        ["mach/arm/thread_state.h"] = "mach/machine/thread_state.h",
        ["mach/i386/thread_state.h"] = "mach/machine/thread_state.h",
        ["mach/vm_types.defs"] = "mach/machine/machine_types.defs",
    };

    /// <summary>The file that <c>#include</c> names; null when it is no standard one.</summary>
    public static DefsSource? Find(string name)
    {
        if (_aliases.TryGetValue(name, out var other))
            name = other;
        using var stream = typeof(StandardFiles).Assembly.GetManifestResourceStream("Std/" + name);
        if (stream is null)
            return null;
        using var reader = new System.IO.StreamReader(stream, Encoding.UTF8);
        return new(Root + name, reader.ReadToEnd());
    }
}
