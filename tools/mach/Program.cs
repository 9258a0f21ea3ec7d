using System.CommandLine;
using System.CommandLine.Help;
using Mach.Tool;
using Mach.Tool.Api;
using Mach.Tool.Bench;
using Mach.Tool.Demo;
using Mach.Tool.Facts;
using Mach.Tool.Mig;
using Mach.Tool.Rules;
using Mach.Tool.Servers;
using Mach.Tool.Tests;

// "mach help" and "mach help test" mean what people expect of them.
if (args is ["help", .. var topic])
    args = [.. topic, "--help"];
else if (args is [])
    args = ["--help"];

Repository repository;
try
{
    repository = Repository.Find();
}
catch (ToolException failure)
{
    return failure.Report();
}

// Not a RootCommand: that one is called after the assembly, people type the launcher's name.
Command root = new("mach", "Mach for .NET: ports, messages and a kernel of its own.")
{
    new HelpOption(),
    DemoCommand.Create(repository),
    TestCommand.Create(repository),
    RulesCommand.Create(repository),
    ServersCommand.Create(repository),
    BenchCommand.Create(repository),
    ApiCommand.Create(repository),
    AbiCommand.Create(repository),
    MigCommand.Create(repository),
};

var parsed = root.Parse(args);
try
{
    var code = await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    return parsed.Errors.Count > 0 ? ExitCode.WrongUse : code;
}
catch (ToolException failure)
{
    return failure.Report();
}
