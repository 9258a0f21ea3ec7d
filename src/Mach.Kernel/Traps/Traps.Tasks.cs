namespace Mach.Kernel;

/// <summary>Tasks by process number, and the number of a task (R-TSK-47 to R-TSK-51).</summary>
internal sealed partial class Traps
{
    public override kern_return_t task_for_pid(KThread thread, uint target_tport, int pid, UserPtr<uint> t)
    {
        var found = IsControl(thread, target_tport) && pid != 0 ? kernel.FindTask(pid) : null;
        var task = Permitted(thread, TaskAccessKind.Control, found);
        return task is null ? Give(thread, null, Flavour.Control, t) : GiveBehindAccessPort(thread, task, t);
    }

    /// <summary>A task with an access port is given only by whoever receives there (R-TSK-48); this kernel asks nobody, which is a refusal.</summary>
    private kern_return_t GiveBehindAccessPort(KThread thread, KTask task, UserPtr<uint> place)
    {
        task.GetSpecialPort(TASK_ACCESS_PORT, Flavour.Control, out var access);
        var after = new Aftermath(kernel);
        after.Release(access, (byte)MACH_MSG_TYPE_PORT_SEND);
        after.Run();
        var exempt = access is null || ReferenceEquals(task, thread.Task) || thread.Task.Tokens.Identity.UserId == 0;
        var code = Give(thread, exempt ? task : null, Flavour.Control, place);
        return !exempt && !KPort.IsLive(access) ? KERN_PROTECTION_FAILURE : code;
    }

    public override kern_return_t task_name_for_pid(KThread thread, uint target_tport, int pid, UserPtr<uint> tn)
    {
        var found = IsControl(thread, target_tport) ? kernel.FindTask(pid) : null;
        return Give(thread, Permitted(thread, TaskAccessKind.Name, found), Flavour.Name, tn);
    }

    public override kern_return_t debug_control_port_for_pid(KThread thread, uint target_tport, int pid, UserPtr<uint> t)
    {
        var found = IsControl(thread, target_tport) && pid != 0 ? kernel.FindTask(pid) : null;
        var task = Permitted(thread, TaskAccessKind.DebugControl, found);
        if (task is null)
            return Give(thread, null, Flavour.Control, t);
        // Who debugs by its own port says so by setting one; else the control port is that port.
        task.GetSpecialPort(TASK_DEBUG_CONTROL_PORT, Flavour.Control, out var right);
        return GiveRight(thread, right ?? task.SendTo(Flavour.Control), t);
    }

    public override kern_return_t pid_for_task(KThread thread, uint t, UserPtr<int> x)
    {
        var view = thread.Space.SendTarget(t)?.KernelObject as TaskView;
        var known = view is not null && view.Task.IsAlive;
        var written = x.TryWrite(thread.Memory, known ? view!.Task.ProcessId : -1);
        return known && written ? KERN_SUCCESS : KERN_FAILURE;
    }

    private static bool IsControl(KThread thread, uint name) =>
        thread.Space.SendTarget(name)?.KernelObject is TaskView { Flavour: Flavour.Control, Task.IsAlive: true };

    /// <summary>The task if its owner's rule lets the caller have that port. A task about which nobody said who it is gets its own.</summary>
    private KTask? Permitted(KThread thread, TaskAccessKind kind, KTask? task)
    {
        if (task is null || (!thread.Task.IsSomebody && !ReferenceEquals(task, thread.Task)))
            return null;
        return kernel.Options.TaskAccess.WhyNot(kind, thread.Task.Tokens.Identity, task.Tokens.Identity) is null ? task : null;
    }

    private kern_return_t Give(KThread thread, KTask? task, Flavour flavour, UserPtr<uint> place) =>
        GiveRight(thread, task?.SendTo(flavour), place);

    /// <summary>Every way writes the name; a bad place for it is nobody's business (R-TSK-47).</summary>
    private kern_return_t GiveRight(KThread thread, KPort? right, UserPtr<uint> place)
    {
        var name = KPort.IsLive(right) ? GiveSend(thread, right) : MACH_PORT_NULL;
        place.TryWrite(thread.Memory, name);
        return name == MACH_PORT_NULL ? KERN_FAILURE : KERN_SUCCESS;
    }
}
