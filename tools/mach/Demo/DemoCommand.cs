using System.CommandLine;

namespace Mach.Tool.Demo;

/// <summary><c>mach demo</c>: a kernel, a name service, a service and a client, and a real file between them.</summary>
internal static class DemoCommand
{
    public static Command Create(Repository repository)
    {
        var file = new Argument<string?>("FILE") { Description = "What the client sends; 64 MiB at most. Without it: the README of this clone.", Arity = ArgumentArity.ZeroOrOne };
        var json = new Option<bool>("--json") { Description = "Print for machines." };
        var command = new Command("demo", "Boot a kernel, send a file to a service by message, move the service, let it die; check every step.") { file, json };
        command.SetAction(parsed => Run(parsed.GetValue(file) is { } path ? DemoInput.Read(path) : DemoInput.OfItsOwn(repository), parsed.GetValue(json)));
        return command;
    }

    private static int Run(DemoInput input, bool json)
    {
        var story = new Story(input);
        if (json)
        {
            DemoRun.Play(story);
            Json.Print(StoryDocument.Of(story));
        }
        else
        {
            var printer = new StoryPrinter();
            printer.PrintBeginning(input);
            story.Told += printer.PrintStep;
            DemoRun.Play(story);
            printer.PrintEnd(story);
        }

        return story.Holds ? ExitCode.Done : ExitCode.Failed;
    }
}
