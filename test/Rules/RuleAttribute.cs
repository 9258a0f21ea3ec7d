using Xunit.v3;

namespace Mach.Testing;

/// <summary>Names the rules of the specification that a test proves: <c>[Rule("R-NS-5")]</c>.</summary>
/// <remarks>
/// The ids are those of docs/rules. A test proves a rule only if it fails when the rule is broken. On a class the tag holds
/// for each of its tests. <c>./mach rules</c> counts the tags in the results of the last test run.
/// </remarks>
/// <param name="ids">Ids as written in docs/rules, without a range or a list inside one string.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class RuleAttribute(params string[] ids) : Attribute, ITraitAttribute
{
    /// <summary>The name of the trait in result files.</summary>
    public const string Trait = "Rule";

    /// <summary>The rules.</summary>
    public IReadOnlyList<string> Ids { get; } = ids;

    /// <inheritdoc/>
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() =>
        [.. Ids.Select(id => KeyValuePair.Create(Trait, id))];
}
