using System.Text.RegularExpressions;

namespace Mach.Tool.Rules;

/// <summary>One rule of the specification, as docs/rules states it.</summary>
/// <param name="Id">Its id: <c>R-NS-5</c>.</param>
/// <param name="List">The list it is in: the name of a file of docs/rules.</param>
/// <param name="Section">The number or letter of its section in that list.</param>
/// <param name="Title">The section's title.</param>
/// <param name="Statement">What must hold, in one line.</param>
internal sealed partial record Rule(string Id, string List, string Section, string Title, string Statement)
{
    /// <summary>The letters of the id: NS of <c>R-NS-5</c>.</summary>
    public string Family => Id[2..Id.LastIndexOf('-')];

    /// <summary>The form of an id.</summary>
    [GeneratedRegex("^R-[A-Z0-9]+(-[A-Z0-9]+)*-[0-9]+[a-z]?$")]
    public static partial Regex IdForm { get; }

    /// <summary>True when a person who types <paramref name="text"/> means this rule: its section, its list's name, its family or its id.</summary>
    public bool IsMeantBy(string text) =>
        text.Equals(Section, StringComparison.OrdinalIgnoreCase)
        || Section.StartsWith(text + ".", StringComparison.OrdinalIgnoreCase)
        || text.Equals(List, StringComparison.OrdinalIgnoreCase)
        || text.Equals(Family, StringComparison.OrdinalIgnoreCase)
        || text.Equals("R-" + Family, StringComparison.OrdinalIgnoreCase)
        || text.Equals(Id, StringComparison.OrdinalIgnoreCase);
}
