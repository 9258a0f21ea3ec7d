namespace Mach.Generators.Tests;

internal delegate void Script(ref TrapFrame frame);

/// <summary>A thread whose traps a test answers.</summary>
internal sealed class ScriptedThread(Script script) : CallingThread
{
    public const uint Reply = 0x707;

    public HostMemory HostMemory { get; } = new();

    public override IUserMemory Memory => HostMemory;

    public List<int> Numbers { get; } = [];

    public int DroppedReplyPorts { get; private set; }

    public override uint MigReplyPort => Reply;

    public override void DropMigReplyPort() => DroppedReplyPorts++;

    public override void Call(ref TrapFrame frame)
    {
        Numbers.Add(frame.Number);
        script(ref frame);
    }

    public override void Complete(ref TrapFrame frame) => throw new InvalidOperationException("Nothing sleeps here.");
}
