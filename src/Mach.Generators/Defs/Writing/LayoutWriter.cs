using System.Text;

namespace Mach.Generators;

/// <summary>Writes the messages of a subsystem as a table for people.</summary>
internal static class LayoutWriter
{
    public static string Write(MigSubsystemModel subsystem)
    {
        var text = new StringBuilder();
        text.Append($"subsystem {subsystem.Name}: {subsystem.First} to {subsystem.First + subsystem.Count - 1}\n");
        foreach (var routine in subsystem.Routines)
        {
            text.Append($"\n{subsystem.IdOf(routine)} {routine.Prototype}\n");
            Message(text, "request", routine.Request());
            if (routine.Simple)
                text.Append("  no reply\n");
            else
                Message(text, "reply", routine.Reply());
        }
        return text.ToString();
    }

    private static void Message(StringBuilder text, string what, MessageLayout layout)
    {
        var size = layout.Minimum == layout.Size ? $"{layout.Size}" : $"{layout.Minimum} to {layout.Size}";
        var descriptors = layout.DescriptorCount == 0 ? "" : $", {layout.DescriptorCount} descriptors";
        text.Append($"  {what}, {size} bytes{descriptors}\n");
        foreach (var field in layout.Fields)
            text.Append($"    {field.Offset,5} {field.Size,5}  {field.C} {field.Name}\n");
    }
}
