using System.CommandLine;

namespace Mach.Tool.Mig;

/// <summary><c>mach mig</c>: compiles .defs files to C#, and writes interfaces of C# as .defs files.</summary>
internal static class MigCommand
{
    public static Command Create(Repository repository)
    {
        var files = new Argument<string[]>("files") { Description = "FILE.defs to compile; with --export FILE.cs or FILE.dll.", Arity = ArgumentArity.OneOrMore };
        var include = new Option<string[]>("-I") { Description = "A folder in which included files are looked for.", HelpName = "DIR" };
        var define = new Option<string[]>("-D") { Description = "Define NAME, as 1 or as what stands behind =.", HelpName = "NAME[=TEXT]" };
        var undefine = new Option<string[]>("-U") { Description = "Forget a name that is defined otherwise.", HelpName = "NAME" };
        var folder = new Option<string?>("--out") { Description = "Where to write the C#; otherwise it is printed.", HelpName = "DIR" };
        var space = new Option<string?>("--namespace") { Description = "The namespace of the interface.", HelpName = "NAME" };
        var name = new Option<string?>("--name") { Description = "The name of the interface; otherwise made of the subsystem's.", HelpName = "NAME" };
        var isPublic = new Option<bool>("--public") { Description = "The interface is public." };
        var layout = new Option<bool>("--layout") { Description = "Print the messages with the place of every field instead." };
        var export = new Option<bool>("--export") { Description = "The other way: write [MigSubsystem] interfaces as .defs files." };
        var type = new Option<string?>("--type") { Description = "Export this interface only.", HelpName = "NAME" };
        var command = new Command("mig", "Compile .defs files to C#, or export interfaces as .defs.")
        {
            files, include, define, undefine, folder, space, name, isPublic, layout, export, type,
        };
        command.SetAction(parsed =>
        {
            var output = new MigFiles(parsed.GetValue(folder));
            if (parsed.GetValue(export))
                return new MigExport(repository, parsed.GetValue(type), output).Run(parsed.GetValue(files)!);
            var defines = (parsed.GetValue(define) ?? []).Concat((parsed.GetValue(undefine) ?? []).Select(undefined => "-" + undefined));
            var compile = new MigCompile(repository, parsed.GetValue(include) ?? [], [.. defines], output)
            {
                Namespace = parsed.GetValue(space),
                Name = parsed.GetValue(name),
                Public = parsed.GetValue(isPublic),
                Layout = parsed.GetValue(layout),
            };
            return compile.Run(parsed.GetValue(files)!);
        });
        return command;
    }
}
