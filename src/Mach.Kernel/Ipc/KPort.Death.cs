namespace Mach.Kernel;

internal sealed partial class KPort
{
    /// <summary>
    /// Its receive right is in no space any more: leaves every set, wakes its receivers, and forgets what does not
    /// survive a move (R-CIN-13). Gate held.
    /// </summary>
    internal void ClearReceiver(ref Aftermath after)
    {
        Receiver = null;
        ReceiverName = MACH_PORT_NULL;
        MakeSendCount = 0;
        Sequence = 0;
        Context = 0;
        Flags &= ~(PortFlags.Guarded | PortFlags.StrictGuard | PortFlags.ImmovableReceive);
        LeaveSets();
        Knotes.Vanish(ref after);
        WakeReceivers(MACH_RCV_PORT_CHANGED, ref after);
    }

    /// <summary>
    /// A receive right that nobody holds is due to be destroyed: it goes to the port-destroyed request if there is one,
    /// else the port dies. No lock held.
    /// </summary>
    internal void LoseReceiver(ref Aftermath after)
    {
        after.Kernel.LeaveTransit(this);
        Gate.Enter();
        if (TakePortDestroyed(ref after) is { } notify)
        {
            Gate.Exit();
            after.Notify(Notices.PortDestroyed(after.Kernel, notify, this));
            return;
        }
        Die(ref after);
        Gate.Exit();
    }

    /// <summary>The armed port-destroyed request, whose owner gets the receive right instead of its destruction. Gate held.</summary>
    internal KPort? TakePortDestroyed(ref Aftermath after)
    {
        if (!Active || PortDestroyed is not { } notify)
            return null;
        PortDestroyed = null;
        ClearReceiver(ref after);
        return notify;
    }

    /// <summary>The port dies (R-DIE-1). Gate held; entries are the caller's affair.</summary>
    internal void Die(ref Aftermath after)
    {
        if (!Active)
            return;
        Active = false;
        Receiver = null;
        ReceiverName = MACH_PORT_NULL;
        KernelObject?.PortDies(ref after);
        KernelObject = null;
        LeaveSets();
        Knotes.Vanish(ref after);
        WakeReceivers(MACH_RCV_PORT_CHANGED, ref after);
        WakeSenders(ref after);
        while (TakeFirst() is { } message)
            after.Destroy(message);
        FireDeadName(ref after);
        if (NoSenders is { } senders)
        {
            NoSenders = null;
            after.Release(senders, (byte)MACH_MSG_TYPE_PORT_SEND_ONCE);
        }
        if (PortDestroyed is { } destroyed)
        {
            PortDestroyed = null;
            after.Release(destroyed, (byte)MACH_MSG_TYPE_PORT_SEND_ONCE);
        }
        after.Kernel.NotePortDeath();
    }
}
