using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Mach.Generators;

/// <summary>Adds what is made of a subsystem to a project.</summary>
internal static class MigOutputs
{
    /// <summary>Whether a compilation has rights as objects, with which a client can await.</summary>
    public static bool HasRights(Compilation compilation) => compilation.GetTypeByMetadataName("Mach.SendRight") is not null;

    public static void Add(SourceProductionContext context, MigSubsystemModel subsystem, bool hasRights)
    {
        Add(context, subsystem, "Routines", MigRoutinesEmitter.Emit(subsystem));
        Add(context, subsystem, "Client", MigClientEmitter.Emit(subsystem));
        Add(context, subsystem, "Server", MigServerEmitter.Emit(subsystem));
        if (!hasRights)
            return;
        Add(context, subsystem, "AsyncClient", MigAsyncClientEmitter.Emit(subsystem));
        Add(context, subsystem, "Service", MigServiceEmitter.Emit(subsystem));
    }

    public static void Add(SourceProductionContext context, MigSubsystemModel subsystem, string output, string text) =>
        context.AddSource($"{subsystem.Shape.FullName}.{output}.g.cs", SourceText.From(text, Encoding.UTF8));
}
