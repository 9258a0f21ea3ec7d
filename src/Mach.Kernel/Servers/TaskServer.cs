namespace Mach.Kernel;

/// <summary>Subsystem task. This part has who may call what, and what concerns the task as a whole.</summary>
internal sealed partial class TaskServer(ManagedKernel kernel) : MachTaskServer<KThread, KPort?, TaskView>
{
    /// <summary>A port that does not qualify makes the task null; <see cref="Dispatch"/> says what that means to the routine.</summary>
    protected override kern_return_t Translate(KThread caller, KPort? port, MigSubject kind, out TaskView subject)
    {
        subject = kind switch
        {
            MigSubject.TaskSuspensionToken => port?.KernelObject is TaskResumption resumption ? new TaskView(resumption.Task, Flavour.Name) : null!,
            MigSubject.TaskIdentityToken => port?.KernelObject is TaskToken token ? new TaskView(token.Task, Flavour.Name) : null!,
            MigSubject.Port => (port?.KernelObject as TaskView)!,
            _ => ViewOf(port, NeededFor(kind))!,
        };
        return subject is null ? KERN_INVALID_TASK : KERN_SUCCESS;
    }

    /// <inheritdoc/>
    public override kern_return_t Dispatch(KThread caller, ref MigRequest<KPort?> request, ref MigReply<KPort?> reply)
    {
        var code = base.Dispatch(caller, ref request, ref reply);
        return code == KERN_INVALID_TASK && !AnswersInvalidTask(MigWire.IdOf(request.Bytes)) ? KERN_INVALID_ARGUMENT : code;
    }

    /// <summary>The task behind a port that allows enough; null when it is none, or has ended.</summary>
    internal static TaskView? ViewOf(KPort? port, Flavour needed) =>
        port?.KernelObject is TaskView view && view.Flavour >= needed && view.Task.IsAlive ? view : null;

    private static Flavour NeededFor(MigSubject kind) => kind switch
    {
        MigSubject.TaskName => Flavour.Name,
        MigSubject.TaskInspect or MigSubject.TaskPolicyGet => Flavour.Inspect,
        MigSubject.TaskRead => Flavour.Read,
        _ => Flavour.Control,
    };

    /// <summary>Vouchers, guard behaviour, notifications of loaded images, the shared cache (R-TSK-4).</summary>
    private bool AnswersInvalidTask(int id) => (id - First) is 39 or 40 or 47 or 52 or 53 or 56 or 59;

    protected override kern_return_t task_terminate(KThread caller, TaskView target_task)
    {
        var after = new Aftermath(kernel);
        target_task.Task.Terminate(ref after);
        after.Run();
        return KERN_SUCCESS;
    }

    protected override kern_return_t task_suspend(KThread caller, TaskView target_task)
    {
        var after = new Aftermath(kernel);
        var code = target_task.Task.Suspend(caller.Space, ref after);
        after.Run();
        return code;
    }

    protected override kern_return_t task_resume(KThread caller, TaskView target_task)
    {
        var after = new Aftermath(kernel);
        var code = target_task.Task.Resume(caller.Space, ref after);
        after.Run();
        return code;
    }

    protected override kern_return_t task_suspend2(KThread caller, TaskView target_task, out KPort? suspend_token)
    {
        var after = new Aftermath(kernel);
        var code = target_task.Task.SuspendByToken(out var token, ref after);
        suspend_token = token;
        after.Run();
        return code;
    }

    protected override kern_return_t task_resume2(KThread caller, TaskView suspend_token)
    {
        if (!suspend_token.Task.IsAlive)
            return KERN_INVALID_ARGUMENT;
        var after = new Aftermath(kernel);
        var code = suspend_token.Task.ResumeByToken(ref after);
        after.Run();
        return code;
    }

    protected override kern_return_t task_info(
        KThread caller, TaskView target_task, uint flavor, Span<int> task_info_out, out uint task_info_outCnt) =>
        TaskInfo.Read(target_task, (int)flavor, task_info_out, out task_info_outCnt);

    [Refuses("a task has no facts that anybody may set: XNU refuses every flavor as well")]
    protected override kern_return_t task_set_info(KThread caller, TaskView target_task, uint flavor, ReadOnlySpan<int> task_info_in) =>
        KERN_INVALID_ARGUMENT;

    [Refuses("no counters of instructions and cycles are kept, as on machines without them")]
    protected override kern_return_t task_inspect(KThread caller, TaskView task, uint flavor, Span<int> info_out, out uint info_outCnt)
    {
        info_outCnt = 0;
        return flavor != TASK_INSPECT_BASIC_COUNTS || info_out.Length < (int)TASK_INSPECT_BASIC_COUNTS_COUNT
            ? KERN_INVALID_ARGUMENT
            : KERN_NOT_SUPPORTED;
    }

    protected override kern_return_t task_policy_set(KThread caller, TaskView task, uint flavor, ReadOnlySpan<int> policy_info) =>
        task.Task.Policies.Set(
            (int)flavor, policy_info, ReferenceEquals(task.Task, caller.Task) && caller.Task.Tokens.Identity.UserId == 0);

    protected override kern_return_t task_policy_get(
        KThread caller, TaskView task, uint flavor, Span<int> policy_info, out uint policy_infoCnt, ref int get_default)
    {
        policy_infoCnt = (uint)policy_info.Length;
        return task.Task.Policies.Get((int)flavor, policy_info, ref get_default);
    }

    protected override kern_return_t _kernelrpc_mach_task_is_self(KThread caller, TaskView task, out int is_self)
    {
        is_self = ReferenceEquals(task.Task, caller.Task) ? 1 : 0;
        return KERN_SUCCESS;
    }

    [Refuses("the footprint of a task is not limited; the code is that of an XNU without this feature")]
    protected override kern_return_t task_set_phys_footprint_limit(KThread caller, TaskView task, int new_limit, out int old_limit)
    {
        old_limit = 0;
        return caller.Task.Tokens.Identity.UserId == 0 ? KERN_FAILURE : KERN_NO_ACCESS;
    }
}
