namespace Mach;

/// <summary>A timer: a port at which a message arrives when its time has come. It can be a member of a port set, beside other ports.</summary>
/// <remarks>While the message of one expiry was not taken, further ones are lost.</remarks>
public sealed class MachTimer : IDisposable
{
    private MachTimer(ReceiveRight port) => Port = port;

    /// <summary>The port at which it tells. Its messages have the id 0 and nothing to read; the port is the timer's and ends with it.</summary>
    public ReceiveRight Port { get; }

    /// <summary>Makes a timer that is not set.</summary>
    /// <param name="task">Whose it is; null for the current task.</param>
    /// <exception cref="MachException">The task has no room for another name: <c>KERN_NO_SPACE</c>.</exception>
    public static MachTimer Create(MachTask? task = null)
    {
        task ??= MachTask.Current;
        ObjectDisposedException.ThrowIf(!task.IsAlive, task);
        mach_port_name_t name = new MachTrapClient(task.CurrentThread).mk_timer_create_trap();
        if (name == MACH_PORT_NULL)
            throw new MachException(KERN_NO_SPACE, "mk_timer_create");
        return new MachTimer(ReceiveRight.FromRawMachPort(new RawMachPort(name), task));
    }

    /// <summary>Sets it to a while from now, in place of what was set before.</summary>
    /// <param name="delay">Not negative.</param>
    public void Set(TimeSpan delay) => SetAt(MachClock.After(delay, Port.Task));

    /// <summary>Sets it to an absolute time, in place of what was set before. A time that has come tells at once.</summary>
    /// <param name="deadline">As <see cref="MachClock.Now"/> counts.</param>
    public void SetAt(ulong deadline)
    {
        mach_port_name_t name = Port.BorrowName();
        kern_return_t code = new MachTrapClient(Port.Task.CurrentThread).mk_timer_arm_trap(name, deadline);
        Port.ReturnName();
        MachException.ThrowIfFailed(code, "mk_timer_arm", name);
    }

    /// <summary>Sets no time any more. A message that has arrived stays.</summary>
    /// <returns>True when a time was set that had not come.</returns>
    public bool Cancel()
    {
        mach_port_name_t name = Port.BorrowName();
        kern_return_t code = new PortCalls(Port.Task.CurrentThread).CancelTimer(name, out ulong due);
        Port.ReturnName();
        MachException.ThrowIfFailed(code, "mk_timer_cancel", name);
        return due != 0;
    }

    /// <summary>Waits for the message and takes it.</summary>
    /// <param name="timeout">For how long to wait.</param>
    /// <returns>False when it did not come in time.</returns>
    /// <exception cref="MachException">The timer was disposed meanwhile (<c>MACH_RCV_PORT_CHANGED</c>), or the thread interrupted.</exception>
    public bool Wait(MachTimeout timeout)
    {
        kern_return_t code = Port.TryReceive(timeout, out ReceivedMessage message);
        if (code.Base == MACH_RCV_TIMED_OUT)
            return false;
        MachException.ThrowIfFailed(code, "mach_msg", Port.Name);
        message.Dispose();
        return true;
    }

    /// <summary>Awaits the message and takes it.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="MachException">The timer was disposed meanwhile (<c>MACH_RCV_PORT_CHANGED</c>).</exception>
    public async ValueTask WaitAsync(CancellationToken cancellation = default)
    {
        using ReceivedMessage message = await Port.ReceiveAsync(MachTimeout.Infinite, cancellation).ConfigureAwait(false);
    }

    /// <summary>Ends the timer and its port.</summary>
    public void Dispose() => Port.Dispose();
}
