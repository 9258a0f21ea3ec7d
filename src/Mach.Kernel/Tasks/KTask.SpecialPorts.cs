namespace Mach.Kernel;

internal sealed partial class KTask
{
    internal const int RegisteredPorts = 3;

    private RankedLock _special = new(LockRank.Transit);               // before Port: copies are made under it
    private readonly KPort?[] _registered = new KPort?[RegisteredPorts];   // _special; send rights
    private KPort? _bootstrap, _access, _debugControl, _resourceNotify;    // _special; send rights

    /// <summary>A copy of the send right that stands for a special port; null when none is set, Dead when its port died (R-TASK-5).</summary>
    internal kern_return_t GetSpecialPort(int which, Flavour through, out KPort? right)
    {
        right = null;
        var needed = which switch
        {
            TASK_NAME_PORT or TASK_INSPECT_PORT => Flavour.Inspect,
            TASK_READ_PORT => Flavour.Read,
            _ => Flavour.Control,
        };
        if (through == Flavour.Name)
            return KERN_INVALID_ARGUMENT;
        if (through < needed)
            return KERN_INVALID_CAPABILITY;
        switch (which)
        {
            case TASK_KERNEL_PORT:
                right = SendTo(Flavour.Control);
                break;
            case TASK_NAME_PORT:
                right = SendTo(Flavour.Name);
                break;
            case TASK_INSPECT_PORT:
                right = SendTo(Flavour.Inspect);
                break;
            case TASK_READ_PORT:
                right = SendTo(Flavour.Read);
                break;
            case TASK_HOST_PORT:
                right = MakeSend(Kernel.HostPorts.Of(this));
                break;
            case TASK_BOOTSTRAP_PORT or TASK_ACCESS_PORT or TASK_DEBUG_CONTROL_PORT or TASK_RESOURCE_NOTIFY_PORT:
                _special.Enter();
                right = Copy(Stored(which));
                _special.Exit();
                break;
            default:
                return KERN_INVALID_ARGUMENT;
        }
        return KERN_SUCCESS;
    }

    /// <summary>Stores a send right, which is consumed on success; the old one is released (R-TASK-4).</summary>
    internal kern_return_t SetSpecialPort(int which, KPort? right, ref Aftermath after)
    {
        if (IsImmovable(right))
            return KERN_INVALID_RIGHT;
        switch (which)
        {
            case TASK_KERNEL_PORT or TASK_HOST_PORT:
                return KERN_NO_ACCESS;
            case TASK_BOOTSTRAP_PORT or TASK_ACCESS_PORT or TASK_DEBUG_CONTROL_PORT or TASK_RESOURCE_NOTIFY_PORT:
                break;
            default:
                return KERN_INVALID_ARGUMENT;
        }
        _special.Enter();
        ref var slot = ref Stored(which);
        var old = slot;
        if (which == TASK_ACCESS_PORT && old is not null)
        {
            _special.Exit();
            return KERN_NO_ACCESS;
        }
        slot = right;
        _special.Exit();
        after.Release(old, (byte)MACH_MSG_TYPE_PORT_SEND);
        return KERN_SUCCESS;
    }

    /// <summary>Replaces the registered ports by send rights that are consumed; a missing one becomes null (R-TASK-7).</summary>
    internal kern_return_t RegisterPorts(scoped ReadOnlySpan<KPort?> rights, ref Aftermath after)
    {
        foreach (var right in rights)
        {
            if (IsImmovable(right))
                return KERN_INVALID_RIGHT;
        }
        _special.Enter();
        for (var index = 0; index < RegisteredPorts; index++)
        {
            after.Release(_registered[index], (byte)MACH_MSG_TYPE_PORT_SEND);
            _registered[index] = index < rights.Length ? rights[index] : null;
        }
        _special.Exit();
        return KERN_SUCCESS;
    }

    /// <summary>Copies of the three registered send rights.</summary>
    internal void LookUpPorts(Span<KPort?> rights)
    {
        _special.Enter();
        for (var index = 0; index < RegisteredPorts; index++)
            rights[index] = Copy(_registered[index]);
        _special.Exit();
    }

    /// <summary>A child begins with its parent's bootstrap, access, registered and exception ports (R-TSK-7).</summary>
    internal void Inherit(KTask parent)
    {
        parent.LookUpPorts(_registered);
        parent._special.Enter();
        _bootstrap = Copy(parent._bootstrap);
        _access = Copy(parent._access);
        parent._special.Exit();
        Exceptions.Inherit(parent.Exceptions);
    }

    /// <summary>The special ports stay what they are until <see cref="LetSpecialPortsGo"/>: for a cut of the kernel.</summary>
    internal void HoldSpecialPorts() => _special.EnterBesideItsRank();

    internal void LetSpecialPortsGo() => _special.Exit();

    /// <summary>Every send right that the task's record holds. They are held meanwhile.</summary>
    internal IEnumerable<KPort> HeldRights()
    {
        foreach (var port in (KPort?[])[_bootstrap, _access, _debugControl, _resourceNotify, .. _registered])
        {
            if (KPort.IsLive(port))
                yield return port;
        }
        foreach (var port in Exceptions.HeldRights())
            yield return port;
        foreach (var thread in _threads)
        {
            foreach (var port in thread.HeldRights())
                yield return port;
        }
    }

    private void ReleaseSpecialPorts(ref Aftermath after)
    {
        RegisterPorts([], ref after);
        foreach (var which in (ReadOnlySpan<int>)[TASK_BOOTSTRAP_PORT, TASK_ACCESS_PORT, TASK_DEBUG_CONTROL_PORT, TASK_RESOURCE_NOTIFY_PORT])
        {
            _special.Enter();
            ref var slot = ref Stored(which);
            after.Release(slot, (byte)MACH_MSG_TYPE_PORT_SEND);
            slot = null;
            _special.Exit();
        }
    }

    private ref KPort? Stored(int which)
    {
        switch (which)
        {
            case TASK_BOOTSTRAP_PORT:
                return ref _bootstrap;
            case TASK_ACCESS_PORT:
                return ref _access;
            case TASK_DEBUG_CONTROL_PORT:
                return ref _debugControl;
            default:
                return ref _resourceNotify;
        }
    }

    private bool IsImmovable(KPort? right) =>
        KPort.IsLive(right) && (right.Is(PortFlags.ImmovableReceive) || Space.IsImmovable(right));

    private static KPort? MakeSend(KPort port) => port.TryMakeSend() ? port : KPort.Dead;

    private static KPort? Copy(KPort? port) => !KPort.IsLive(port) ? port : port.TryCopySend() ? port : KPort.Dead;
}
