namespace Mach.Kernel;

/// <summary>Subsystem mach_eventlink: making, binding and ending event links. Signals and waits are calls of their own (<see cref="UnixCalls"/>).</summary>
internal sealed class EventlinkServer(ManagedKernel kernel) : MachEventlinkServer<KThread, KPort?, KernelObject>
{
    protected override kern_return_t Translate(KThread caller, KPort? port, MigSubject kind, out KernelObject subject)
    {
        subject = port?.KernelObject!;
        if (kind == MigSubject.EventLink)
            return subject is KEventlink { HasEnded: false } ? KERN_SUCCESS : KERN_TERMINATED;
        return subject is TaskView { Flavour: Flavour.Control } view && ReferenceEquals(view.Task, caller.Task)
            ? KERN_SUCCESS
            : KERN_INVALID_ARGUMENT;
    }

    protected override kern_return_t mach_eventlink_create(
        KThread caller, KernelObject task, uint option, out KPort?[] eventlink_pair)
    {
        eventlink_pair = new KPort?[2];
        if (option != MELC_OPTION_NO_COPYIN)
            return KERN_INVALID_ARGUMENT;
        var (one, other) = KEventlink.NewPair(kernel);
        eventlink_pair[0] = one.Port;
        eventlink_pair[1] = other.Port;
        return KERN_SUCCESS;
    }

    protected override kern_return_t mach_eventlink_destroy(KThread caller, KernelObject eventlink)
    {
        var after = new Aftermath(kernel);
        var port = ((KEventlink)eventlink).Port;
        port.Gate.Enter();
        port.Die(ref after);
        port.Gate.Exit();
        after.Run();
        return KERN_SUCCESS;
    }

    protected override kern_return_t mach_eventlink_associate(
        KThread caller, KernelObject eventlink, KPort? thread, ulong copyin_addr_wait, ulong copyin_mask_wait,
        ulong copyin_addr_signal, ulong copyin_mask_signal, uint option)
    {
        if ((copyin_addr_wait | copyin_mask_wait | copyin_addr_signal | copyin_mask_signal) != 0)
            return KERN_INVALID_ARGUMENT;
        var chosen = thread?.KernelObject is ThreadView { Flavour: Flavour.Control } view ? view.Thread : null;
        var fits = chosen is null ? option == MELA_OPTION_ASSOCIATE_ON_WAIT && thread is null : option == MELA_OPTION_NONE;
        if (!fits)
            return KERN_INVALID_ARGUMENT;
        var code = ((KEventlink)eventlink).Associate(chosen);
        if (code == KERN_SUCCESS)
            Release(thread);
        return code;
    }

    protected override kern_return_t mach_eventlink_disassociate(KThread caller, KernelObject eventlink, uint option)
    {
        if (option != MELD_OPTION_NONE)
            return KERN_INVALID_ARGUMENT;
        var after = new Aftermath(kernel);
        var code = ((KEventlink)eventlink).Disassociate(ref after);
        after.Run();
        return code;
    }

    private void Release(KPort? right)
    {
        var after = new Aftermath(kernel);
        after.Release(right, (byte)MACH_MSG_TYPE_PORT_SEND);
        after.Run();
    }
}
