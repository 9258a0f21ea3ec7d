using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Mach.Generators;

/// <summary>Adds what is made of a subsystem to a project.</summary>
internal static class MigOutputs
{
    public static void Add(SourceProductionContext context, MigSubsystemModel subsystem)
    {
        Add(context, subsystem, "Routines", MigRoutinesEmitter.Emit(subsystem));
        Add(context, subsystem, "Client", MigClientEmitter.Emit(subsystem));
        Add(context, subsystem, "Server", MigServerEmitter.Emit(subsystem));
    }

    public static void Add(SourceProductionContext context, MigSubsystemModel subsystem, string output, string text) =>
        context.AddSource($"{subsystem.Shape.FullName}.{output}.g.cs", SourceText.From(text, Encoding.UTF8));
}
