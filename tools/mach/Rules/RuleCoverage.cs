using System.Text.Json.Serialization;
using Mach.Tool.Tests;

namespace Mach.Tool.Rules;

/// <summary>What the last test run says about a rule.</summary>
internal enum RuleState
{
    /// <summary>No test that ran names it.</summary>
    Untested,

    /// <summary>At least one test names it, and every one that ran passed.</summary>
    Covered,

    /// <summary>A test that names it failed.</summary>
    Failing,
}

/// <summary>A rule and its tests.</summary>
internal sealed record RuleCoverage(Rule Rule, [property: JsonIgnore] IReadOnlyList<TestResult> Tests)
{
    /// <summary>Whether the rule is proved.</summary>
    public RuleState State =>
        Tests.Any(test => test.Outcome == Outcome.Failed) ? RuleState.Failing
        : Tests.Any(test => test.Outcome == Outcome.Passed) ? RuleState.Covered
        : RuleState.Untested;

    /// <summary>Names of the tests that passed.</summary>
    public IEnumerable<string> Passed => Tests.Where(test => test.Outcome == Outcome.Passed).Select(test => test.Name);

    /// <summary>Names of the tests that failed.</summary>
    public IEnumerable<string> Failed => Tests.Where(test => test.Outcome == Outcome.Failed).Select(test => test.Name);

    /// <summary>Joins the rules with the tests that name them.</summary>
    public static IReadOnlyList<RuleCoverage> Join(IReadOnlyList<Rule> rules, IReadOnlyList<TestResult> tests)
    {
        var named = tests.SelectMany(test => test.Rules.Select(id => (id, test))).ToLookup(pair => pair.id, pair => pair.test, StringComparer.Ordinal);
        return [.. rules.Select(rule => new RuleCoverage(rule, [.. named[rule.Id]]))];
    }

    /// <summary>The ids that tests name and no list has.</summary>
    public static IReadOnlyList<string> Unknown(IReadOnlyList<Rule> rules, IReadOnlyList<TestResult> tests)
    {
        var known = rules.Select(rule => rule.Id).ToHashSet(StringComparer.Ordinal);
        return [.. tests.SelectMany(test => test.Rules).Where(id => !known.Contains(id)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }
}
