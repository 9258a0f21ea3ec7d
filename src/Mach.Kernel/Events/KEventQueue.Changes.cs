namespace Mach.Kernel;

internal sealed partial class KEventQueue
{
    private const uint SyncPeek = 0x8000;      // MACH_RCV_SYNC_PEEK: of the kernel's own header
    private const uint Honoured = (uint)MACH_RCV_MSG | (uint)MACH_RCV_LARGE | (uint)MACH_RCV_LARGE_IDENTITY | (uint)MACH_RCV_TRAILER_MASK
        | MACH_RCV_VOUCHER | (uint)MACH_MSG_STRICT_REPLY | SyncPeek;

    private const uint Fixed = (uint)MACH_RCV_MSG | SyncPeek;

    private int Change(in KernelEvent change, ref Aftermath after)
    {
        if (change.Filter != KernelEvent.MachPort)
            return EINVAL;
        var known = Find(change);
        if ((change.Flags & KernelEventFlags.Delete) != KernelEventFlags.None)
        {
            if (known is null)
                return ENOENT;
            Drop(known);
            return 0;
        }
        if (known is not null)
            return Touch(known, change, ref after);
        return (change.Flags & KernelEventFlags.Add) == KernelEventFlags.None ? ENOENT : Attach(change, ref after);
    }

    private Knote? Find(in KernelEvent change)
    {
        foreach (var knote in _knotes)
        {
            if (knote.IsMeantBy(change))
                return knote;
        }
        return null;
    }

    /// <summary>New values for what is watched already (R-KEV-12).</summary>
    private int Touch(Knote knote, in KernelEvent change, ref Aftermath after)
    {
        if ((change.Flags & KernelEventFlags.Add) != KernelEventFlags.None)
        {
            if (((knote.Asked.Fflags ^ change.Fflags) & Fixed) != 0)
                return EINVAL;
            knote.Asked.Fflags = change.Fflags & Honoured;
            knote.Asked.Ext0 = change.Ext0;
            knote.Asked.Ext1 = change.Ext1;
            knote.Asked.Udata = change.Udata;
            knote.Asked.Qos = change.Qos;
        }
        if ((change.Flags & KernelEventFlags.Disable) != KernelEventFlags.None)
            SetDisabled(knote, true, ref after);
        else if ((change.Flags & KernelEventFlags.Enable) != KernelEventFlags.None)
            SetDisabled(knote, false, ref after);
        return 0;
    }

    private void SetDisabled(Knote knote, bool disabled, ref Aftermath after)
    {
        _gate.Enter();
        knote.Disabled = disabled;
        // Whether there is anything to report is seen when it is looked at.
        var first = !disabled && Enqueue(knote);
        _gate.Exit();
        if (first && activated is not null)
            after.Tell(this);
    }

    /// <summary>Begins to watch (R-KEV-1).</summary>
    private int Attach(in KernelEvent change, ref Aftermath after)
    {
        const KernelEventFlags forVanished = KernelEventFlags.Dispatch | KernelEventFlags.UdataSpecific;
        if ((change.Flags & KernelEventFlags.Vanished) != KernelEventFlags.None && (change.Flags & forVanished) != forVanished)
            return EINVAL;
        var name = (uint)change.Ident;
        var space = task.Space;
        space.Gate.Enter();
        var code = space.FindWatchable(name, out var on);
        if (code == KERN_SUCCESS)
        {
            var knote = new Knote(this, on!, change);
            knote.Asked.Fflags &= Honoured;
            _knotes.Add(knote);
            List(knote, ref after);
        }
        space.Gate.Exit();
        return code == KERN_SUCCESS ? 0 : code == KERN_INVALID_NAME ? ENOENT : ENOTSUP;
    }

    /// <summary>Joins those who watch; what waits already counts (R-KQ-2). The gate of the space held, so that it is there still.</summary>
    private static void List(Knote knote, ref Aftermath after)
    {
        if (knote.On is KPort port)
        {
            port.Gate.Enter();
            port.Knotes.Add(knote);
            if (port.First is not null)
                knote.Queue.Activate(knote, gone: false, ref after);
            port.Gate.Exit();
        }
        else if (knote.On is KPortSet set)
        {
            set.Gate.Enter();
            set.Knotes.Add(knote);
            if (set.FirstReady is not null)
                knote.Queue.Activate(knote, gone: false, ref after);
            set.Gate.Exit();
        }
    }
}
