namespace Mach.Kernel;

/// <summary>The traps that this kernel serves; the base class refuses the others by name.</summary>
/// <remarks>
/// A task argument must name the caller's own control port; anything else answers MACH_SEND_INVALID_DEST, on which
/// the user library sends the message instead (R-NAME-12).
/// </remarks>
internal sealed partial class Traps(ManagedKernel kernel) : MachTrapHandlers<KThread>
{
    private static bool IsOwn(KThread thread, uint target)
    {
        var port = thread.Space.SendTarget(target);
        return ReferenceEquals(port, thread.Task.Control);
    }

    public override uint mach_reply_port(KThread thread)
    {
        thread.Space.AllocateRight(MACH_PORT_RIGHT_RECEIVE, out var name);
        return name;
    }

    public override uint task_self_trap(KThread thread) => GiveSend(thread, thread.Task.SendTo(Flavour.Control));

    public override uint thread_self_trap(KThread thread) => GiveSend(thread, thread.SendTo(Flavour.Control));

    public override uint host_self_trap(KThread thread) => GiveSend(thread, SendTo(kernel.HostPorts.Of(thread.Task)));

    public override uint thread_get_special_reply_port(KThread thread)
    {
        if (thread.Space.AllocatePort(withSend: true, out var name, out var port) != KERN_SUCCESS)
            return MACH_PORT_NULL;
        port!.SpecialReplyOf = thread;
        if (thread.SpecialReply is { } old)
            old.SpecialReplyOf = null;
        thread.SpecialReply = port;
        return name;
    }

    private static KPort SendTo(KPort port) => port.TryMakeSend() ? port : KPort.Dead;

    /// <summary>Puts a send right to one of the kernel's ports under a name of the caller's; null when there is no room.</summary>
    private uint GiveSend(KThread thread, KPort port)
    {
        if (!KPort.IsLive(port))
            return MACH_PORT_DEAD;
        var after = new Aftermath(kernel);
        var name = thread.Space.Accept(port, ref after);
        after.Run();
        return name;
    }
}
