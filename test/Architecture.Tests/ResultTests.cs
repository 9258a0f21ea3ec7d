using Mach.Tool.Rules;
using Mach.Tool.Tests;
using TestResult = Mach.Tool.Tests.TestResult;

namespace Mach.Architecture;

/// <summary>What the tool makes of result files: nothing that failed may look as if it had passed.</summary>
public class ResultTests
{
    private const string File =
        """
        <assemblies>
          <assembly>
            <errors>
              <error type="fixture-cleanup" name="Fixture"><failure><message>could not end</message></failure></error>
            </errors>
            <collection>
              <test name="One.holds(text: \&quot;a\&quot;)" result="Pass"><traits><trait name="Rule" value="R-A-1" /><trait name="Rule" value="R-A-2" /></traits></test>
              <test name="One.breaks" result="Fail">
                <traits><trait name="Rule" value="R-A-2" /></traits>
                <failure><message>expected 1</message><stack-trace>   at One.breaks()
           at System.Reflection.MethodBaseInvoker.Invoke()</stack-trace></failure>
              </test>
              <test name="One.waits" result="Skip"><traits><trait name="Rule" value="R-A-3" /></traits><reason>not here</reason></test>
            </collection>
          </assembly>
        </assemblies>
        """;

    private static readonly Rule[] Rules = [.. Enumerable.Range(1, 4).Select(number => new Rule($"R-A-{number}", "list", "1", "Title", "It holds."))];

    [Fact]
    public void A_failure_outside_of_a_test_counts_as_a_failed_test()
    {
        var results = Read();
        Assert.Equal(4, results.Count);
        Assert.Equal(2, results.Count(result => result.Outcome == Outcome.Failed));
        Assert.Contains(results, result => result.Outcome == Outcome.Failed && result.Message == "could not end");
    }

    [Fact]
    public void Names_read_as_they_were_written_and_stacks_end_in_the_test()
    {
        var results = Read();
        Assert.Contains(results, result => result.Name == "One.holds(text: \"a\")");
        Assert.Equal("   at One.breaks()", results.Single(result => result.Name == "One.breaks").Stack);
        Assert.Equal("not here", results.Single(result => result.Outcome == Outcome.Skipped).Message);
    }

    [Fact]
    public void A_rule_is_covered_only_when_a_test_of_it_passed_and_none_failed()
    {
        var states = RuleCoverage.Join(Rules, Read()).Select(rule => rule.State);
        Assert.Equal([RuleState.Covered, RuleState.Failing, RuleState.Untested, RuleState.Untested], states);
    }

    [Fact]
    public void An_id_that_no_list_has_is_told() =>
        Assert.Equal(["R-A-2", "R-A-3"], RuleCoverage.Unknown(Rules[..1], Read()));

    [Theory]
    [InlineData("R-NS-5", "NS")]
    [InlineData("R-M2-1", "M2")]
    public void A_family_is_what_stands_between_R_and_the_number(string id, string family)
    {
        var rule = new Rule(id, "ports-and-messages", "14", "No-senders", "It holds.");
        Assert.Equal(family, rule.Family);
        foreach (var text in new[] { id, family, "R-" + family, "14", "ports-and-messages" })
            Assert.True(rule.IsMeantBy(text));
        Assert.False(rule.IsMeantBy("1"));
    }

    private static List<TestResult> Read()
    {
        var path = Path.Combine(Path.GetTempPath(), $"mach-results-{Guid.NewGuid():N}.xml");
        System.IO.File.WriteAllText(path, File);
        try
        {
            return [.. TestResult.Read("Project", path)];
        }
        finally
        {
            System.IO.File.Delete(path);
        }
    }
}
