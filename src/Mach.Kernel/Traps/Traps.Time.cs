namespace Mach.Kernel;

/// <summary>The traps that tell the time or wait for it.</summary>
internal sealed partial class Traps
{
    public override TrapStatus mach_wait_until_trap(KThread thread, ref TrapFrame frame, ulong deadline)
    {
        if (deadline <= kernel.Time.Now)
            return Done(ref frame, KERN_SUCCESS);
        return kernel.Sleep.Until(deadline, thread, Continuation.ReturnCode, ref frame);
    }

    /// <summary>Absolute time counts nanoseconds. A bad pointer is nobody's affair (R-TIM-28).</summary>
    public override kern_return_t mach_timebase_info_trap(KThread thread, UserPtr<mach_timebase_info_data_t> info)
    {
        _ = info.TryWrite(thread.Memory, new mach_timebase_info_data_t { numer = 1, denom = 1 });
        return KERN_SUCCESS;
    }
}
