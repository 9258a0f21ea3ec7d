namespace Mach;

/// <summary>Receive rights for replies, made and given up by trap.</summary>
internal static class ReplyPorts
{
    /// <summary>A fresh receive right; the null name when there is none to be had.</summary>
    internal static mach_port_name_t Make(CallingThread thread) => new MachTrapClient(thread).mach_reply_port();

    /// <summary>Destroys a receive right of the thread's task, and with it what is queued there.</summary>
    internal static void Destroy(MachThread thread, mach_port_name_t name)
    {
        if (name != MACH_PORT_NULL)
            _ = new PortCalls(thread).ModRefs(name, MACH_PORT_RIGHT_RECEIVE, -1);
    }

    /// <summary>The same in the name of a thread whose OS thread is gone. The traps never sleep.</summary>
    internal static void DestroyFor(TrapThread thread, IKernel kernel, mach_port_name_t name)
    {
        TrapFrame self = new(MachTrapNumbers.task_self_trap);
        _ = kernel.Trap(thread, ref self);
        TrapFrame frame = new(MachTrapNumbers._kernelrpc_mach_port_mod_refs_trap)
        {
            A0 = (uint)self.R0,
            A1 = name,
            A2 = MACH_PORT_RIGHT_RECEIVE,
            A3 = uint.MaxValue,   // -1
        };
        _ = kernel.Trap(thread, ref frame);
        TrapFrame release = new(MachTrapNumbers._kernelrpc_mach_port_deallocate_trap) { A0 = (uint)self.R0, A1 = (uint)self.R0 };
        _ = kernel.Trap(thread, ref release);
    }
}
