using FsCheck;
using FsCheck.Fluent;

namespace Mach.Conformance.Memory;

/// <summary>What a step of a program does to a task's memory.</summary>
internal enum MemoryVerb
{
    Allocate,
    Overwrite,
    Deallocate,
    Protect,
    Shrink,
    MakePrivate,
    Inherit,
    Poke,
    Copy,
    Share,
    Snapshot,
    Read,
    PokeCopy,
    PassOn,
    Forget,
    Name,
}

/// <summary>One step: its choices are numbers from 0 to 255 that pick among what fits at the time.</summary>
internal sealed record MemoryStep(MemoryVerb Verb, int A, int B, int C, int D)
{
    public static Arbitrary<MemoryStep[]> Program { get; } = Arb.From(
        Gen.ArrayOf(
            from verb in Gen.Elements(Enum.GetValues<MemoryVerb>())
            from choices in Gen.ArrayOf(Gen.Choose(0, 255), 4)
            select new MemoryStep(verb, choices[0], choices[1], choices[2], choices[3])),
        static steps => Shorter(steps));

    public override string ToString() => $"{Verb}({A}, {B}, {C}, {D})";

    private static IEnumerable<MemoryStep[]> Shorter(MemoryStep[] steps)
    {
        for (var part = steps.Length / 2; part > 0; part /= 2)
        {
            for (var from = 0; from + part <= steps.Length; from += part)
                yield return [.. steps[..from], .. steps[(from + part)..]];
        }
    }
}
