using System.CommandLine;

namespace Mach.Tool.Probe;

/// <summary><c>mach abi probe</c>: holds Mach.Abi against the headers of somebody's SDK.</summary>
internal static class ProbeCommand
{
    public static Command Create(Repository repository)
    {
        var headers = new Option<string?>("--headers") { Description = "The root of an SDK, or a folder of headers that holds mach/." };
        var target = new Option<string>("--target") { Description = "What to compile for.", DefaultValueFactory = _ => "macos-arm64" };
        target.AcceptOnlyFromAmong([.. ClaimList.Targets]);
        var compiler = new Option<string>("--cc") { Description = "The compiler.", DefaultValueFactory = _ => "clang" };
        var write = new Option<string?>("--write") { Description = "Write the C to a file, to look at or to compile elsewhere." };
        var json = new Option<bool>("--json") { Description = "Print for machines." };
        var command = new Command("probe", "Compile what Mach.Abi says of each header against an SDK: values, sizes, alignments, offsets, prototypes. Bit-fields and macros with arguments are not looked at.")
        {
            headers, target, compiler, write, json,
        };
        command.Validators.Add(parsed =>
        {
            if (parsed.GetValue(headers) is null && parsed.GetValue(write) is null)
                parsed.AddError("Name headers to compile with (--headers DIR) or a file to write (--write FILE).");
        });
        command.SetAction(async (parsed, cancel) =>
        {
            var functions = typeof(Raw.LibSystem).GetMethods().Select(method => method.Name).ToHashSet(StringComparer.Ordinal);
            var claims = ClaimList.Make(repository.Root, parsed.GetValue(target)!, functions).GroupBy(claim => claim.Header).OrderBy(header => header.Key, StringComparer.Ordinal).ToList();
            if (parsed.GetValue(write) is { } file)
                await File.WriteAllTextAsync(file, ProbeSource.All(parsed.GetValue(target)!, claims), cancel);
            if (parsed.GetValue(headers) is not { } folder)
                return ExitCode.Done;
            var scratch = Directory.CreateTempSubdirectory("mach-probe-");
            try
            {
                var found = await ProbeCompiler.FindAsync(parsed.GetValue(compiler)!, Path.GetFullPath(folder), parsed.GetValue(target)!, scratch.FullName, cancel);
                var results = await ProbeRun.RunAsync(found, claims, cancel);
                return new ProbeReport(results, found.Remark).Write(Console.Out, parsed.GetValue(json));
            }
            finally
            {
                scratch.Delete(recursive: true);
            }
        });
        return command;
    }
}
