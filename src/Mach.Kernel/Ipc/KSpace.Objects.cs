namespace Mach.Kernel;

internal sealed partial class KSpace
{
    /// <summary>
    /// What the kernel serves behind the send right that a name holds, for the calls that operate on it by name; null behind a port of
    /// somebody else. A port whose object has ended may still show it.
    /// </summary>
    internal kern_return_t FindObject(uint name, out KernelObject? served)
    {
        if (FindPort(name) is { } port)
        {
            port.Gate.Enter();
            var believed = port.Active && HoldsSend(name, port);
            served = port.KernelObject;
            port.Gate.Exit();
            if (believed)
                return KERN_SUCCESS;
        }
        served = null;
        Gate.Enter();
        ref var entry = ref FindTurned(name);
        var code = KERN_SUCCESS;
        if (!Active || Missing(ref entry) || entry.Has(MACH_PORT_TYPE_DEAD_NAME))
            code = KERN_INVALID_NAME;
        else if (!entry.Has(MACH_PORT_TYPE_SEND))
            code = KERN_INVALID_RIGHT;
        else
            served = entry.Port.KernelObject;
        Gate.Exit();
        return code;
    }

    /// <summary>What can be watched under a name: what can be received from, but for special reply ports (R-KEV-1). Gate held.</summary>
    internal kern_return_t FindWatchable(uint name, out KObject? on)
    {
        on = null;
        ref var entry = ref FindTurned(name);
        if (!Active || !IsValidName(name) || Missing(ref entry) || entry.Has(MACH_PORT_TYPE_DEAD_NAME))
            return KERN_INVALID_NAME;
        if (!entry.Has(MACH_PORT_TYPE_RECEIVE | MACH_PORT_TYPE_PORT_SET) || entry.Object is KPort { SpecialReplyOf: not null })
            return KERN_INVALID_RIGHT;
        on = entry.Object;
        return KERN_SUCCESS;
    }

    /// <summary>The timer that a name receives from, with the gate of its port held (R-TMR-2).</summary>
    internal kern_return_t LockTimer(uint name, out KTimer? timer)
    {
        timer = null;
        var code = LockReceive(name, out var port);
        if (code != KERN_SUCCESS)
            return code;
        timer = port!.KernelObject as KTimer;
        if (timer is not null)
            return KERN_SUCCESS;
        port.Gate.Exit();
        return KERN_INVALID_ARGUMENT;
    }

    /// <summary>mk_timer_destroy (R-TIM-14).</summary>
    internal kern_return_t DestroyTimer(uint name, ref Aftermath after)
    {
        Gate.Enter();
        ref var entry = ref FindTurned(name);
        kern_return_t code;
        if (!Active || Missing(ref entry))
            code = KERN_INVALID_NAME;
        else if (!entry.Has(MACH_PORT_TYPE_RECEIVE))
            code = KERN_INVALID_RIGHT;
        else if (entry.Port.KernelObject is not KTimer)
            code = KERN_INVALID_ARGUMENT;
        else
            code = CheckDestruct(ref entry, 0, guard: 0);
        if (code == KERN_SUCCESS)
            DropReceive(ref entry, name, ref after);
        Gate.Exit();
        return code;
    }
}
