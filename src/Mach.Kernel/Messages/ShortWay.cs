namespace Mach.Kernel;

/// <summary>How far the short way went.</summary>
internal enum ShortOutcome : byte
{
    /// <summary>Nowhere: nothing has changed.</summary>
    None,

    /// <summary>The header's rights are in the message; its body comes next.</summary>
    Taken,

    /// <summary>The message was queued or handed over.</summary>
    Sent,
}

/// <summary>
/// The way of the common message: no voucher; a send right copied or made for its destination with no reply right or
/// a send-once right made for one; or a send-once right used up by an answer.
/// </summary>
/// <remarks>
/// Names are believed under the gates of their ports (S6), and a message without a body is queued in the same hold of the
/// destination's gate in which its right is taken. Whatever does not fit here has changed nothing and goes the long way, which
/// has every answer.
/// </remarks>
internal static class ShortWay
{
    private const uint Remote = MACH_MSGH_BITS_REMOTE_MASK;
    private const uint ReplyAndVoucher = MACH_MSGH_BITS_LOCAL_MASK | MACH_MSGH_BITS_VOUCHER_MASK;

    internal static ShortOutcome TrySend(KThread thread, in OutgoingHeader header, KMessage message, ref Aftermath after)
    {
        if (thread.Kernel.HasSendPolicy || thread.Send.Has(MACH_SEND_NOTIFY) || header.Voucher != MACH_PORT_NULL)
            return ShortOutcome.None;
        message.Bits = header.Bits;
        message.Id = header.Id;
        message.SentBy(thread.Task.Tokens);
        if (!TryTake(thread, header, message, ref after))
            return ShortOutcome.None;
        return message.IsComplex ? ShortOutcome.Taken : ShortOutcome.Sent;
    }

    private static bool TryTake(KThread thread, in OutgoingHeader header, KMessage message, ref Aftermath after)
    {
        var remote = header.Bits & Remote;
        var reply = header.Bits & ReplyAndVoucher;
        if (remote is MACH_MSG_TYPE_COPY_SEND or MACH_MSG_TYPE_MAKE_SEND)
        {
            return (reply, header.Local) switch
            {
                (0, MACH_PORT_NULL) => TrySendTo(thread.Space, header.Remote, remote, message, ref after),
                (MACH_MSG_TYPE_MAKE_SEND_ONCE << 8, not (MACH_PORT_NULL or MACH_PORT_DEAD)) => TryCall(thread.Space, header, remote, message, ref after),
                _ => false,
            };
        }
        return remote == MACH_MSG_TYPE_MOVE_SEND_ONCE && reply == 0 && header.Local == MACH_PORT_NULL
            && TryAnswer(thread.Space, header.Remote, message, ref after);
    }

    private static bool TryCall(KSpace space, in OutgoingHeader header, uint remote, KMessage message, ref Aftermath after)
    {
        if (space.FindPort(header.Local) is not { } port)
            return false;
        port.Gate.Enter();
        var made = port.IsReceivedAs(space, header.Local);
        if (made)
            port.SendOnceRights++;
        port.Gate.Exit();
        if (!made)
            return false;
        message.Reply = port;
        message.ReplyType = (byte)MACH_MSG_TYPE_PORT_SEND_ONCE;
        if (TrySendTo(space, header.Remote, remote, message, ref after))
            return true;
        message.Reply = null;
        message.ReplyType = 0;
        port.Gate.Enter();
        if (port.Active)
            port.SendOnceRights--;
        port.Gate.Exit();
        return false;
    }

    private static bool TrySendTo(KSpace space, uint name, uint disposition, KMessage message, ref Aftermath after)
    {
        if (space.FindPort(name) is not { } port)
            return false;
        port.Gate.Enter();
        var copies = disposition == MACH_MSG_TYPE_COPY_SEND;
        var sent = port.TakesAnyMessage
            && (copies ? space.HoldsSend(name, port) : port.IsReceivedAs(space, name))
            && TryTakeSend(port, copies, message, ref after);
        port.Gate.Exit();
        return sent;
    }

    private static bool TryTakeSend(KPort port, bool copies, KMessage message, ref Aftermath after)
    {
        if (port.IsFull && !message.IsComplex)
            return false;
        if (!copies)
            port.MakeSendCount++;
        port.SendRights++;
        message.Destination = port;
        message.DestinationType = (byte)MACH_MSG_TYPE_PORT_SEND;
        if (!message.IsComplex)
            port.Accept(message, force: true, ref after);
        return true;
    }

    private static bool TryAnswer(KSpace space, uint name, KMessage message, ref Aftermath after)
    {
        space.Gate.Enter();
        ref var entry = ref space.Find(name);
        var sent = space.Active && !KSpace.Missing(ref entry) && entry.Has(MACH_PORT_TYPE_SEND_ONCE)
            && TryUseUp(space, ref entry, name, message, ref after);
        space.Gate.Exit();
        return sent;
    }

    private static bool TryUseUp(KSpace space, ref Entry entry, uint name, KMessage message, ref Aftermath after)
    {
        var port = entry.Port;
        port.Gate.Enter();
        var takes = port.TakesAnyMessage && port.MessageCount < KPort.QueueCeiling;
        if (takes)
        {
            space.UseUp(ref entry, port, name, ref after);
            message.Destination = port;
            message.DestinationType = (byte)MACH_MSG_TYPE_PORT_SEND_ONCE;
            if (!message.IsComplex)
                port.Accept(message, force: true, ref after);
        }
        port.Gate.Exit();
        return takes;
    }
}
