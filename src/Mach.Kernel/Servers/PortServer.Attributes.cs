namespace Mach.Kernel;

internal sealed partial class PortServer
{
    protected override kern_return_t mach_port_get_attributes(
        KThread caller, KSpace task, uint name, int flavor, Span<int> port_info_out, out uint port_info_outCnt)
    {
        port_info_outCnt = (uint)port_info_out.Length;
        return task.GetAttributes(name, flavor, port_info_out, ref port_info_outCnt);
    }

    protected override kern_return_t mach_port_set_attributes(
        KThread caller, KSpace task, uint name, int flavor, ReadOnlySpan<int> port_info)
    {
        var after = new Aftermath(kernel);
        var code = task.SetAttributes(name, flavor, port_info, ref after);
        after.Run();
        return code;
    }

    protected override kern_return_t mach_port_assert_attributes(
        KThread caller, KSpace task, uint name, int flavor, ReadOnlySpan<int> info) =>
        BrokenGuard.Note(caller, task, name, GuardedCall.AssertGuard, task.AssertGuard(name, flavor, info));

    protected override kern_return_t mach_port_set_mscount(KThread caller, KSpace task, uint name, uint mscount) =>
        task.SetMakeSendCount(name, mscount);

    protected override kern_return_t mach_port_set_seqno(KThread caller, KSpace task, uint name, uint seqno) =>
        task.SetSequence(name, seqno);

    protected override kern_return_t mach_port_get_srights(KThread caller, KSpace task, uint name, out uint srights) =>
        task.GetSendRights(name, out srights);

    protected override kern_return_t mach_port_dnrequest_info(
        KThread caller, KSpace task, uint name, out uint dnr_total, out uint dnr_used) =>
        task.GetRequests(name, out dnr_total, out dnr_used);

    protected override kern_return_t mach_port_get_context(KThread caller, KSpace task, uint name, out ulong context) =>
        task.GetContext(name, out context);

    protected override kern_return_t mach_port_set_context(KThread caller, KSpace task, uint name, ulong context) =>
        BrokenGuard.Note(caller, task, name, GuardedCall.SetContext, task.SetContext(name, context));

    protected override kern_return_t mach_port_guard(KThread caller, KSpace task, uint name, ulong guard, int strict) =>
        task.Guard(name, guard, strict != 0, immovable: false);

    protected override kern_return_t mach_port_guard_with_flags(KThread caller, KSpace task, uint name, ulong guard, ulong flags) =>
        task.Guard(name, guard, (flags & MPG_STRICT) != 0, (flags & MPG_IMMOVABLE_RECEIVE) != 0);

    protected override kern_return_t mach_port_unguard(KThread caller, KSpace task, uint name, ulong guard) =>
        BrokenGuard.Note(caller, task, name, GuardedCall.Unguard, task.Unguard(name, guard));

    protected override kern_return_t mach_port_swap_guard(KThread caller, KSpace task, uint name, ulong old_guard, ulong new_guard) =>
        BrokenGuard.Note(caller, task, name, GuardedCall.SwapGuard, task.SwapGuard(name, old_guard, new_guard));
}
