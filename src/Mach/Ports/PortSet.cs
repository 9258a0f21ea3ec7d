namespace Mach;

/// <summary>A set of ports of one task whose messages are received together.</summary>
/// <remarks>The members stay their owners'; disposing the set lets them out. Threads that wait on the set are then woken.</remarks>
public sealed partial class PortSet : MachRight, IFromRawMachPort<PortSet>
{
    private PortSet(MachTask task, mach_port_name_t name)
        : base(task, name)
    {
    }

    /// <summary>Makes an empty set in <paramref name="task"/>, or in the current task.</summary>
    public static PortSet Create(MachTask? task = null)
    {
        task ??= MachTask.Current;
        ObjectDisposedException.ThrowIf(!task.IsAlive, task);
        kern_return_t code = new PortCalls(task.CurrentThread).Allocate(MACH_PORT_RIGHT_PORT_SET, out mach_port_name_t name);
        MachException.ThrowIfFailed(code, "mach_port_allocate");
        return new PortSet(task, name);
    }

    /// <summary>Claims the port set that a name of <paramref name="task"/> denotes.</summary>
    /// <param name="port">The name. From now on the object destroys the set.</param>
    /// <param name="task">The task whose name it is.</param>
    [return: ReturnsOwned]
    public static PortSet FromRawMachPort([TakesOwnership] RawMachPort port, MachTask task) => new(Valid(task), Valid(port));

    /// <summary>Claims the port set that a name of the current task denotes.</summary>
    /// <param name="port">The name. From now on the object destroys the set.</param>
    [return: ReturnsOwned]
    public static PortSet FromRawMachPort([TakesOwnership] RawMachPort port) => FromRawMachPort(port, MachTask.Current);

    /// <summary>Makes a port a member. It may be in several sets.</summary>
    /// <exception cref="MachException">It is one already: <c>KERN_ALREADY_IN_SET</c>.</exception>
    public void Add(ReceiveRight port) => MachException.ThrowIfFailed(TryAdd(port), "mach_port_insert_member", port.Name);

    /// <inheritdoc cref="Add"/>
    /// <returns><c>KERN_SUCCESS</c> or <c>KERN_ALREADY_IN_SET</c>.</returns>
    public kern_return_t TryAdd(ReceiveRight port) => WithMember(port, static (calls, member, set) => calls.InsertMember(member, set));

    /// <summary>Lets a member out.</summary>
    /// <exception cref="MachException">It is none: <c>KERN_NOT_IN_SET</c>.</exception>
    public void Remove(ReceiveRight port) => MachException.ThrowIfFailed(TryRemove(port), "mach_port_extract_member", port.Name);

    /// <inheritdoc cref="Remove"/>
    /// <returns><c>KERN_SUCCESS</c> or <c>KERN_NOT_IN_SET</c>.</returns>
    public kern_return_t TryRemove(ReceiveRight port) => WithMember(port, static (calls, member, set) => calls.ExtractMember(member, set));

    // Destroying the set wakes whoever waits on it; the borrow that he holds ends then.
    private protected override void WakeWaiters()
    {
        if (Interlocked.Exchange(ref _destroyed, 1) == 0)
            _ = new PortCalls(Task.CurrentThread).ModRefs(Name, MACH_PORT_RIGHT_PORT_SET, -1);
    }

    private protected override kern_return_t Release(PortCalls calls, mach_port_name_t name) =>
        Interlocked.Exchange(ref _destroyed, 1) == 0 ? calls.ModRefs(name, MACH_PORT_RIGHT_PORT_SET, -1) : KERN_SUCCESS;

    private int _destroyed;

    private kern_return_t WithMember(ReceiveRight port, Func<PortCalls, mach_port_name_t, mach_port_name_t, kern_return_t> call)
    {
        ArgumentNullException.ThrowIfNull(port);
        port.RequireTask(Task);
        mach_port_name_t set = BorrowName();
        try
        {
            mach_port_name_t member = port.BorrowName();
            kern_return_t code = call(new PortCalls(Task.CurrentThread), member, set);
            port.ReturnName();
            return code;
        }
        finally
        {
            ReturnName();
        }
    }
}
