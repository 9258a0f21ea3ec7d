namespace Mach.Kernel;

/// <summary>Contexts and guards, which are one word (spec section 32).</summary>
internal sealed partial class KSpace
{
    /// <summary>mach_port_get_context: a strict guard is not shown (R-CTX-1).</summary>
    internal kern_return_t GetContext(uint name, out ulong context)
    {
        context = 0;
        var code = IsValidName(name) ? LockReceive(name, out var port) : Refuse(out port);
        if (code != KERN_SUCCESS)
            return code;
        context = port!.Is(PortFlags.StrictGuard) ? 0 : port.Context;
        port.Gate.Exit();
        return KERN_SUCCESS;
    }

    /// <summary>mach_port_set_context: on a port guarded without strictness this changes the guard (R-CTX-1).</summary>
    internal kern_return_t SetContext(uint name, ulong context)
    {
        var code = IsValidName(name) ? LockReceive(name, out var port) : Refuse(out port);
        if (code != KERN_SUCCESS)
            return code;
        if (port!.Is(PortFlags.StrictGuard))
            code = KERN_INVALID_ARGUMENT;
        else
            port.Context = context;
        port.Gate.Exit();
        return code;
    }

    /// <summary>mach_port_guard and mach_port_guard_with_flags (R-GRD-1, R-GRD-2).</summary>
    internal kern_return_t Guard(uint name, ulong guard, bool strict, bool immovable)
    {
        if (!IsValidName(name))
            return KERN_INVALID_NAME;
        var code = LockReceive(name, out var port);
        if (code != KERN_SUCCESS)
            return code;
        if (port!.Context != 0)
        {
            code = KERN_INVALID_ARGUMENT;
        }
        else
        {
            port.Context = guard;
            port.Flags |= PortFlags.Guarded
                | (strict ? PortFlags.StrictGuard : PortFlags.None)
                | (immovable ? PortFlags.ImmovableReceive : PortFlags.None);
        }
        port.Gate.Exit();
        return code;
    }

    /// <summary>mach_port_unguard: immovability stays (R-GRD-2, R-GRD-3).</summary>
    internal kern_return_t Unguard(uint name, ulong guard)
    {
        if (!IsValidName(name))
            return KERN_INVALID_NAME;
        var code = LockReceive(name, out var port);
        if (code != KERN_SUCCESS)
            return code;
        if (port!.Is(PortFlags.Guarded) && port.Context == guard)
        {
            port.Context = 0;
            port.Flags &= ~(PortFlags.Guarded | PortFlags.StrictGuard);
        }
        else
        {
            code = KERN_INVALID_ARGUMENT;
        }
        port.Gate.Exit();
        return code;
    }

    /// <summary>mach_port_swap_guard (R-GRD-4).</summary>
    internal kern_return_t SwapGuard(uint name, ulong old, ulong guard)
    {
        if (!IsValidName(name))
            return KERN_INVALID_NAME;
        var code = LockReceive(name, out var port);
        if (code != KERN_SUCCESS)
            return code;
        if (port!.Is(PortFlags.Guarded) && !port.Is(PortFlags.StrictGuard) && port.Context == old)
            port.Context = guard;
        else
            code = KERN_INVALID_ARGUMENT;
        port.Gate.Exit();
        return code;
    }

    /// <summary>mach_port_assert_attributes (R-GRD-5).</summary>
    internal kern_return_t AssertGuard(uint name, int flavor, ReadOnlySpan<int> words)
    {
        if (flavor != MACH_PORT_GUARD_INFO)
            return KERN_INVALID_ARGUMENT;
        if (words.Length < 2)
            return KERN_FAILURE;
        var guard = (uint)words[0] | (ulong)(uint)words[1] << 32;
        var code = IsValidName(name) ? LockReceive(name, out var port) : Refuse(out port);
        if (code != KERN_SUCCESS)
            return code;
        if (!port!.Is(PortFlags.StrictGuard) || port.Context != guard)
            code = KERN_INVALID_ARGUMENT;
        port.Gate.Exit();
        return code;
    }

    /// <summary>How the receive right of a name is guarded; null when it has none.</summary>
    internal GuardState? GuardOf(uint name)
    {
        if (!IsValidName(name) || LockReceive(name, out var port) != KERN_SUCCESS)
            return null;
        var state = new GuardState(port!.Is(PortFlags.Guarded), port.Is(PortFlags.StrictGuard), port.Context);
        port.Gate.Exit();
        return state;
    }
}
