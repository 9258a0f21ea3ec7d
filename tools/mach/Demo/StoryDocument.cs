using Mach.Kernel;

namespace Mach.Tool.Demo;

/// <summary>The demo for machines. Keys stay as they are; new ones may come.</summary>
/// <param name="Format">The version of this document.</param>
/// <param name="Holds">True when every check held: the exit code is 0 then.</param>
/// <param name="Input">What was sent, and the facts about it that were found without Mach.</param>
/// <param name="Steps">What happened.</param>
/// <param name="Census">The kernel's figures at three moments: <c>booted</c>, <c>working</c>, <c>ended</c>.</param>
internal sealed record StoryDocument(
    int Format, bool Holds, StoryDocument.Sent Input, IReadOnlyList<StoryStep> Steps, IReadOnlyDictionary<string, KernelCensus> Census)
{
    /// <summary>The document of a story that was played.</summary>
    public static StoryDocument Of(Story story) => new(
        1,
        story.Holds,
        new Sent(story.Input.Path, story.Input.Source, story.Input.Bytes.Length, story.Input.Lines, story.Input.Sha256),
        story.Steps,
        story.Censuses.ToDictionary(taken => taken.Moment, taken => taken.Census));

    /// <summary>What was sent.</summary>
    /// <param name="Path">The file; absent for a text made in memory.</param>
    /// <param name="Source">Where it comes from, for people.</param>
    /// <param name="Bytes">Bytes.</param>
    /// <param name="Lines">Ends of lines.</param>
    /// <param name="Sha256">SHA-256 in hexadecimal.</param>
    internal sealed record Sent(string? Path, string Source, int Bytes, long Lines, string Sha256);
}
