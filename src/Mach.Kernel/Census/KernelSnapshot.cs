using System.Text.Json;

namespace Mach.Kernel;

/// <summary>A whole kernel at one instant: tasks with their names and threads, ports with their queues, port sets, and who waits on what.</summary>
/// <remarks>
/// Everything in it was true at the same moment, also while threads are at work: no port has two receivers, a queue is as long as its
/// list of messages, and a thread that waits on a port stands in that port's list. Ports, sets and threads are called by numbers
/// which stay theirs in later snapshots of the same kernel.
/// </remarks>
/// <param name="Format">The form of the JSON text: 1. It grows by properties; the number changes when one goes or changes its meaning.</param>
/// <param name="Tasks">The tasks, by process number.</param>
/// <param name="Ports">Every port that a name, a message or the kernel's records lead to, by number.</param>
/// <param name="Sets">The port sets, by number.</param>
/// <param name="Discrepancies">
/// A line for each count that cannot be right: more rights found than counted, or two receivers. Rights in the hands of running threads
/// are no discrepancy (<see cref="PortSnapshot.InFlight"/>).
/// </param>
public sealed record KernelSnapshot(
    int Format, IReadOnlyList<TaskSnapshot> Tasks, IReadOnlyList<PortSnapshot> Ports, IReadOnlyList<PortSetSnapshot> Sets,
    IReadOnlyList<string> Discrepancies)
{
    /// <summary>The form that this version writes.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The snapshot as JSON text. Names of properties are these types' in camel case.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, SnapshotJson.Default.KernelSnapshot);

    /// <summary>Writes the snapshot as JSON in UTF-8.</summary>
    public void WriteJson(Stream to) => JsonSerializer.Serialize(to, this, SnapshotJson.Default.KernelSnapshot);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="FormatException">It is not the text of a snapshot, or one in another form.</exception>
    public static KernelSnapshot FromJson(string text)
    {
        try
        {
            var read = JsonSerializer.Deserialize(text, SnapshotJson.Default.KernelSnapshot);
            return read is { Format: CurrentFormat } ? read : throw new FormatException($"The snapshot has form {read?.Format}, not {CurrentFormat}.");
        }
        catch (JsonException wrong)
        {
            throw new FormatException("The text is not a snapshot.", wrong);
        }
    }
}
