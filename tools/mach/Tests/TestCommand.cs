using System.CommandLine;
using System.Diagnostics;

namespace Mach.Tool.Tests;

/// <summary><c>mach test</c>: runs every test project and says what failed. The launcher has built them.</summary>
internal static class TestCommand
{
    public static Command Create(Repository repository)
    {
        var soak = new Option<bool>("--soak") { Description = "Let the tests that repeat themselves run twenty times longer." };
        var filter = new Option<string?>("--filter") { Description = "Only tests whose full name contains this text, or that prove this rule (R-…)." };
        var project = new Option<string?>("--project") { Description = "Only projects whose name contains this text." };
        var limit = new Option<int?>("--limit") { Description = "Minutes a project may take before it is stopped and counted as failed [8; soak: 120]." };
        var noBuild = new Option<bool>("--no-build") { Description = "Take the projects as they were built last." };
        var json = new Option<bool>("--json") { Description = "Print for machines." };
        var command = new Command("test", "Build and run the tests of every project.") { soak, filter, project, limit, noBuild, json };
        command.SetAction((parsed, cancel) => new TestRun(repository)
        {
            Soak = parsed.GetValue(soak),
            Filter = parsed.GetValue(filter),
            Project = parsed.GetValue(project),
            Limit = TimeSpan.FromMinutes(parsed.GetValue(limit) ?? (parsed.GetValue(soak) ? 120 : 8)),
            ForMachines = parsed.GetValue(json),
        }.RunAsync(cancel));
        return command;
    }
}
