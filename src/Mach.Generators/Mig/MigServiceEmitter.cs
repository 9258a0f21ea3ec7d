namespace Mach.Generators;

/// <summary>Emits the server of programs that use rights as objects: the skeleton with a received message as the caller.</summary>
internal static class MigServiceEmitter
{
    private const string Message = "global::Mach.ReceivedMessage";

    public static string Emit(MigSubsystemModel subsystem)
    {
        var w = SourceWriter.File(subsystem.Shape.Namespace);
        w.Summary($"Serves subsystem {subsystem.Name} at a port: see ReceiveRight.ServeAsync. The caller is the request, and rights are objects.");
        w.Open($"{subsystem.Shape.Accessibility}abstract class {subsystem.Stem}Service : {subsystem.Stem}Server<{Message}, global::Mach.MachRight?, {Message}>");
        w.Line("/// <summary>Finds what the port of a request stands for; unless overridden, the request itself: its port is one that this task serves.</summary>");
        w.Line("/// <inheritdoc/>");
        w.Open($"protected override global::Mach.Abi.kern_return_t Translate({Message} caller, global::Mach.MachRight? port, global::Mach.Abi.MigSubject kind, out {Message} subject)");
        w.Line("subject = caller;");
        w.Line("return global::Mach.Abi.kern_return_t.KERN_SUCCESS;");
        w.Close();
        return w.Close().ToString();
    }
}
