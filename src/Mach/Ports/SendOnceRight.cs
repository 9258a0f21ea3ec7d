namespace Mach;

/// <summary>The right to send one message to a port. Used or destroyed, it ends in exactly one message to the receiver.</summary>
/// <remarks>Destroying it unused sends the receiver a send-once notification.</remarks>
public sealed partial class SendOnceRight : MachRight, IFromRawMachPort<SendOnceRight>
{
    internal SendOnceRight(MachTask task, mach_port_name_t name)
        : base(task, name)
    {
    }

    /// <summary>Claims the send-once right that a name of the current task denotes.</summary>
    /// <param name="port">The name. From now on the object releases the right.</param>
    [return: ReturnsOwned]
    public static SendOnceRight FromRawMachPort([TakesOwnership] RawMachPort port) => FromRawMachPort(port, MachTask.Current);

    /// <summary>Claims the send-once right that a name of <paramref name="task"/> denotes.</summary>
    /// <param name="port">The name. From now on the object releases the right.</param>
    /// <param name="task">The task whose name it is.</param>
    [return: ReturnsOwned]
    public static SendOnceRight FromRawMachPort([TakesOwnership] RawMachPort port, MachTask task) => new(Valid(task), Valid(port));

    private protected override kern_return_t Release(PortCalls calls, mach_port_name_t name) => calls.Deallocate(name);
}
