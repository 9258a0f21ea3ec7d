namespace Mach.Kernel;

/// <summary>Threads, special and registered ports, vouchers, tokens.</summary>
internal sealed partial class TaskServer
{
    protected override kern_return_t task_threads(KThread caller, TaskView target_task, out KPort?[] act_list)
    {
        var threads = target_task.Task.Threads();
        act_list = new KPort?[threads.Length];
        for (var index = 0; index < threads.Length; index++)
            act_list[index] = threads[index].SendTo(target_task.Flavour);
        return KERN_SUCCESS;
    }

    protected override kern_return_t thread_create(KThread caller, TaskView parent_task, out KPort? child_act)
    {
        var code = parent_task.Task.MakeThread(out var thread);
        child_act = thread?.SendTo(Flavour.Control);
        return code;
    }

    protected override kern_return_t thread_create_running(
        KThread caller, TaskView parent_task, int flavor, ReadOnlySpan<uint> new_state, out KPort? child_act)
    {
        child_act = null;
        var code = parent_task.Task.MakeThread(out var thread);
        if (code != KERN_SUCCESS)
            return code;
        code = ThreadStates.Write(thread!, flavor, new_state);
        var after = new Aftermath(kernel);
        if (code == KERN_SUCCESS)
        {
            child_act = thread!.SendTo(Flavour.Control);
            parent_task.Task.Suspend(thread, -1, ref after);
        }
        else
        {
            thread!.End(ref after);
        }
        after.Run();
        return code;
    }

    protected override kern_return_t mach_ports_register(KThread caller, TaskView target_task, KPort? port1, KPort? port2, KPort? port3)
    {
        var after = new Aftermath(kernel);
        var code = target_task.Task.RegisterPorts([port1, port2, port3], ref after);
        after.Run();
        return code;
    }

    protected override kern_return_t mach_ports_lookup(
        KThread caller, TaskView target_task, out KPort? port1, out KPort? port2, out KPort? port3)
    {
        var found = new KPort?[KTask.RegisteredPorts];
        target_task.Task.LookUpPorts(found);
        (port1, port2, port3) = (found[0], found[1], found[2]);
        return KERN_SUCCESS;
    }

    protected override kern_return_t task_get_special_port(KThread caller, TaskView task, int which_port, out KPort? special_port) =>
        task.Task.GetSpecialPort(which_port, task.Flavour, out special_port);

    protected override kern_return_t task_set_special_port(KThread caller, TaskView task, int which_port, KPort? special_port)
    {
        var after = new Aftermath(kernel);
        var code = task.Task.SetSpecialPort(which_port, special_port, ref after);
        after.Run();
        return code;
    }

    protected override kern_return_t task_create_identity_token(KThread caller, TaskView task, out KPort? token)
    {
        token = task.Task.SendToken();
        return KERN_SUCCESS;
    }

    protected override kern_return_t task_identity_token_get_task_port(
        KThread caller, TaskView token, uint flavor, out KPort? task_port)
    {
        task_port = null;
        const uint control = 0, read = 1, inspect = 2, name = 3;
        Flavour? wanted = flavor switch
        {
            control => Flavour.Control,
            read => Flavour.Read,
            inspect => Flavour.Inspect,
            name => Flavour.Name,
            _ => null,
        };
        if (wanted is null)
            return KERN_INVALID_ARGUMENT;
        if (!token.Task.IsAlive)
            return KERN_NOT_FOUND;
        task_port = token.Task.SendTo(wanted.Value);
        return KERN_SUCCESS;
    }

    protected override kern_return_t task_get_mach_voucher(KThread caller, TaskView task, uint which, out KPort? voucher)
    {
        voucher = null;     // a task has none (R-TSK-38)
        return KERN_SUCCESS;
    }

    protected override kern_return_t task_set_mach_voucher(KThread caller, TaskView task, KPort? voucher)
    {
        // Nothing is adopted by a task: the right is consumed (R-TSK-38).
        var after = new Aftermath(kernel);
        after.Release(voucher, (byte)MACH_MSG_TYPE_PORT_SEND);
        after.Run();
        return KERN_SUCCESS;
    }

    [Refuses("a task has no voucher of its own: XNU refuses it as well")]
    protected override kern_return_t task_swap_mach_voucher(KThread caller, TaskView task, KPort? new_voucher, ref KPort? old_voucher) =>
        KERN_NOT_SUPPORTED;
}
