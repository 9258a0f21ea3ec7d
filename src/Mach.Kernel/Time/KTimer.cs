namespace Mach.Kernel;

/// <summary>An mk_timer: a port to which the kernel sends a message at a time. Its receiver is the task that made it, for good.</summary>
/// <remarks>
/// X1 The kernel keeps one send right to the port, which each expiry message copies (R-TIM-10).
/// X2 No more than one expiry message is in the queue (R-TMR-3).
/// </remarks>
internal sealed class KTimer : KernelObject
{
    private readonly ManagedKernel _kernel;
    private readonly KPort _port;
    private readonly Expiry _expiry;
    private bool _armed;          // the port's gate
    private uint _setting;        // the port's gate

    private KTimer(ManagedKernel kernel, KPort port)
    {
        _kernel = kernel;
        _port = port;
        _expiry = new Expiry(this);
    }

    internal override uint ObjectType => 8;

    internal override bool IsServed => false;

    /// <summary>Makes a new port a timer, before anybody knows its name. Its gate held.</summary>
    internal static void BeginAt(ManagedKernel kernel, KPort port)
    {
        port.KernelObject = new KTimer(kernel, port);
        port.Flags |= PortFlags.ImmovableReceive;
        port.MakeSend();
    }

    /// <summary>Sets the time of the next message, in place of the one set before. The port's gate held, and left.</summary>
    internal void ArmAndUnlock(ulong deadline, ref Aftermath after)
    {
        var arm = false;
        _setting++;
        if (deadline <= _kernel.Time.Now)
        {
            Stop();
            Expire(ref after);
        }
        else
        {
            _armed = true;
            arm = _kernel.Timers.Set(_expiry, _setting, deadline);
        }
        _port.Gate.Exit();
        if (arm)
            _kernel.Timers.Arm();
    }

    /// <summary>Sets no time any more. The port's gate held, and left.</summary>
    /// <returns>The time that was set; 0 when none was.</returns>
    internal ulong CancelAndUnlock()
    {
        var due = _armed ? _expiry.Due : 0;
        Stop();
        _port.Gate.Exit();
        return due;
    }

    internal override void PortDies(ref Aftermath after) => Stop();

    private void Stop()
    {
        if (_armed)
            _kernel.Timers.Cancel(_expiry);
        _armed = false;
    }

    private void FallDue(uint setting, ref Aftermath after)
    {
        _port.Gate.Enter();
        if (_armed && setting == _setting)
        {
            _armed = false;
            Expire(ref after);
        }
        _port.Gate.Exit();
    }

    private void Expire(ref Aftermath after)
    {
        for (var message = _port.First; message is not null; message = message.Next)
        {
            if (Notices.IsExpiry(message))
                return;
        }
        var expiry = Notices.Expiry(_kernel, _port);
        _port.SendRights++;
        if (_port.Accept(expiry, force: true, ref after) != Offer.Taken)
            after.Destroy(expiry);
    }

    private sealed class Expiry(KTimer timer) : TimerCall
    {
        internal override void FallDue(uint serial, ref Aftermath after) => timer.FallDue(serial, ref after);
    }
}
