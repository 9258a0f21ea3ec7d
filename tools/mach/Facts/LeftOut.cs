using System.Text.RegularExpressions;

namespace Mach.Tool.Facts;

/// <summary>What the headers have and Mach.Abi has not, or has otherwise: one reason a line. A star in a name stands for anything.</summary>
internal sealed class LeftOut
{
    private readonly List<Entry> _missing = [];
    private readonly List<Entry> _otherwise = [];
    private readonly List<Entry> _notExported = [];

    public LeftOut(string file)
    {
        var list = _missing;
        foreach (var line in File.ReadLines(file))
        {
            if (line.StartsWith('#'))
                list = line.Contains("of another type", StringComparison.Ordinal) ? _otherwise : line.Contains("does not export", StringComparison.Ordinal) ? _notExported : _missing;
            if (line.Length == 0 || line[0] == '#')
                continue;
            var parts = line.Split(' ', 2, StringSplitOptions.TrimEntries);
            list.Add(new Entry(parts[0], parts[1]));
        }
    }

    /// <summary>Lines that nothing asked for: what they name is there as C has it, or nowhere.</summary>
    public IEnumerable<string> Idle => _missing.Concat(_otherwise).Concat(_notExported).Where(entry => !entry.Used).Select(entry => entry.Text);

    /// <summary>True when a name, or the whole header, is left out.</summary>
    public bool Has(string name, string header) => _missing.Exists(entry => entry.Fits(name) || entry.Fits(header));

    /// <summary>The type that a name has here instead of C's, as the reason's first word.</summary>
    public string? OtherType(string name) => _otherwise.Find(entry => entry.Fits(name))?.Reason.Split(':')[0];

    /// <summary>True when the system libraries have no function of the name to call.</summary>
    public bool IsNotExported(string name) => _notExported.Exists(entry => entry.Fits(name));

    private sealed class Entry(string text, string reason)
    {
        private readonly Regex _pattern = new(
            "^" + Regex.Escape(text).Replace("\\*", ".*", StringComparison.Ordinal) + "$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

        public string Text => text;

        public string Reason => reason;

        public bool Used { get; private set; }

        public bool Fits(string name)
        {
            var fits = _pattern.IsMatch(name);
            Used |= fits;
            return fits;
        }
    }
}
