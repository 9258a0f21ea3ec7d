namespace Mach;

/// <summary>The right to send messages to a port. It turns into a dead name when the port dies.</summary>
/// <remarks>Several objects may share one name; each owns one user reference.</remarks>
public sealed partial class SendRight : MachRight, IFromRawMachPort<SendRight>
{
    internal SendRight(MachTask task, mach_port_name_t name)
        : base(task, name)
    {
    }

    /// <summary>True when the port has died; its name is a dead name then.</summary>
    public bool IsDead
    {
        get
        {
            mach_port_name_t name = BorrowName();
            kern_return_t code = new PortCalls(Task.CurrentThread).GetType(name, out mach_port_type_t type);
            ReturnName();
            return code != KERN_SUCCESS || (type & MACH_PORT_TYPE_DEAD_NAME) != 0;
        }
    }

    /// <summary>Claims one user reference of a send right that a name of the current task has.</summary>
    /// <param name="port">The name. From now on the object releases the reference.</param>
    [return: ReturnsOwned]
    public static SendRight FromRawMachPort([TakesOwnership] RawMachPort port) => FromRawMachPort(port, MachTask.Current);

    /// <summary>Claims one user reference of a send right that a name of <paramref name="task"/> has.</summary>
    /// <param name="port">The name. From now on the object releases the reference.</param>
    /// <param name="task">The task whose name it is.</param>
    [return: ReturnsOwned]
    public static SendRight FromRawMachPort([TakesOwnership] RawMachPort port, MachTask task) => new(Valid(task), Valid(port));

    /// <summary>Makes another object for the same right: one more user reference.</summary>
    /// <exception cref="MachException">The port is dead.</exception>
    public SendRight Copy()
    {
        kern_return_t code = TryCopy(out SendRight? copy);
        MachException.ThrowIfFailed(code, "mach_port_mod_refs", Name);
        return copy!;
    }

    /// <summary>Makes another object for the same right: one more user reference.</summary>
    /// <returns><c>KERN_SUCCESS</c>, or <c>KERN_INVALID_RIGHT</c> when the port is dead.</returns>
    public kern_return_t TryCopy(out SendRight? copy)
    {
        mach_port_name_t name = BorrowName();
        kern_return_t code = new PortCalls(Task.CurrentThread).ModRefs(name, MACH_PORT_RIGHT_SEND, 1);
        ReturnName();
        copy = code == KERN_SUCCESS ? new SendRight(Task, name) : null;
        return code;
    }

    private protected override kern_return_t Release(PortCalls calls, mach_port_name_t name) => calls.Deallocate(name);
}
