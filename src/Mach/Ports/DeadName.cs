namespace Mach;

/// <summary>A reference to a name whose port has died. It keeps the name from being used again.</summary>
public sealed class DeadName : MachRight, IFromRawMachPort<DeadName>
{
    internal DeadName(MachTask task, mach_port_name_t name)
        : base(task, name)
    {
    }

    /// <summary>Claims one reference of a dead name of the current task.</summary>
    /// <param name="port">The name. From now on the object releases the reference.</param>
    [return: ReturnsOwned]
    public static DeadName FromRawMachPort([TakesOwnership] RawMachPort port) => FromRawMachPort(port, MachTask.Current);

    /// <summary>Claims one reference of a dead name of <paramref name="task"/>.</summary>
    /// <param name="port">The name. From now on the object releases the reference.</param>
    /// <param name="task">The task whose name it is.</param>
    [return: ReturnsOwned]
    public static DeadName FromRawMachPort([TakesOwnership] RawMachPort port, MachTask task) => new(Valid(task), Valid(port));

    /// <summary>True when it is the name under which <paramref name="right"/> knew its port.</summary>
    public bool IsNameOf(MachRight right)
    {
        ArgumentNullException.ThrowIfNull(right);
        return ReferenceEquals(right.Task, Task) && right.Name == Name;
    }

    private protected override kern_return_t Release(PortCalls calls, mach_port_name_t name) => calls.Deallocate(name);
}
