using System.CommandLine;
using System.Globalization;
using Mach.Tool.Tests;

namespace Mach.Tool.Servers;

/// <summary><c>mach servers</c>: which routines of the kernel the last test run saw served, and which are refused, and why.</summary>
internal static class ServersCommand
{
    public static Command Create(Repository repository)
    {
        var subsystem = new Option<string?>("--subsystem") { Description = "Only this subsystem (task, mach_host), or the one with this number." };
        var missing = new Option<bool>("--missing") { Description = "Only routines that are neither served nor refused with a reason." };
        var json = new Option<bool>("--json") { Description = "Print for machines." };
        var command = new Command("servers", "Say which routines of the kernel the last test run saw served, and which are refused, and why.") { subsystem, missing, json };
        command.SetAction(parsed => Run(repository, parsed.GetValue(subsystem), parsed.GetValue(missing), parsed.GetValue(json)));
        return command;
    }

    private static int Run(Repository repository, string? subsystem, bool onlyMissing, bool json)
    {
        var results = new ResultFolder(repository);
        var (at, tests) = results.ReadLast();
        var refusals = Refusals.OfTheKernel();
        var answers = RoutineAnswers.Join(results.ReadRoutines(), tests);
        List<Routine> all = [.. RoutineList.Load(repository).Select(routine => answers.Complete(routine, refusals))];
        var chosen = all.Where(routine => subsystem is null || routine.Subsystem == subsystem || routine.Id.ToString(CultureInfo.InvariantCulture) == subsystem)
            .Where(routine => !onlyMissing || routine.State == RoutineState.Missing)
            .ToList();
        if (chosen.Count == 0 && !onlyMissing)
            throw new ToolException($"no subsystem and no routine is called \"{subsystem}\"", ExitCode.WrongUse);

        List<string> doubts = [.. all.Where(static routine => routine.Doubt is not null).Select(static routine => $"{routine.Id} {routine.Name} is {routine.Doubt}"), .. refusals.Unknown(all).Select(static name => $"{name} is refused, and no such routine is known")];
        if (json)
        {
            Json.Print(new
            {
                Run = at,
                Served = Count(all, RoutineState.Served),
                Refused = Count(all, RoutineState.Refused),
                Missing = Count(all, RoutineState.Missing),
                Doubts = doubts,
                Routines = chosen,
            });
        }
        else
        {
            foreach (var group in chosen.GroupBy(static routine => routine.Subsystem))
                PrintSubsystem(group.Key, [.. group]);
            foreach (var doubt in doubts)
                Console.Out.WriteLine($"doubt: {doubt}");
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"test run of {at.ToLocalTime():yyyy-MM-dd HH:mm}"));
            Console.Out.WriteLine($"served {Count(all, RoutineState.Served)}, refused {Count(all, RoutineState.Refused)}, missing {Count(all, RoutineState.Missing)}");
        }

        return doubts.Count == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private static int Count(IEnumerable<Routine> routines, RoutineState state) => routines.Count(routine => routine.State == state);

    private static void PrintSubsystem(string subsystem, List<Routine> routines)
    {
        Console.Out.WriteLine(
            $"{subsystem} {routines[0].Id}: served {Count(routines, RoutineState.Served)}, refused {Count(routines, RoutineState.Refused)}, missing {Count(routines, RoutineState.Missing)}");
        if (routines.Count > 1 && routines.All(static routine => routine is { RefusedAsAWhole: true, State: RoutineState.Refused }))
        {
            Console.Out.WriteLine($"  refused  all {routines.Count}: {routines[0].Reason}");
            return;
        }
        foreach (var routine in routines)
        {
            var word = routine.State switch
            {
                RoutineState.Served => "served ",
                RoutineState.Refused => "refused",
                _ => "missing",
            };
            Console.Out.WriteLine($"  {word}  {routine.Id} {routine.Name}{(routine.State == RoutineState.Refused ? $": {routine.Reason}" : "")}");
        }
    }
}
