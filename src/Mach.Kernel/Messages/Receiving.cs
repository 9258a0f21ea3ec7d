using System.Buffers.Binary;

namespace Mach.Kernel;

/// <summary>The receive half of a call (spec section 26).</summary>
internal static class Receiving
{
    /// <summary>Receives or goes to sleep; the thread's Receive holds the arguments.</summary>
    internal static TrapStatus Start(KThread thread, out kern_return_t code, ref Aftermath after)
    {
        ref var receive = ref thread.Receive;
        if (receive.BadVector)
        {
            code = MACH_RCV_INVALID_ARGUMENTS;
            return TrapStatus.Done;
        }
        // A port's own word on who receives it is proof enough, so its space is not locked for it.
        if (thread.Space.FindPort(receive.Name) is { } port && !receive.Has(MACH64_RCV_SYNC_WAIT))
        {
            port.Gate.Enter();
            if (port.IsReceivedAs(thread.Space, receive.Name))
                return FromPort(thread, port, out code, ref after);
            port.Gate.Exit();
        }
        return LookUp(thread, out code, ref after);
    }

    private static TrapStatus LookUp(KThread thread, out kern_return_t code, ref Aftermath after)
    {
        ref var receive = ref thread.Receive;
        var space = thread.Space;
        space.Gate.Enter();
        ref var entry = ref space.Find(receive.Name);
        if (!space.Active || KSpace.Missing(ref entry) || !entry.Has(MACH_PORT_TYPE_RECEIVE | MACH_PORT_TYPE_PORT_SET))
        {
            space.Gate.Exit();
            code = MACH_RCV_INVALID_NAME;
            return TrapStatus.Done;
        }
        if (receive.Has(MACH64_RCV_SYNC_WAIT) && !SyncWaitIsGood(thread, entry.Object!))
        {
            space.Gate.Exit();
            code = MACH_RCV_INVALID_NOTIFY;
            return TrapStatus.Done;
        }
        if (entry.Object is KPortSet set)
        {
            space.Gate.Exit();
            return FromSet(thread, set, out code, ref after);
        }
        var port = entry.Port;
        port.Gate.Enter();
        space.Gate.Exit();
        return FromPort(thread, port, out code, ref after);
    }

    /// <summary>R-M2-11: a thread that names whom to boost receives on its special reply port.</summary>
    private static bool SyncWaitIsGood(KThread thread, KObject from)
    {
        ref var receive = ref thread.Receive;
        return receive.SyncWait == MACH_PORT_NULL
            || (receive.SyncWait != MACH_PORT_DEAD && from is KPort port && ReferenceEquals(port.SpecialReplyOf, thread));
    }

    /// <summary>Gate of the port held on entry, not on return.</summary>
    private static TrapStatus FromPort(KThread thread, KPort port, out kern_return_t code, ref Aftermath after)
    {
        if (port.First is { } waiting)
        {
            var message = Claim(thread, port, waiting, ref after);
            port.Gate.Exit();
            code = message is null ? TooLarge(thread) : Finish(thread, message, ref after);
            return TrapStatus.Done;
        }
        ref var receive = ref thread.Receive;
        code = MACH_RCV_TIMED_OUT;
        var sleeps = !Polls(receive) && thread.BeginWait(port, receive.Has(MACH_RCV_TIMEOUT));
        var serial = thread.WaitSerial;
        if (sleeps)
            port.AwaitMessage(thread);
        port.Gate.Exit();
        return sleeps ? Sleep(thread, serial) : TrapStatus.Done;
    }

    private static TrapStatus FromSet(KThread thread, KPortSet set, out kern_return_t code, ref Aftermath after)
    {
        ref var receive = ref thread.Receive;
        while (true)
        {
            set.Gate.Enter();
            if (set.FirstReady is not { } membership)
                break;
            set.Gate.Exit();
            var port = membership.Port;
            port.Gate.Enter();
            if (membership.Joined && port.First is { } waiting)
            {
                var message = Claim(thread, port, waiting, ref after);
                if (message is not null)
                    set.Rotate(membership);
                port.Gate.Exit();
                code = message is null ? TooLarge(thread) : Finish(thread, message, ref after);
                return TrapStatus.Done;
            }
            if (membership.Joined)
                set.MarkEmpty(membership);
            port.Gate.Exit();
        }
        code = set.Active ? MACH_RCV_TIMED_OUT : MACH_RCV_PORT_CHANGED;
        var sleeps = set.Active && !Polls(receive) && thread.BeginWait(set, receive.Has(MACH_RCV_TIMEOUT));
        var serial = thread.WaitSerial;
        if (sleeps)
            set.AwaitMessage(thread);
        set.Gate.Exit();
        return sleeps ? Sleep(thread, serial) : TrapStatus.Done;
    }

    private static bool Polls(in ReceiveArguments receive) => receive.Has(MACH_RCV_TIMEOUT) && receive.Timeout == 0;

    /// <summary>The thread is on its list already and may wake at any moment.</summary>
    private static TrapStatus Sleep(KThread thread, uint serial)
    {
        if (thread.Receive.Has(MACH_RCV_TIMEOUT))
            thread.Kernel.Timers.Add(thread, serial, thread.Kernel.Time.AfterMilliseconds(thread.Receive.Timeout));
        return TrapStatus.Blocked;
    }

    /// <summary>Takes the first message, or notes what it needs and leaves it. Gate of the port held.</summary>
    private static KMessage? Claim(KThread thread, KPort port, KMessage waiting, ref Aftermath after)
    {
        if (!thread.Receive.IsTooSmallFor(waiting))
            return port.TakeForReceiver(thread, ref after);
        thread.NoteTooLarge(waiting, port);
        return null;
    }

    /// <summary>Tells the caller what the message that stayed queued needs (R-RCV-4). No lock held.</summary>
    internal static kern_return_t TooLarge(KThread thread)
    {
        ref var receive = ref thread.Receive;
        var memory = thread.Memory;
        if (receive.Size >= 8 && !new UserPtr<uint>(receive.Address + 4).TryWrite(memory, receive.NeededSize))
            return MACH_RCV_INVALID_DATA;
        if (receive.Has(MACH64_RCV_LARGE_IDENTITY) && receive.Size >= 16
            && !new UserPtr<uint>(receive.Address + 12).TryWrite(memory, receive.NeededName))
            return MACH_RCV_INVALID_DATA;
        if (receive is { IsVector: true, AuxAddress: not 0 }
            && !new UserPtr<ulong>(receive.AuxAddress).TryWrite(memory, receive.NeededAux))
            return MACH_RCV_INVALID_DATA;
        return MACH_RCV_TOO_LARGE;
    }

    /// <summary>Copies a message that was taken off its port out to the thread. No lock held.</summary>
    internal static kern_return_t Finish(KThread thread, KMessage message, ref Aftermath after)
    {
        if (!thread.Receive.Fits(message))
            return Discard(thread, message, MACH_RCV_TOO_LARGE, ref after);
        var code = HeaderCopyOut.Give(thread, message, ref after);
        if (code != MACH_MSG_SUCCESS)
            return Discard(thread, message, code, ref after);
        ref var receive = ref thread.Receive;
        if (message.DescriptorCount > 0)
            code = BodyCopyOut.Give(thread, message, message.Bytes, receive.Address, forReceive: true, ref after);
        var trailer = receive.TrailerSize;
        KTrailer.Write(
            message.Bytes.AsSpan(message.Size, (int)trailer), trailer, message.Sequence, message.Sender, message.PortContext);
        var written = thread.Memory.TryWrite(receive.Address, message.Bytes.AsSpan(0, message.Size + (int)trailer))
            && (!receive.IsVector || receive.AuxAddress == 0 || WriteAux(thread, message));
        message.DescriptorCount = 0;
        thread.Keep(message);
        return written ? code : MACH_RCV_INVALID_DATA;
    }

    private static bool WriteAux(KThread thread, KMessage message)
    {
        Span<byte> none = stackalloc byte[Sending.AuxHeaderSize];
        none.Clear();
        return thread.Memory.TryWrite(thread.Receive.AuxAddress, message.AuxSize == 0 ? none : message.Aux);
    }

    /// <summary>
    /// The message cannot be delivered: a bare header tells of it and everything it carried is destroyed (R-RCV-3, R-RCV-9).
    /// </summary>
    private static kern_return_t Discard(KThread thread, KMessage message, kern_return_t code, ref Aftermath after)
    {
        ref var receive = ref thread.Receive;
        if (receive.Size < MessageScan.HeaderSize)
        {
            message.ReleaseAll(ref after);
            return MACH_RCV_INVALID_DATA;
        }
        Span<byte> bare = stackalloc byte[MessageScan.HeaderSize + KTrailer.Largest];
        var voucher = message.VoucherType == 0 ? message.OpaqueVoucher : MACH_PORT_NULL;
        HeaderCopyOut.Write(
            bare,
            message.Bits & MACH_MSGH_BITS_COMPLEX | (uint)message.VoucherType << 16 | (uint)message.DestinationType << 8 | message.ReplyType,
            MessageScan.HeaderSize,
            ReferenceEquals(message.Reply, KPort.Dead) ? MACH_PORT_DEAD : MACH_PORT_NULL,
            message.LocalName,
            voucher,
            message.Id);
        var size = receive.TrailerSize;
        KTrailer.Write(bare.Slice(MessageScan.HeaderSize, (int)size), size, message.Sequence, null, 0);
        var room = (int)Math.Min(receive.Size, MessageScan.HeaderSize + size);
        var written = thread.Memory.TryWrite(receive.Address, bare[..room]);
        message.ReleaseAll(ref after);
        return written ? code : MACH_RCV_INVALID_DATA;
    }
}
