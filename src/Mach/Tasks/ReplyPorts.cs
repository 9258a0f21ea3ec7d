namespace Mach;

/// <summary>Receive rights for replies, made and given up by trap.</summary>
internal static class ReplyPorts
{
    // mach_reply_port, _kernelrpc_mach_port_mod_refs_trap, task_self_trap.
    private const int ReplyPortTrap = -26;
    private const int ModRefsTrap = -19;
    private const int TaskSelfTrap = -28;

    /// <summary>A fresh receive right; null name when there is none to be had.</summary>
    internal static uint Make(CallingThread thread)
    {
        TrapFrame frame = new(ReplyPortTrap);
        thread.Call(ref frame);
        return (uint)frame.R0;
    }

    /// <summary>Destroys a receive right of the thread's task.</summary>
    internal static void Destroy(MachThread thread, uint name)
    {
        if (name == 0)
            return;
        TrapFrame frame = ModRefs(thread.Task.SelfName, name);
        thread.Call(ref frame);
    }

    /// <summary>The same in the name of a thread whose OS thread is gone. The trap never sleeps.</summary>
    internal static void DestroyFor(MachThread thread, IKernel kernel, uint name)
    {
        TrapFrame self = new(TaskSelfTrap);
        _ = kernel.Trap(thread, ref self);
        TrapFrame frame = ModRefs((uint)self.R0, name);
        _ = kernel.Trap(thread, ref frame);
    }

    private static TrapFrame ModRefs(uint task, uint name) => new(ModRefsTrap)
    {
        A0 = task,
        A1 = name,
        A2 = 1,                // MACH_PORT_RIGHT_RECEIVE
        A3 = uint.MaxValue,    // -1
    };
}
