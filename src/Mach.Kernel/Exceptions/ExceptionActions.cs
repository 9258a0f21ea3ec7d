namespace Mach.Kernel;

/// <summary>Whom to tell of exceptions of one type, and how.</summary>
internal struct ExceptionAction
{
    internal KPort? Port;        // a send right; null or dead when nobody is told
    internal int Behaviour;      // EXCEPTION_DEFAULT, … with MACH_EXCEPTION_CODES and other flags
    internal int Flavor;         // of the state that goes along

    internal readonly bool IsLike(in ExceptionAction other) =>
        ReferenceEquals(Port, other.Port) && Behaviour == other.Behaviour && Flavor == other.Flavor;
}

/// <summary>The exception ports of a thread, a task or the host: one action for each type.</summary>
/// <remarks>
/// X1 Each action that has a live port holds a send right of its own to it.
/// X2 A thread that never had a port set has no actions at all; a task and the host always have one for each type.
/// </remarks>
/// <param name="always">What has not been set is there to be seen, without a port.</param>
internal sealed class ExceptionActions(bool always)
{
    /// <summary>Types are below this; 0 is none.</summary>
    internal const int Types = EXC_CORPSE_NOTIFY + 1;

    private const uint ValidMask = EXC_MASK_ALL | EXC_MASK_CRASH | EXC_MASK_CORPSE_NOTIFY;
    private const int Behaviours = ~MACH_EXCEPTION_MASK;

    private RankedLock _gate = new(LockRank.Transit);     // before Port: copies are made under it
    private static readonly ExceptionAction[] s_unset = new ExceptionAction[Types];
    private ExceptionAction[]? _actions;                  // _gate; null while nothing was set
    private bool _closed;                                 // _gate; its thread or task has ended

    /// <summary>What is wrong with the arguments of a set or swap, in the order in which it is found (R-EXN-2).</summary>
    internal static kern_return_t Check(uint mask, KPort? port, int behaviour, int flavor)
    {
        if ((mask & ~ValidMask) != 0)
            return KERN_INVALID_ARGUMENT;
        var how = behaviour & Behaviours;
        if (KPort.IsLive(port))
        {
            if (how is < EXCEPTION_DEFAULT or > EXCEPTION_STATE_IDENTITY_PROTECTED)
                return KERN_INVALID_ARGUMENT;
            var immovable = port.Is(PortFlags.ImmovableSend) || (port.Is(PortFlags.ImmovableReceive) && !port.Is(PortFlags.Exception));
            if (immovable)
                return KERN_INVALID_RIGHT;
        }
        if (flavor != 0 && !StateFlavors.IsAny(flavor))
            return KERN_INVALID_ARGUMENT;
        var needsCodes = how is EXCEPTION_IDENTITY_PROTECTED or EXCEPTION_STATE_IDENTITY_PROTECTED
            || (behaviour & MACH_EXCEPTION_BACKTRACE_PREFERRED) != 0;
        return needsCodes && (behaviour & MACH_EXCEPTION_CODES) == 0 ? KERN_INVALID_ARGUMENT : KERN_SUCCESS;
    }

    /// <summary>What is wrong with the mask of a get.</summary>
    internal static kern_return_t Check(uint mask) => (mask & ~ValidMask) != 0 ? KERN_INVALID_ARGUMENT : KERN_SUCCESS;

    /// <summary>Replaces the actions of the types in the mask. The send right is consumed on success.</summary>
    internal kern_return_t Set(uint mask, ExceptionAction action, ref Aftermath after)
    {
        var code = Check(mask, action.Port, action.Behaviour, action.Flavor);
        if (code != KERN_SUCCESS)
            return code;
        _gate.Enter();
        var open = !_closed;
        if (open)
            Replace(mask, action, ref after);
        _gate.Exit();
        return open ? KERN_SUCCESS : KERN_FAILURE;
    }

    /// <summary>As <see cref="Set"/>; also gives what was there before (R-EXN-7).</summary>
    internal kern_return_t Swap(uint mask, ExceptionAction action, out ExceptionGroup[] former, ref Aftermath after)
    {
        former = [];
        var code = Check(mask, action.Port, action.Behaviour, action.Flavor);
        if (code != KERN_SUCCESS)
            return code;
        _gate.Enter();
        var open = !_closed;
        if (open)
        {
            former = Group(mask);
            Replace(mask, action, ref after);
        }
        _gate.Exit();
        return open ? KERN_SUCCESS : KERN_FAILURE;
    }

    /// <summary>The actions of the types in the mask, with a send right of the caller's in each group (R-EXC-4).</summary>
    internal kern_return_t Get(uint mask, out ExceptionGroup[] groups)
    {
        groups = [];
        var code = Check(mask);
        if (code != KERN_SUCCESS)
            return code;
        _gate.Enter();
        var open = !_closed;
        if (open)
            groups = Group(mask);
        _gate.Exit();
        return open ? KERN_SUCCESS : KERN_FAILURE;
    }

    /// <summary>The action for one type, with a send right of the caller's; false when nobody is to be told.</summary>
    internal bool TryTake(int type, out ExceptionAction action)
    {
        _gate.Enter();
        action = _actions is { } actions ? actions[type] : default;
        action.Port = Copy(action.Port);
        _gate.Exit();
        return KPort.IsLive(action.Port);
    }

    /// <summary>A child begins with its parent's actions (R-EXC-15).</summary>
    internal void Inherit(ExceptionActions parent)
    {
        parent._gate.Enter();
        if (parent._actions is { } actions)
        {
            _actions = [.. actions];
            foreach (ref var action in _actions.AsSpan())
                action.Port = Copy(action.Port);
        }
        parent._gate.Exit();
    }

    /// <summary>The thread or task has ended: its actions are released, and no more can be set.</summary>
    internal void Close(ref Aftermath after)
    {
        _gate.Enter();
        _closed = true;
        foreach (var action in _actions ?? [])
            after.Release(action.Port, (byte)MACH_MSG_TYPE_PORT_SEND);
        _actions = null;
        _gate.Exit();
    }

    /// <summary>The actions stay what they are until <see cref="LetGo"/>: for a cut of the kernel.</summary>
    internal void Hold() => _gate.EnterBesideItsRank();

    internal void LetGo() => _gate.Exit();

    /// <summary>Every send right that is held here. Held.</summary>
    internal IEnumerable<KPort> HeldRights()
    {
        foreach (var action in _actions ?? [])
        {
            if (KPort.IsLive(action.Port))
                yield return action.Port;
        }
    }

    private void Replace(uint mask, ExceptionAction action, ref Aftermath after)
    {
        var own = action.Port;     // the right that was given; each action after the first takes a copy
        for (var type = FIRST_EXCEPTION; type < Types; type++)
        {
            if ((mask >> type & 1) == 0)
                continue;
            _actions ??= new ExceptionAction[Types];
            after.Release(_actions[type].Port, (byte)MACH_MSG_TYPE_PORT_SEND);
            _actions[type] = action with { Port = own ?? Copy(action.Port) };
            own = null;
        }
        after.Release(own, (byte)MACH_MSG_TYPE_PORT_SEND);
    }

    private ExceptionGroup[] Group(uint mask)
    {
        if ((_actions ?? (always ? s_unset : null)) is not { } actions)
            return [];
        var groups = new List<ExceptionGroup>(Types);
        for (var type = FIRST_EXCEPTION; type < Types; type++)
        {
            if ((mask >> type & 1) != 0)
                Add(groups, type, actions[type]);
        }
        var found = groups.ToArray();
        foreach (ref var group in found.AsSpan())
            group.Action.Port = Copy(group.Action.Port);
        return found;
    }

    private static void Add(List<ExceptionGroup> groups, int type, ExceptionAction action)
    {
        for (var index = 0; index < groups.Count; index++)
        {
            if (!groups[index].Action.IsLike(action))
                continue;
            groups[index] = groups[index] with { Mask = groups[index].Mask | 1u << type };
            return;
        }
        groups.Add(new ExceptionGroup { Mask = 1u << type, Action = action });
    }

    private static KPort? Copy(KPort? port) => !KPort.IsLive(port) ? port : port.TryCopySend() ? port : KPort.Dead;
}
