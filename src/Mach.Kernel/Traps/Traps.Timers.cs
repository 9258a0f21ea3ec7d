namespace Mach.Kernel;

/// <summary>mk_timer: ports to which the kernel sends a message at a time (spec section 36).</summary>
internal sealed partial class Traps
{
    public override uint mk_timer_create_trap(KThread thread)
    {
        if (thread.Space.AllocatePort(withSend: false, out var name, out var port) != KERN_SUCCESS)
            return MACH_PORT_NULL;
        port!.Gate.Enter();
        if (port.Active)
            KTimer.BeginAt(kernel, port);
        port.Gate.Exit();
        return name;
    }

    public override kern_return_t mk_timer_destroy_trap(KThread thread, uint name)
    {
        var after = new Aftermath(kernel);
        var code = thread.Space.DestroyTimer(name, ref after);
        after.Run();
        return code;
    }

    public override kern_return_t mk_timer_arm_trap(KThread thread, uint name, ulong expire_time)
    {
        var code = thread.Space.LockTimer(name, out var timer);
        if (code != KERN_SUCCESS)
            return code;
        var after = new Aftermath(kernel);
        timer!.ArmAndUnlock(expire_time, ref after);
        after.Run();
        return KERN_SUCCESS;
    }

    /// <summary>Leeway allows an expiry to be late, which none is on purpose (R-TIM-11).</summary>
    public override kern_return_t mk_timer_arm_leeway_trap(
        KThread thread, uint name, ulong mk_timer_flags, ulong mk_timer_expire_time, ulong mk_timer_leeway) =>
        mk_timer_arm_trap(thread, name, mk_timer_expire_time);

    public override kern_return_t mk_timer_cancel_trap(KThread thread, uint name, UserPtr<ulong> result_time)
    {
        var code = thread.Space.LockTimer(name, out var timer);
        if (code != KERN_SUCCESS)
            return code;
        var due = timer!.CancelAndUnlock();
        return result_time.IsNull || result_time.TryWrite(thread.Memory, due) ? KERN_SUCCESS : KERN_FAILURE;
    }
}
