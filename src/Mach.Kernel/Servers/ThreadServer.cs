namespace Mach.Kernel;

/// <summary>Subsystem thread_act. This part has who may call what, running and stopping, ports and facts.</summary>
internal sealed partial class ThreadServer(ManagedKernel kernel) : ThreadActServer<KThread, KPort?, ThreadView>
{
    protected override kern_return_t Translate(KThread caller, KPort? port, MigSubject kind, out ThreadView subject)
    {
        var needed = kind switch
        {
            MigSubject.ThreadInspect => Flavour.Inspect,
            MigSubject.ThreadRead or MigSubject.Port => Flavour.Read,
            _ => Flavour.Control,
        };
        subject = (port?.KernelObject as ThreadView)!;
        return subject is not null && subject.Flavour >= needed && subject.Thread.Task.IsAlive ? KERN_SUCCESS : KERN_INVALID_ARGUMENT;
    }

    protected override kern_return_t thread_terminate(KThread caller, ThreadView target_act)
    {
        var thread = target_act.Thread;
        if (thread.IsEnded)
            return KERN_TERMINATED;
        // What runs code of this process ends by its own return, as a thread of the C library does by its own call (R-THR-4).
        if (thread.User.Cpu is null)
            return KERN_DENIED;
        var after = new Aftermath(kernel);
        thread.User.Cpu.Stop();
        thread.End(ref after, runs: true);
        after.Run();
        return KERN_SUCCESS;
    }

    protected override kern_return_t thread_suspend(KThread caller, ThreadView target_act) => Suspend(target_act, 1);

    protected override kern_return_t thread_resume(KThread caller, ThreadView target_act) => Suspend(target_act, -1);

    protected override kern_return_t thread_abort(KThread caller, ThreadView target_act)
    {
        if (target_act.Thread.IsEnded)
            return KERN_TERMINATED;
        var after = new Aftermath(kernel);
        target_act.Thread.Interrupt(ref after);
        after.Run();
        return KERN_SUCCESS;
    }

    /// <summary>Every wait of this kernel is a safe one (R-THR-7), but for that for a handler: that exception stays in its hands.</summary>
    protected override kern_return_t thread_abort_safely(KThread caller, ThreadView target_act) =>
        target_act.Thread.IsExcepting ? KERN_SUCCESS : thread_abort(caller, target_act);

    [Refuses("the kernel lowers nobody's priority for a while, so that no thread is ever depressed")]
    protected override kern_return_t thread_depress_abort(KThread caller, ThreadView thread) =>
        thread.Thread.IsEnded ? KERN_TERMINATED : KERN_NOT_DEPRESSED;

    protected override kern_return_t thread_get_special_port(KThread caller, ThreadView thr_act, int which_port, out KPort? special_port)
    {
        special_port = null;
        var wanted = which_port switch
        {
            THREAD_INSPECT_PORT => Flavour.Inspect,
            THREAD_READ_PORT => Flavour.Read,
            _ => Flavour.Control,
        };
        if (thr_act.Flavour < wanted)
            return KERN_INVALID_CAPABILITY;
        if (thr_act.Thread.IsEnded)
            return KERN_FAILURE;
        if (which_port is < THREAD_KERNEL_PORT or > THREAD_MAX_SPECIAL_PORT)
            return KERN_INVALID_ARGUMENT;
        special_port = thr_act.Thread.SendTo(wanted);
        return KERN_SUCCESS;
    }

    [Refuses("what its special ports are is the kernel's choice: XNU lets nobody set them either")]
    protected override kern_return_t thread_set_special_port(KThread caller, ThreadView thr_act, int which_port, KPort? special_port) =>
        which_port == THREAD_KERNEL_PORT ? KERN_NO_ACCESS : KERN_INVALID_ARGUMENT;

    protected override kern_return_t thread_info(
        KThread caller, ThreadView target_act, uint flavor, Span<int> thread_info_out, out uint thread_info_outCnt) =>
        ThreadInfo.Read(target_act.Thread, (int)flavor, thread_info_out, out thread_info_outCnt);

    protected override kern_return_t thread_get_mach_voucher(KThread caller, ThreadView thr_act, uint which, out KPort? voucher)
    {
        voucher = thr_act.Thread.CopyVoucher();
        return KERN_SUCCESS;
    }

    protected override kern_return_t thread_set_mach_voucher(KThread caller, ThreadView thr_act, KPort? voucher)
    {
        var thread = thr_act.Thread;
        if (!ReferenceEquals(thread, caller) && !thread.IsUnstarted)
            return KERN_INVALID_ARGUMENT;
        if (KPort.IsLive(voucher) && voucher.KernelObject is not KVoucher)
            return KERN_INVALID_ARGUMENT;
        var after = new Aftermath(kernel);
        thread.Adopt(voucher, ref after);
        after.Run();
        return KERN_SUCCESS;
    }

    [Refuses("the old voucher and the new are two calls: XNU refuses the exchange as well")]
    protected override kern_return_t thread_swap_mach_voucher(
        KThread caller, ThreadView thr_act, KPort? new_voucher, ref KPort? old_voucher) =>
        KERN_NOT_SUPPORTED;

    private kern_return_t Suspend(ThreadView view, int delta)
    {
        var after = new Aftermath(kernel);
        var code = view.Thread.Task.Suspend(view.Thread, delta, ref after);
        after.Run();
        return code;
    }
}
