namespace Mach.Kernel;

/// <summary>Registers and scheduling.</summary>
internal sealed partial class ThreadServer
{
    protected override kern_return_t thread_get_state(
        KThread caller, ThreadView target_act, int flavor, Span<uint> old_state, out uint old_stateCnt) =>
        ThreadStates.Read(target_act.Thread, flavor, old_state, out old_stateCnt);

    protected override kern_return_t thread_set_state(
        KThread caller, ThreadView target_act, int flavor, ReadOnlySpan<uint> new_state) =>
        ThreadStates.Write(target_act.Thread, flavor, new_state);

    protected override kern_return_t act_get_state(
        KThread caller, ThreadView target_act, int flavor, Span<uint> old_state, out uint old_stateCnt)
    {
        old_stateCnt = 0;
        return ReferenceEquals(caller, target_act.Thread)
            ? KERN_INVALID_ARGUMENT
            : ThreadStates.Read(target_act.Thread, flavor, old_state, out old_stateCnt);
    }

    protected override kern_return_t act_set_state(KThread caller, ThreadView target_act, int flavor, ReadOnlySpan<uint> new_state) =>
        ReferenceEquals(caller, target_act.Thread) ? KERN_INVALID_ARGUMENT : ThreadStates.Write(target_act.Thread, flavor, new_state);

    protected override kern_return_t thread_convert_thread_state(
        KThread caller, ThreadView thread, int direction, int flavor, ReadOnlySpan<uint> in_state, Span<uint> out_state, out uint out_stateCnt) =>
        ThreadStates.Convert(direction, in_state, out_state, out out_stateCnt);

    protected override kern_return_t thread_policy(
        KThread caller, ThreadView thr_act, int policy, ReadOnlySpan<int> @base, int set_limit) =>
        thr_act.Thread.Policies.SetOld(policy, @base, [], hasLimit: false, set_limit != 0);

    protected override kern_return_t thread_set_policy(
        KThread caller, ThreadView thr_act, KPort? pset, int policy, ReadOnlySpan<int> @base, ReadOnlySpan<int> limit)
    {
        if (pset?.KernelObject is not KProcessorSet { IsNameOnly: false })
            return KERN_INVALID_ARGUMENT;
        var code = thr_act.Thread.Policies.SetOld(policy, @base, limit, hasLimit: true, setsLimit: false);
        if (code != KERN_SUCCESS)
            return code;
        var after = new Aftermath(kernel);
        after.Release(pset, (byte)MACH_MSG_TYPE_PORT_SEND);
        after.Run();
        return KERN_SUCCESS;
    }

    protected override kern_return_t thread_policy_set(KThread caller, ThreadView thread, uint flavor, ReadOnlySpan<int> policy_info) =>
        thread.Thread.IsEnded ? KERN_TERMINATED : thread.Thread.Policies.Set((int)flavor, policy_info, KindOf(thread));

    protected override kern_return_t thread_policy_get(
        KThread caller, ThreadView thread, uint flavor, Span<int> policy_info, out uint policy_infoCnt, ref int get_default)
    {
        policy_infoCnt = (uint)policy_info.Length;
        policy_info.Clear();
        return thread.Thread.IsEnded ? KERN_TERMINATED : thread.Thread.Policies.Get((int)flavor, policy_info, ref get_default, KindOf(thread));
    }

    private static CpuKind KindOf(ThreadView view) => view.Thread.User.Cpu?.Kind ?? KTask.ThisMachine;
}
