namespace Mach.Darwin;

/// <summary>The process as a task: the only one that there is to act as.</summary>
internal sealed class DarwinTask : KernelTask
{
    /// <inheritdoc/>
    public override string Name => AppDomain.CurrentDomain.FriendlyName;

    /// <inheritdoc/>
    public override int ProcessId => Environment.ProcessId;

    /// <inheritdoc/>
    public override bool IsAlive => true;
}
