namespace Mach.Kernel;

/// <summary>mach_port_request_notification (spec sections 13 to 15).</summary>
internal sealed partial class KSpace
{
    /// <summary>
    /// Registers, replaces or cancels a request. The send-once right given is consumed on success and stays the
    /// caller's on failure; the previous one becomes the caller's.
    /// </summary>
    internal kern_return_t RequestNotification(
        uint name, int id, uint sync, KPort? notify, out KPort? previous, ref Aftermath after)
    {
        previous = null;
        if (ReferenceEquals(notify, KPort.Dead))
            return KERN_INVALID_CAPABILITY;
        return id switch
        {
            MACH_NOTIFY_DEAD_NAME or MACH_NOTIFY_SEND_POSSIBLE => RequestName(name, id, sync, notify, out previous, ref after),
            MACH_NOTIFY_NO_SENDERS => RequestNoSenders(name, sync, notify, out previous, ref after),
            MACH_NOTIFY_PORT_DESTROYED => RequestPortDestroyed(name, sync, notify),
            _ => KERN_INVALID_VALUE,
        };
    }

    private kern_return_t RequestName(
        uint name, int id, uint sync, KPort? notify, out KPort? previous, ref Aftermath after)
    {
        previous = null;
        if (!IsValidName(name))
            return KERN_INVALID_ARGUMENT;
        Gate.Enter();
        var code = RequestNameLocked(name, id == MACH_NOTIFY_SEND_POSSIBLE, sync != 0, notify, out previous, ref after);
        Gate.Exit();
        return code;
    }

    private kern_return_t RequestNameLocked(
        uint name, bool sendPossible, bool immediate, KPort? notify, out KPort? previous, ref Aftermath after)
    {
        previous = null;
        ref var entry = ref Find(name);
        if (!Active || Missing(ref entry))
            return Active ? KERN_INVALID_NAME : KERN_INVALID_TASK;
        if (notify is null && entry.Request is null)
            return KERN_SUCCESS;
        if (entry.Has(MACH_PORT_TYPE_PORT_SET))
            return KERN_INVALID_RIGHT;
        if (!entry.Has(MACH_PORT_TYPE_DEAD_NAME))
        {
            var port = entry.Port;
            port.Gate.Enter();
            if (port.Active)
            {
                Register(ref entry, port, name, sendPossible, immediate, notify, out previous, ref after);
                port.Gate.Exit();
                return KERN_SUCCESS;
            }
            port.Gate.Exit();
            TurnDead(ref entry, port);
        }
        if (notify is null || !sendPossible)
            return KERN_INVALID_ARGUMENT;
        // R-DN-3: a dead name is told of at once, and its holder owns a reference more.
        entry.AddReference();
        after.Notify(Notices.Name(after.Kernel, MACH_NOTIFY_DEAD_NAME, notify, name));
        return KERN_SUCCESS;
    }

    /// <summary>Both gates held, port alive.</summary>
    private void Register(
        ref Entry entry, KPort port, uint name, bool sendPossible, bool immediate, KPort? notify, out KPort? previous, ref Aftermath after)
    {
        previous = null;
        if (entry.Request is { } old)
        {
            previous = port.RemoveRequest(old);
            entry.Request = null;
        }
        if (notify is null)
            return;
        // R-SP-1: a send is possible now.
        if (sendPossible && immediate && (entry.Has(MACH_PORT_TYPE_SEND_ONCE) || port.IsKernelOwned || !port.IsFull))
        {
            after.Notify(Notices.Name(after.Kernel, MACH_NOTIFY_SEND_POSSIBLE, notify, name));
            return;
        }
        var request = new KRequest(this, name, notify) { SendPossible = sendPossible, Armed = sendPossible && immediate };
        entry.Request = request;
        port.AddRequest(request);
    }

    private kern_return_t RequestNoSenders(uint name, uint sync, KPort? notify, out KPort? previous, ref Aftermath after)
    {
        previous = null;
        if (!IsValidName(name))
            return KERN_INVALID_RIGHT;
        var code = LockReceive(name, out var port);
        if (code != KERN_SUCCESS)
            return code;
        if (port!.Is(PortFlags.HardReply))
        {
            port.Gate.Exit();
            return KERN_INVALID_RIGHT;
        }
        previous = port.NoSenders;
        if (notify is not null && port.SendRights == 0 && sync <= port.MakeSendCount)
        {
            port.NoSenders = null;
            after.Notify(Notices.NoSenders(after.Kernel, notify, port.MakeSendCount));
        }
        else
        {
            port.NoSenders = notify;
        }
        port.Gate.Exit();
        return KERN_SUCCESS;
    }

    private kern_return_t RequestPortDestroyed(uint name, uint sync, KPort? notify)
    {
        if (sync != 0)
            return KERN_INVALID_VALUE;
        if (!IsValidName(name))
            return KERN_INVALID_RIGHT;
        var code = LockReceive(name, out var port);
        if (code != KERN_SUCCESS)
            return code;
        if (port!.KernelObject is not null || port.SpecialReplyOf is not null || port.Is(PortFlags.HardReply))
            code = KERN_INVALID_RIGHT;
        else if (port.Service is not null && Task.Kernel.Options.Policy.ServicePortsForBroker && !Task.IsBroker)
            code = KERN_FAILURE;
        else if (port.PortDestroyed is not null)
            code = KERN_FAILURE;
        else
            port.PortDestroyed = notify;
        port.Gate.Exit();
        return code;
    }

    /// <summary>
    /// Path R: the port of a live receive right, its gate held on success (R-NAME-13, R-NAME-14). A dead name, or a name
    /// whose port has died, is KERN_INVALID_NAME; another right is KERN_INVALID_RIGHT.
    /// </summary>
    internal kern_return_t LockReceive(uint name, out KPort? port)
    {
        port = null;
        Gate.Enter();
        var code = FindReceive(name, out port);
        if (code == KERN_SUCCESS)
            port!.Gate.Enter();
        Gate.Exit();
        return code;
    }

    /// <summary>As <see cref="LockReceive"/>, without the port's gate. Gate held.</summary>
    private kern_return_t FindReceive(uint name, out KPort? port)
    {
        port = null;
        ref var entry = ref Find(name);
        if (!Active)
            return KERN_INVALID_TASK;
        if (Missing(ref entry) || entry.Has(MACH_PORT_TYPE_DEAD_NAME))
            return KERN_INVALID_NAME;
        if (entry.Has(MACH_PORT_TYPE_RECEIVE))
        {
            port = entry.Port;
            return KERN_SUCCESS;
        }
        return !entry.Has(MACH_PORT_TYPE_PORT_SET) && !IsActive(entry.Port) ? KERN_INVALID_NAME : KERN_INVALID_RIGHT;
    }
}
