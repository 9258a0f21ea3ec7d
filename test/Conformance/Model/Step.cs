using FsCheck;
using FsCheck.Fluent;

namespace Mach.Conformance.Model;

/// <summary>What a step does.</summary>
internal enum Verb
{
    Allocate,
    Insert,
    Extract,
    ChangeReferences,
    Deallocate,
    Destroy,
    Destruct,
    Request,
    Join,
    Leave,
    SetLimit,
    Send,
    Receive,
    End,
}

/// <summary>
/// One step of a program, before it is known which names there will be: its choices are numbers from 0 to 255 that pick
/// among what fits at the time, small ones among the best.
/// </summary>
internal sealed record Step(Verb Verb, int Task, int[] Choices)
{
    internal const int Most = 13;

    private static readonly (int, Gen<Verb>)[] s_verbs =
    [
        Often(12, Verb.Allocate), Often(8, Verb.Insert), Often(9, Verb.Extract), Often(8, Verb.ChangeReferences), Often(7, Verb.Deallocate),
        Often(3, Verb.Destroy), Often(4, Verb.Destruct), Often(16, Verb.Request), Often(5, Verb.Join), Often(2, Verb.Leave),
        Often(4, Verb.SetLimit), Often(40, Verb.Send), Often(30, Verb.Receive), Often(1, Verb.End),
    ];

    /// <summary>Any step.</summary>
    internal static Gen<Step> Any { get; } =
        from verb in Gen.Frequency(s_verbs)
        from task in Gen.Choose(0, 255)
        from choices in Gen.Choose(0, 255).ArrayOf(Most)
        select new Step(verb, task, choices);

    /// <summary>Simpler steps: one choice made smaller.</summary>
    internal IEnumerable<Step> Shrink()
    {
        if (Task > 0)
            yield return this with { Task = 0 };
        for (var index = 0; index < Most; index++)
        {
            foreach (var smaller in (int[])[0, Choices[index] / 2, Choices[index] - 1])
            {
                if (smaller >= 0 && smaller < Choices[index])
                    yield return this with { Choices = [.. Choices[..index], smaller, .. Choices[(index + 1)..]] };
            }
        }
    }

    public override string ToString() => $"{Verb}({Task}: {string.Join(' ', Choices)})";

    private static (int, Gen<Verb>) Often(int weight, Verb verb) => (weight, Gen.Constant(verb));
}

/// <summary>A program: steps of two to four tasks.</summary>
internal sealed record TaskProgram(int Tasks, Step[] Steps)
{
    private const int Longest = 120;

    /// <summary>Any program; failing ones lose steps first, then their steps get simpler.</summary>
    internal static Arbitrary<TaskProgram> Any { get; } = Arb.From(
        from tasks in Gen.Choose(2, 4)
        from length in Gen.Choose(1, Longest)
        from steps in Step.Any.ArrayOf(length)
        select new TaskProgram(tasks, steps),
        static program => program.Shrink());

    private IEnumerable<TaskProgram> Shrink()
    {
        for (var length = Steps.Length / 2; length >= 1; length /= 2)
        {
            for (var from = Steps.Length - length; from >= 0; from -= length)
                yield return this with { Steps = [.. Steps[..from], .. Steps[(from + length)..]] };
        }
        if (Tasks > 2)
            yield return this with { Tasks = Tasks - 1 };
        for (var index = 0; index < Steps.Length; index++)
        {
            foreach (var simpler in Steps[index].Shrink())
                yield return this with { Steps = [.. Steps[..index], simpler, .. Steps[(index + 1)..]] };
        }
    }

    public override string ToString() => $"{Tasks} tasks: {string.Join("; ", (object[])Steps)}";
}
