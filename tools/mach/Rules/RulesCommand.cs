using System.CommandLine;
using System.Globalization;
using Mach.Tool.Tests;

namespace Mach.Tool.Rules;

/// <summary><c>mach rules</c>: which rules of the specification the last test run proved.</summary>
internal static class RulesCommand
{
    public static Command Create(Repository repository)
    {
        var section = new Option<string?>("--section") { Description = "Only this section (4, A.2), list (kernel-objects), family (NS) or rule (R-NS-5), with statements." };
        var uncovered = new Option<bool>("--uncovered") { Description = "Only rules that fail or have no test, with statements." };
        var json = new Option<bool>("--json") { Description = "Print for machines." };
        var command = new Command("rules", "Say which rules of the specification the last test run proved.") { section, uncovered, json };
        command.SetAction(parsed => Run(repository, parsed.GetValue(section), parsed.GetValue(uncovered), parsed.GetValue(json)));
        return command;
    }

    private static int Run(Repository repository, string? section, bool uncovered, bool json)
    {
        var rules = RuleList.Load(repository);
        var (at, tests) = new ResultFolder(repository).ReadLast();
        var all = RuleCoverage.Join(rules, tests);
        var chosen = all.Where(rule => section is null || rule.Rule.IsMeantBy(section)).ToList();
        if (chosen.Count == 0)
            throw new ToolException($"no rule, section or list is called \"{section}\"", ExitCode.WrongUse);

        var unknown = RuleCoverage.Unknown(rules, tests);
        if (json)
        {
            Json.Print(new
            {
                Run = at,
                Covered = Count(all, RuleState.Covered),
                Failing = Count(all, RuleState.Failing),
                Untested = Count(all, RuleState.Untested),
                Total = all.Count,
                Unknown = unknown,
                Rules = chosen.Where(rule => !uncovered || rule.State != RuleState.Covered),
            });
        }
        else
        {
            foreach (var group in chosen.GroupBy(rule => (rule.Rule.List, rule.Rule.Section, rule.Rule.Title)))
                PrintSection(group.Key, [.. group], withStatements: section is not null || uncovered, uncovered);
            foreach (var id in unknown)
                Console.Out.WriteLine($"unknown: a test names {id}, which no list has");
            PrintTotals(chosen, all, at);
        }

        return Count(all, RuleState.Failing) == 0 && unknown.Count == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private static int Count(IEnumerable<RuleCoverage> rules, RuleState state) => rules.Count(rule => rule.State == state);

    private static void PrintSection((string List, string Section, string Title) key, List<RuleCoverage> rules, bool withStatements, bool uncovered)
    {
        if (uncovered && Count(rules, RuleState.Covered) == rules.Count)
            return;
        Console.Out.WriteLine($"{key.List} {key.Section} {key.Title}: covered {Count(rules, RuleState.Covered)} of {rules.Count}");
        if (withStatements)
        {
            foreach (var rule in rules.Where(rule => !uncovered || rule.State != RuleState.Covered))
                Console.Out.WriteLine($"  {Word(rule.State),-8} {rule.Rule.Id,-12} {rule.Rule.Statement}");
        }
        else
        {
            PrintIds("covered", rules.Where(rule => rule.State == RuleState.Covered));
            PrintIds("no test", rules.Where(rule => rule.State == RuleState.Untested));
        }

        foreach (var rule in rules.Where(rule => rule.State == RuleState.Failing))
        {
            if (!withStatements)
                Console.Out.WriteLine($"  FAILING  {rule.Rule.Id} {rule.Rule.Statement}");
            foreach (var test in rule.Failed)
                Console.Out.WriteLine($"           by {test}");
        }
    }

    private static void PrintIds(string word, IEnumerable<RuleCoverage> rules)
    {
        const int Width = 120;
        var line = "";
        foreach (var id in rules.Select(rule => rule.Rule.Id))
        {
            if (line.Length + id.Length > Width)
                (line, word) = (Flush(word, line), "");
            line += " " + id;
        }

        if (line.Length > 0)
            Flush(word, line);

        static string Flush(string word, string line)
        {
            Console.Out.WriteLine($"  {word,-8}{line}");
            return "";
        }
    }

    private static string Word(RuleState state) => state switch
    {
        RuleState.Covered => "covered",
        RuleState.Failing => "FAILING",
        _ => "no test",
    };

    private static void PrintTotals(List<RuleCoverage> chosen, IReadOnlyList<RuleCoverage> all, DateTimeOffset at)
    {
        if (chosen.Count != all.Count)
            Console.Out.WriteLine($"of these: covered {Count(chosen, RuleState.Covered)} of {chosen.Count}");
        Console.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"test run of {at.ToLocalTime():yyyy-MM-dd HH:mm}: {Count(all, RuleState.Failing)} failing, {Count(all, RuleState.Untested)} without a test"));
        Console.Out.WriteLine($"covered {Count(all, RuleState.Covered)} of {all.Count}");
    }
}
