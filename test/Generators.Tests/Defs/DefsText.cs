namespace Mach.Generators.Tests;

/// <summary>Compiles the text of a .defs file.</summary>
internal static class DefsText
{
    private static readonly Microsoft.CodeAnalysis.CSharp.CSharpCompilation _compilation = Roslyn.Compile();

    public static MigOutput Compile(string text, IReadOnlyDictionary<string, string>? files = null, params string[] defines) =>
        MigTool.Compile(
            new("test.defs", text, _compilation)
            {
                Defines = defines,
                Include = (name, _, _) => files is not null && files.TryGetValue(name, out var found) ? (name, found) : null,
            },
            TestContext.Current.CancellationToken);

    /// <summary>Compiles what must be right.</summary>
    public static MigOutput Right(string text, IReadOnlyDictionary<string, string>? files = null, params string[] defines)
    {
        var output = Compile(text, files, defines);
        Assert.Empty(output.Diagnostics.Select(d => $"{d.Location.GetLineSpan().StartLinePosition}: {d.GetMessage(null)}"));
        return output;
    }

    /// <summary>A subsystem of one routine with these arguments behind its port, and declarations before it.</summary>
    public static string Routine(string arguments, string declarations = "") =>
        $"subsystem test 1000;\n#include <mach/std_types.defs>\n{declarations}\nroutine f(port : mach_port_t{(arguments.Length == 0 ? "" : "; " + arguments)});\n";

    /// <summary>The fields of the messages of a listing, by the routine's number: offset, size, type and name.</summary>
    public static Dictionary<int, (List<Listed> Request, List<Listed> Reply)> Messages(string layout)
    {
        var messages = new Dictionary<int, (List<Listed> Request, List<Listed> Reply)>();
        var (request, reply) = (new List<Listed>(), new List<Listed>());
        var current = request;
        foreach (var line in layout.Split('\n'))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (line.StartsWith("    ", StringComparison.Ordinal))
                current.Add(new(int.Parse(words[0], null), int.Parse(words[1], null), string.Join(' ', words[2..^1]), words[^1]));
            else if (line.StartsWith("  request", StringComparison.Ordinal))
                current = request;
            else if (line.StartsWith("  reply", StringComparison.Ordinal))
                current = reply;
            else if (words.Length != 0 && char.IsDigit(line[0]))
                messages.Add(int.Parse(words[0], null), (request = [], reply = []));
        }
        return messages;
    }
}

/// <summary>A field of a listing.</summary>
internal sealed record Listed(int Offset, int Size, string Type, string Name);
