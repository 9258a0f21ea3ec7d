namespace Mach.Kernel;

internal sealed partial class KSpace
{
    /// <summary>
    /// Puts a right that nobody else holds any more under a name of this space (spec section 5). Gate held.
    /// </summary>
    /// <returns>
    /// KERN_SUCCESS with the name (MACH_PORT_DEAD when the port has died; the right is then gone), or
    /// KERN_NO_SPACE with MACH_PORT_NULL and the right left with the caller.
    /// </returns>
    internal kern_return_t CopyOut(KPort? port, byte type, out uint name, ref Aftermath after)
    {
        if (!KPort.IsLive(port))
        {
            name = port is null ? MACH_PORT_NULL : MACH_PORT_DEAD;
            return KERN_SUCCESS;
        }
        // A send-once right has a new name anyway; that its port dies just now is found out when the name is used.
        if (type == MACH_MSG_TYPE_PORT_SEND_ONCE && Volatile.Read(ref port.Active))
            return Insert(port, MACH_PORT_TYPE_SEND_ONCE, 1, out name);
        if (type == MACH_MSG_TYPE_PORT_RECEIVE)
            after.Kernel.LeaveTransit(port);
        port.Gate.Enter();
        var code = KERN_SUCCESS;
        if (!port.Active)
            name = MACH_PORT_DEAD;
        else if (type == MACH_MSG_TYPE_PORT_SEND)
            code = CopyOutSend(port, out name, ref after);
        else if (type == MACH_MSG_TYPE_PORT_SEND_ONCE)
            name = MACH_PORT_DEAD;
        else
            code = CopyOutReceive(port, out name);
        port.Gate.Exit();
        return code;
    }

    /// <summary>Puts a send right under a name; without room it is released and the name is MACH_PORT_NULL. Gate not held.</summary>
    internal uint Accept(KPort port, ref Aftermath after)
    {
        var name = MACH_PORT_NULL;
        Gate.Enter();
        var code = Active ? CopyOut(port, (byte)MACH_MSG_TYPE_PORT_SEND, out name, ref after) : KERN_INVALID_TASK;
        Gate.Exit();
        if (code != KERN_SUCCESS)
            after.Release(port, (byte)MACH_MSG_TYPE_PORT_SEND);
        return name;
    }

    private kern_return_t CopyOutSend(KPort port, out uint name, ref Aftermath after)
    {
        name = NameOf(port);
        if (name != MACH_PORT_NULL)
        {
            MergeSend(ref Find(name), port, ref after);
            return KERN_SUCCESS;
        }
        var code = Insert(port, MACH_PORT_TYPE_SEND, 1, out name);
        if (code == KERN_SUCCESS)
            NoteSend(port, name);
        return code;
    }

    /// <summary>A send right joins a name that the space has for the port; a second one counts here only. Both gates held.</summary>
    private static void MergeSend(ref Entry entry, KPort port, ref Aftermath after)
    {
        if (entry.Has(MACH_PORT_TYPE_SEND))
        {
            entry.AddReference();
            port.DropSend(ref after);
            return;
        }
        entry.Type |= MACH_PORT_TYPE_SEND;
        entry.Urefs = 1;
    }

    private kern_return_t CopyOutReceive(KPort port, out uint name)
    {
        if (_sends.Remove(port, out name))
        {
            Find(name).Type |= MACH_PORT_TYPE_RECEIVE;
        }
        else
        {
            var code = Insert(port, MACH_PORT_TYPE_RECEIVE, 0, out name);
            if (code != KERN_SUCCESS)
                return code;
        }
        port.Receiver = this;
        port.ReceiverName = name;
        return KERN_SUCCESS;
    }

    /// <summary>A new name for an object. Gate held.</summary>
    internal kern_return_t Insert(KObject? target, uint type, ushort urefs, out uint name)
    {
        var code = Allocate(out name);
        if (code == KERN_SUCCESS)
            Fill(ref At((int)(name >> 8)), target, type, urefs);
        return code;
    }

    private static void Fill(ref Entry entry, KObject? target, uint type, ushort urefs)
    {
        entry.Object = target;
        entry.Type = type;
        entry.Urefs = urefs;
    }
}
