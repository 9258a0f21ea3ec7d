using System.CommandLine;
using Mach.Tool.Probe;

namespace Mach.Tool.Facts;

/// <summary><c>mach abi</c>: holds the compiled Mach.Abi against the tables of facts.</summary>
internal static class AbiCommand
{
    public static Command Create(Repository repository)
    {
        var json = new Option<bool>("--json") { Description = "Print for machines." };
        var verify = new Command("verify", "Compare every function, constant, macro, type name, record, MIG routine and export with what a compiler gave for each target.") { json };
        verify.SetAction(parsed => Run(repository, parsed.GetValue(json)));
        return new Command("abi", "Verify the C names of Mach.Abi.") { verify, ProbeCommand.Create(repository) };
    }

    private static int Run(Repository repository, bool json)
    {
        var compared = AbiComparison.Run(repository.Root);
        if (json)
        {
            Json.Print(new
            {
                Parts = compared.Parts.Select(part => new { part.Kind, part.Equal, part.Total, part.LeftOut, part.Differences }),
                compared.Fields,
                compared.MessageFields,
                compared.Samples,
                compared.IdleReasons,
                compared.Differences,
            });
        }
        else
        {
            compared.Write(Console.Out);
        }

        return compared.Differences == 0 && compared.IdleReasons.Count == 0 ? ExitCode.Done : ExitCode.Failed;
    }
}
