using System.Runtime.InteropServices;

namespace Mach.Kernel;

/// <summary>Subsystem task: what ports and messages need of it.</summary>
internal sealed partial class TaskServer(ManagedKernel kernel) : MachTaskServer<KThread, KPort?, TaskView>
{
    protected override kern_return_t Translate(KThread caller, KPort? port, MigSubject kind, out TaskView subject)
    {
        var needed = kind switch
        {
            MigSubject.TaskName => Flavour.Name,
            MigSubject.TaskInspect => Flavour.Inspect,
            MigSubject.TaskRead => Flavour.Read,
            _ => Flavour.Control,
        };
        subject = (port?.KernelObject as TaskView)!;
        return subject is not null && subject.Flavour >= needed && subject.Task.IsAlive ? KERN_SUCCESS : KERN_INVALID_ARGUMENT;
    }

    protected override kern_return_t task_terminate(KThread caller, TaskView target_task)
    {
        var after = new Aftermath(kernel);
        target_task.Task.Terminate(ref after);
        after.Run();
        return KERN_SUCCESS;
    }

    protected override kern_return_t task_threads(KThread caller, TaskView target_task, out KPort?[] act_list)
    {
        var threads = target_task.Task.Threads();
        act_list = new KPort?[threads.Length];
        for (var index = 0; index < threads.Length; index++)
            act_list[index] = SendTo(threads[index].PortOf(target_task.Flavour));
        return KERN_SUCCESS;
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

    /// <summary>The two tokens; the other flavours are not served here.</summary>
    protected override kern_return_t task_info(
        KThread caller, TaskView target_task, uint flavor, Span<int> task_info_out, out uint task_info_outCnt)
    {
        task_info_outCnt = 0;
        uint[] words;
        switch (flavor)
        {
            case TASK_SECURITY_TOKEN:
                words = target_task.Task.Tokens.Security;
                break;
            case TASK_AUDIT_TOKEN:
                words = target_task.Task.Tokens.Audit;
                break;
            default:
                return KERN_NOT_SUPPORTED;
        }
        if (task_info_out.Length < words.Length)
            return KERN_INVALID_ARGUMENT;
        MemoryMarshal.Cast<uint, int>(words).CopyTo(task_info_out);
        task_info_outCnt = (uint)words.Length;
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

    private static KPort? SendTo(KPort port) => port.TryMakeSend() ? port : KPort.Dead;
}
