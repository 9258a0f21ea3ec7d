using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

[assembly: AssemblyFixture(typeof(Mach.Conformance.RoutineRecord))]

namespace Mach.Conformance;

/// <summary>
/// Which routines answered which test, written next to the results for <c>./mach servers</c>, which believes the tests that passed.
/// </summary>
/// <remarks>A line is test TAB routines that succeeded TAB routines that failed TAB traps that succeeded, each a list of numbers.</remarks>
public sealed class RoutineRecord : IDisposable
{
    /// <summary>The environment variable by which the launcher says where.</summary>
    public const string Variable = "MACH_ROUTINES";

    private sealed class Answers
    {
        internal readonly SortedSet<int> Succeeded = [], Failed = [], Traps = [];
    }

    private static readonly ConcurrentDictionary<string, Answers> s_tests = new(StringComparer.Ordinal);

    /// <summary>A kernel of the running test has answered all this.</summary>
    internal static void Note(KernelTally tally)
    {
        var answers = Current();
        lock (answers)
        {
            answers.Succeeded.UnionWith(tally.Routines.Where(static routine => routine.Succeeded > 0).Select(static routine => routine.Id));
            answers.Failed.UnionWith(tally.Routines.Where(static routine => routine.Failed > 0).Select(static routine => routine.Id));
            answers.Traps.UnionWith(tally.Traps.Where(static trap => trap.Succeeded > 0).Select(static trap => trap.Number));
        }
    }

    /// <summary>The running test saw a number refused that no server has.</summary>
    internal static void NoteRefusal(int id)
    {
        var answers = Current();
        lock (answers)
            answers.Failed.Add(id);
    }

    public void Dispose()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } path)
            return;
        var text = new StringBuilder();
        foreach (var (test, answers) in s_tests.OrderBy(static pair => pair.Key, StringComparer.Ordinal))
            text.Append(test).Append('\t').Append(List(answers.Succeeded)).Append('\t').Append(List(answers.Failed)).Append('\t').Append(List(answers.Traps)).Append('\n');
        File.WriteAllText(path, text.ToString());
    }

    private static Answers Current() =>
        s_tests.GetOrAdd(TestContext.Current.Test?.TestDisplayName ?? "", static _ => new Answers());

    private static string List(IEnumerable<int> numbers) =>
        string.Join(',', numbers.Select(static number => number.ToString(CultureInfo.InvariantCulture)));
}
