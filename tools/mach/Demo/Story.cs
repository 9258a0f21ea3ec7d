using Mach.Kernel;

namespace Mach.Tool.Demo;

/// <summary>What happens in the demo, step by step: told while it happens, and printed for machines at the end.</summary>
internal sealed class Story(DemoInput input)
{
    private readonly List<StoryStep> _steps = [];

    /// <summary>Told of each step when it is complete.</summary>
    public event Action<StoryStep>? Told;

    /// <summary>What the client sends.</summary>
    public DemoInput Input { get; } = input;

    /// <summary>The steps so far.</summary>
    public IReadOnlyList<StoryStep> Steps => _steps;

    /// <summary>The kernel's figures, by the moment at which they were taken.</summary>
    public IReadOnlyList<StoryCensus> Censuses { get; private set; } = [];

    /// <summary>True when every check so far held.</summary>
    public bool Holds => _steps.SelectMany(step => step.Checks).All(check => check.Holds);

    /// <summary>Begins a step.</summary>
    public StoryStep Begin(string key, string title) => new(_steps.Count + 1, key, title);

    /// <summary>Ends a step and tells it.</summary>
    public void End(StoryStep step)
    {
        _steps.Add(step);
        Told?.Invoke(step);
    }

    /// <summary>Keeps the kernel's figures of a moment.</summary>
    public KernelCensus Keep(string moment, KernelCensus census)
    {
        Censuses = [.. Censuses, new StoryCensus(moment, census)];
        return census;
    }
}

/// <summary>The kernel's figures at a moment.</summary>
/// <param name="Moment">When.</param>
/// <param name="Census">The figures.</param>
internal sealed record StoryCensus(string Moment, KernelCensus Census);

/// <summary>One step of the demo.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Key">A word that does not change, for machines.</param>
/// <param name="Title">A line for people.</param>
internal sealed record StoryStep(int Number, string Key, string Title)
{
    private readonly List<string> _text = [];
    private readonly List<StoryCheck> _checks = [];

    /// <summary>What happened, a paragraph each.</summary>
    public IReadOnlyList<string> Text => _text;

    /// <summary>The moment at which <see cref="Rights"/> are shown; empty when they are not.</summary>
    public string Moment { get; private set; } = "";

    /// <summary>Who holds which right at that moment.</summary>
    public IReadOnlyList<Holding> Rights { get; private set; } = [];

    /// <summary>What was compared.</summary>
    public IReadOnlyList<StoryCheck> Checks => _checks;

    /// <summary>Tells a paragraph.</summary>
    public StoryStep Tell(string paragraph)
    {
        _text.Add(paragraph);
        return this;
    }

    /// <summary>Shows who holds which right.</summary>
    public StoryStep Show(string moment, IReadOnlyList<Holding> rights)
    {
        Moment = moment;
        Rights = rights;
        return this;
    }

    /// <summary>Compares what came with what had to come.</summary>
    public StoryStep Check<T>(string what, T expected, T actual)
    {
        _checks.Add(new StoryCheck(what, Text(expected), Text(actual), EqualityComparer<T>.Default.Equals(expected, actual)));
        return this;

        static string Text(T value) => value is bool truth ? (truth ? "yes" : "no") : FormattableString.Invariant($"{value}");
    }
}

/// <summary>A comparison.</summary>
/// <param name="What">What was compared.</param>
/// <param name="Expected">What had to come.</param>
/// <param name="Actual">What came.</param>
/// <param name="Holds">Whether they are equal.</param>
internal sealed record StoryCheck(string What, string Expected, string Actual, bool Holds);

/// <summary>A right that a task holds to a port of the story.</summary>
/// <param name="Task">The task.</param>
/// <param name="Process">Its process number.</param>
/// <param name="Name">The task's name for it.</param>
/// <param name="Right">What kind of right, or kinds.</param>
/// <param name="References">User references; 0 for a receive right alone.</param>
/// <param name="Port">Which port.</param>
internal sealed record Holding(string Task, int Process, string Name, string Right, uint References, string Port);
