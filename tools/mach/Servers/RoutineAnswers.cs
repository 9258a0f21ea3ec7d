using System.Globalization;
using System.Reflection;
using Mach.Abi;
using Mach.Tool.Tests;

namespace Mach.Tool.Servers;

/// <summary>What the tests that passed were answered by, routine by routine.</summary>
internal sealed class RoutineAnswers
{
    private readonly Dictionary<int, List<string>> _succeeded = [], _failed = [];
    private readonly Dictionary<string, List<string>> _byTrap = new(StringComparer.Ordinal);

    /// <summary>Joins the records of a run with its results: a test that did not pass proves nothing.</summary>
    /// <param name="lines">Test, routines that succeeded, routines that failed, traps that succeeded, between TABs.</param>
    /// <param name="tests">The results of the same run.</param>
    public static RoutineAnswers Join(IEnumerable<string> lines, IEnumerable<TestResult> tests)
    {
        var traps = typeof(IMachTraps).GetMethods()
            .Select(static method => method.GetCustomAttribute<TrapAttribute>())
            .Where(static trap => trap?.Fallback is not null)
            .ToDictionary(static trap => -trap!.Number, static trap => trap!.Fallback!);
        var passed = tests.Where(static test => test.Outcome == Outcome.Passed).Select(static test => test.Name).ToHashSet(StringComparer.Ordinal);
        var answers = new RoutineAnswers();
        foreach (var parts in lines.Select(static line => line.Split('\t')).Where(parts => passed.Contains(parts[0])))
        {
            foreach (var id in Numbers(parts[1]))
                Add(answers._succeeded, id, parts[0]);
            foreach (var id in Numbers(parts[2]))
                Add(answers._failed, id, parts[0]);
            foreach (var trap in Numbers(parts[3]).Where(traps.ContainsKey))
                Add(answers._byTrap, traps[trap], parts[0]);
        }
        return answers;
    }

    /// <summary>The routine with what is known of it.</summary>
    public Routine Complete(Routine routine, Refusals refusals)
    {
        var (reason, asAWhole) = refusals.For(routine);
        List<string> succeeded = [.. _succeeded.GetValueOrDefault(routine.Id) ?? [], .. _byTrap.GetValueOrDefault(routine.Name) ?? []];
        return routine with
        {
            Reason = reason,
            RefusedAsAWhole = asAWhole,
            Succeeded = [.. succeeded.Distinct(StringComparer.Ordinal)],
            Failed = _failed.GetValueOrDefault(routine.Id) ?? [],
        };
    }

    private static IEnumerable<int> Numbers(string list) =>
        list.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(static number => int.Parse(number, CultureInfo.InvariantCulture));

    private static void Add<TKey>(Dictionary<TKey, List<string>> lists, TKey key, string test)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list))
            lists.Add(key, list = []);
        list.Add(test);
    }
}
