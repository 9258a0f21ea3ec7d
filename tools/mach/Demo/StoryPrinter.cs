using System.Globalization;
using System.Text;
using Spectre.Console;

namespace Mach.Tool.Demo;

/// <summary>Tells the demo to people: with colours on a terminal, in plain text into a pipe.</summary>
internal sealed class StoryPrinter
{
    private const int Widest = 100;
    private const string Indent = "   ";
    private readonly IAnsiConsole _console;
    private IReadOnlyList<Holding> _shown = [];

    public StoryPrinter()
    {
        bool plain = Console.IsOutputRedirected;
        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
        });
        if (plain || _console.Profile.Width > Widest)
            _console.Profile.Width = Widest;
    }

    /// <summary>Says what is sent.</summary>
    public void PrintBeginning(DemoInput input)
    {
        Line("[bold]Mach for .NET[/]: a kernel, a name service, a digest service and a client, each a task of its own.");
        Line(string.Create(CultureInfo.InvariantCulture, $"The client sends [bold]{Markup.Escape(input.Source)}[/]: {input.Bytes.Length:N0} bytes, {input.Lines:N0} lines."));
        Line("In the tables a + marks a right that is new since the last one, a - one that is gone.");
        _console.WriteLine();
        Line("Found without Mach, to compare with:");
        Line($"SHA-256 {input.Sha256}");
    }

    /// <summary>Tells a step.</summary>
    public void PrintStep(StoryStep step)
    {
        _console.WriteLine();
        Line($"[bold yellow]{step.Number}. {Markup.Escape(step.Title)}[/]");
        foreach (string paragraph in step.Text)
        {
            _console.WriteLine();
            foreach (string line in Wrap(paragraph, _console.Profile.Width - Indent.Length))
                _console.WriteLine(Indent + line);
        }

        if (step.Rights.Count > 0)
            PrintRights(step);
        if (step.Checks.Count > 0)
            _console.WriteLine();
        foreach (StoryCheck check in step.Checks)
            PrintCheck(check);
    }

    /// <summary>Says how it ended.</summary>
    public void PrintEnd(Story story)
    {
        StoryCheck[] checks = [.. story.Steps.SelectMany(step => step.Checks)];
        int broken = checks.Count(check => !check.Holds);
        _console.WriteLine();
        Line(broken == 0
            ? $"[bold green]All {checks.Length} checks hold.[/] Nothing was lost, and every right is accounted for."
            : $"[bold red]{broken} of {checks.Length} checks do not hold.[/]");
    }

    // What came since the last table is marked, and what went is shown once more.
    private void PrintRights(StoryStep step)
    {
        _console.WriteLine();
        Line($"{Indent}[bold]{Markup.Escape(step.Moment)}:[/]");
        var table = new Table().Border(TableBorder.Simple).AddColumns("", "task", "name", "right", "references", "port");
        var held = step.Rights.Select(right => (right.Process, right.Name)).ToHashSet();
        Holding[] gone = [.. _shown.Where(right => !held.Contains((right.Process, right.Name)))];
        int last = 0;
        foreach (Holding right in step.Rights.Concat(gone).OrderBy(right => right.Process))
        {
            (string mark, string style) = gone.Contains(right) ? ("-", "grey") : _shown.Contains(right) ? ("", "default") : ("+", "bold green");
            string[] cells =
            [
                mark, right.Process == last ? "" : $"{right.Task} ({right.Process})", right.Name, right.Right,
                right.References == 0 ? "" : right.References.ToString(CultureInfo.InvariantCulture), right.Port,
            ];
            table.AddRow(cells.Select((cell, column) => new Markup(Markup.Escape(cell), column == 1 ? Style.Plain : Style.Parse(style))));
            last = right.Process;
        }

        _shown = step.Rights;
        _console.Write(new Padder(table, new Padding(1, 0, 0, 0)));
    }

    private static IEnumerable<string> Wrap(string paragraph, int width)
    {
        var line = new StringBuilder();
        foreach (string word in paragraph.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line.ToString();
                line.Clear();
            }

            if (line.Length > 0)
                line.Append(' ');
            line.Append(word);
        }

        yield return line.ToString();
    }

    private void PrintCheck(StoryCheck check)
    {
        string what = Markup.Escape(check.What), actual = Markup.Escape(check.Actual);
        Line(check.Holds
            ? $"   [green]ok[/]    {what}: {actual}"
            : $"   [bold red]WRONG[/] {what}: {actual}, expected {Markup.Escape(check.Expected)}");
    }

    private void Line(string markup) => _console.MarkupLine(markup);
}
