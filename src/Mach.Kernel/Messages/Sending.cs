using System.Buffers.Binary;

namespace Mach.Kernel;

/// <summary>The send half of a call: copy in, then queue, wait or serve.</summary>
internal static class Sending
{
    internal const int AuxHeaderSize = 8;

    /// <summary>The number of descriptors is to be read from the message.</summary>
    internal const long CountInMessage = -1;

    private const int LargestAux = 1024;
    private const ulong Kinds =
        MACH64_SEND_KOBJECT_CALL | MACH64_SEND_MQ_CALL | MACH64_SEND_ANY | MACH64_SEND_DK_CALL;

    /// <summary>Exactly one kind of call, and a vector only where one may be (R-M2-3).</summary>
    internal static bool KindsAreGood(ulong options)
    {
        var kind = options & Kinds;
        return kind != 0 && (kind & (kind - 1)) == 0
            && ((options & MACH64_MSG_VECTOR) == 0 || (options & (MACH64_SEND_MQ_CALL | MACH64_SEND_ANY)) != 0);
    }

    /// <summary>Sends; the thread's Send holds the arguments.</summary>
    /// <param name="thread">Who sends.</param>
    /// <param name="header">The header, its bits reduced to the user's; they and the names are not yet checked.</param>
    /// <param name="descriptors">The count that mach_msg2 gave, or <see cref="CountInMessage"/>.</param>
    /// <param name="code">The send's code when it is done.</param>
    /// <param name="after">What is owed afterwards.</param>
    /// <returns>Blocked when the queue is full and the thread sleeps.</returns>
    internal static TrapStatus Start(
        KThread thread, in OutgoingHeader header, long descriptors, out kern_return_t code, ref Aftermath after)
    {
        var message = thread.TakeMessage();
        code = CheckAndCopyBytes(thread, header.Bits, descriptors, message, out var count);
        if (code == MACH_MSG_SUCCESS)
        {
            var went = ShortWay.TrySend(thread, header, message, ref after);
            if (went == ShortOutcome.Sent)
                return TrapStatus.Done;
            code = went == ShortOutcome.Taken ? TakeBody(thread, message, count, ref after) : TakeRights(thread, header, count, message, ref after);
        }
        if (code == MACH_MSG_SUCCESS)
            return Deliver(thread, message, out code, ref after);
        // What was taken goes; a refusal before the header took nothing.
        message.ReleaseAll(ref after);
        return TrapStatus.Done;
    }

    private static kern_return_t CheckAndCopyBytes(
        KThread thread, uint bits, long descriptors, KMessage message, out uint count)
    {
        count = 0;
        ref var send = ref thread.Send;
        var code = CheckSizes(send, bits, descriptors);
        if (code == MACH_MSG_SUCCESS)
            code = CopyBytes(thread, bits, descriptors, message, out count);
        if (code == MACH_MSG_SUCCESS && (bits & MACH_MSGH_BITS_COMPLEX) != 0)
            code = MessageScan.Check(message.Bytes.AsSpan(0, message.Size), count, send.Has(MACH64_SEND_KOBJECT_CALL));
        return code;
    }

    private static kern_return_t TakeRights(
        KThread thread, in OutgoingHeader header, uint count, KMessage message, ref Aftermath after)
    {
        ref var send = ref thread.Send;
        var policy = thread.Kernel.Options.Policy;
        var strict = policy.StrictReply && send.Has(MACH_MSG_STRICT_REPLY);
        var code = HeaderCopyIn.CheckFields(header, strict);
        if (code == MACH_MSG_SUCCESS)
            code = HeaderCopyIn.Take(thread.Space, header, message, ref after);
        if (code != MACH_MSG_SUCCESS)
            return code;
        if (message.Voucher is not null)
            VoucherPassage.Send(thread.Task, message, ref after);
        message.Bits = header.Bits;
        message.Id = header.Id;
        message.SentBy(thread.Task.Tokens);
        if (policy.MatchCallKinds && !KindFits(thread, message))
            return MACH_SEND_INVALID_OPTIONS;
        if (strict && !StrictReplyHolds(thread, message))
            return MACH_SEND_INVALID_REPLY;
        return TakeBody(thread, message, count, ref after);
    }

    private static kern_return_t TakeBody(KThread thread, KMessage message, uint count, ref Aftermath after)
    {
        return count == 0 ? MACH_MSG_SUCCESS : BodyCopyIn.Take(thread, message, count, ref after);
    }

    private static kern_return_t CheckSizes(in SendArguments send, uint bits, long descriptors)
    {
        if (send.Size < MessageScan.HeaderSize || (send.Size & 3) != 0)
            return MACH_SEND_MSG_TOO_SMALL;
        if (send.Size > MessageScan.LargestMessage)
            return MACH_SEND_TOO_LARGE;
        if (send.AuxSize != 0)
        {
            if (send.AuxAddress == 0)
                return MACH_SEND_INVALID_DATA;
            if (send.AuxSize < AuxHeaderSize)
                return MACH_SEND_AUX_TOO_SMALL;
            if (send.AuxSize > LargestAux)
                return MACH_SEND_AUX_TOO_LARGE;
        }
        if ((bits & MACH_MSGH_BITS_COMPLEX) == 0)
            return descriptors > 0 ? MACH_SEND_TOO_LARGE : MACH_MSG_SUCCESS;
        return send.Size < MessageScan.FirstDescriptor ? MACH_SEND_MSG_TOO_SMALL : CheckCount(send, descriptors);
    }

    private static kern_return_t CheckCount(in SendArguments send, long descriptors)
    {
        if (descriptors > (send.Size - MessageScan.FirstDescriptor) / MessageScan.SmallestDescriptor)
            return MACH_SEND_MSG_TOO_SMALL;
        return send.Has(MACH64_SEND_KOBJECT_CALL) && descriptors > 3 ? MACH_SEND_TOO_LARGE : MACH_MSG_SUCCESS;
    }

    private static kern_return_t CopyBytes(KThread thread, uint bits, long descriptors, KMessage message, out uint count)
    {
        ref var send = ref thread.Send;
        count = 0;
        message.Reserve((int)send.Size);
        message.Size = (int)send.Size;
        var bytes = message.Bytes.AsSpan(0, message.Size);
        var complex = (bits & MACH_MSGH_BITS_COMPLEX) != 0;
        // What came in registers is not read: mach_msg2 needs no memory for the header and the count (R-M2-1).
        var read = descriptors == CountInMessage ? 0 : complex ? MessageScan.FirstDescriptor : MessageScan.HeaderSize;
        if (!thread.Memory.TryRead(send.Address + (uint)read, bytes[read..]))
            return complex && descriptors == CountInMessage ? UnreadableComplex(thread, send) : MACH_SEND_INVALID_DATA;
        if (send.AuxSize != 0 && !CopyAux(thread, message))
            return MACH_SEND_INVALID_DATA;
        if (!complex)
            return MACH_MSG_SUCCESS;
        count = descriptors == CountInMessage ? BinaryPrimitives.ReadUInt32LittleEndian(bytes[MessageScan.HeaderSize..]) : (uint)descriptors;
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[MessageScan.HeaderSize..], count);
        return descriptors == CountInMessage ? CheckCount(send, count) : MACH_MSG_SUCCESS;
    }

    /// <summary>The count is judged before the rest is read (R-SND-4, R-SND-7).</summary>
    private static kern_return_t UnreadableComplex(KThread thread, in SendArguments send)
    {
        if (!new UserPtr<uint>(send.Address + MessageScan.HeaderSize).TryRead(thread.Memory, out var count))
            return MACH_SEND_INVALID_DATA;
        var code = CheckCount(send, count);
        return code == MACH_MSG_SUCCESS ? MACH_SEND_INVALID_DATA : code;
    }

    private static bool CopyAux(KThread thread, KMessage message)
    {
        ref var send = ref thread.Send;
        message.Aux = new byte[send.AuxSize];
        message.AuxSize = (int)send.AuxSize;
        if (!thread.Memory.TryRead(send.AuxAddress, message.Aux))
            return false;
        BinaryPrimitives.WriteUInt64LittleEndian(message.Aux, send.AuxSize);    // size as sent, reserved 0 (R-M2-7)
        return true;
    }

    private static bool KindFits(KThread thread, KMessage message)
    {
        ref var send = ref thread.Send;
        if (send.Has(MACH64_SEND_ANY) || !KPort.IsLive(message.Destination))
            return true;
        return message.Destination.IsKernelOwned
            ? send.Has(MACH64_SEND_KOBJECT_CALL) && thread.Receive.Wanted
            : send.Has(MACH64_SEND_MQ_CALL);
    }

    /// <summary>R-RPLY-3, where it is enforced: the reply port is the sender's own and nobody else can reach it.</summary>
    private static bool StrictReplyHolds(KThread thread, KMessage message)
    {
        if (!KPort.IsLive(message.Reply))
            return true;
        var port = message.Reply;
        port.Gate.Enter();
        var holds = !port.Active
            || (ReferenceEquals(port.Receiver, thread.Space)
                && port is { SendOnceRights: 1, SendRights: <= 1 }
                && (thread.Receive.Wanted || !thread.Send.Has(MACH_RCV_GUARDED_DESC) || port.Is(PortFlags.ImmovableReceive)));
        port.Gate.Exit();
        return holds;
    }

    private static TrapStatus Deliver(KThread thread, KMessage message, out kern_return_t code, ref Aftermath after)
    {
        code = MACH_MSG_SUCCESS;
        var port = message.Destination!;
        if (message.Circular || !KPort.IsLive(port))
        {
            after.Destroy(message);
            return TrapStatus.Done;
        }
        return port.IsKernelOwned ? KernelCall.Serve(thread, message, ref after) : Queue(thread, message, out code, ref after);
    }

    /// <summary>Puts the message on its port's queue, or the thread to sleep.</summary>
    internal static TrapStatus Queue(KThread thread, KMessage message, out kern_return_t code, ref Aftermath after)
    {
        ref var send = ref thread.Send;
        code = MACH_MSG_SUCCESS;
        var port = message.Destination!;
        port.Gate.Enter();
        var forced = send.Has(MACH_SEND_NOTIFY) && ForcedByRequest(port, message);
        var offer = port.Accept(message, forced, ref after);
        if (offer == Offer.Full)
            thread.Counts.QueueFull++;
        var sleeps = offer == Offer.Full && !(send.Has(MACH_SEND_TIMEOUT) && send.Timeout == 0) && thread.BeginWait(port, send.Has(MACH_SEND_TIMEOUT));
        var serial = thread.WaitSerial;
        if (sleeps)
        {
            thread.Outgoing = message;
            port.AwaitSlot(thread);
        }
        port.Gate.Exit();
        if (sleeps)
        {
            if (send.Has(MACH_SEND_TIMEOUT))
                thread.Kernel.Timers.Add(thread, serial, thread.Kernel.Time.AfterMilliseconds(send.Timeout));
            return TrapStatus.Blocked;
        }
        if (offer == Offer.Dead)
            after.Destroy(message);
        else if (offer != Offer.Taken)
            code = Failed(thread, message, QueueCode(send, offer), ref after);
        return TrapStatus.Done;
    }

    private static kern_return_t QueueCode(in SendArguments send, Offer offer) =>
        offer == Offer.Ceiling && !(send.Has(MACH_SEND_TIMEOUT) && send.Timeout == 0) ? MACH_SEND_NO_BUFFER : MACH_SEND_TIMED_OUT;

    /// <summary>The message stays unsent: its sender gets it back (R-FAIL-3), a kernel's reply is destroyed (R-KOBJ-1).</summary>
    internal static kern_return_t Failed(KThread thread, KMessage message, kern_return_t code, ref Aftermath after)
    {
        if (thread.Send.KernelReply)
        {
            message.ReleaseAll(ref after);
            return MACH_MSG_SUCCESS;
        }
        return PseudoReceive.GiveBack(thread, message, code, ref after);
    }

    /// <summary>
    /// MACH_SEND_NOTIFY on a name with a request: a full queue arms it, and a queue with room is forced open (R-SP-2).
    /// Gate of the port held.
    /// </summary>
    private static bool ForcedByRequest(KPort port, KMessage message)
    {
        if (message.NotifyRequest is not { } request || message.DestinationType == MACH_MSG_TYPE_PORT_SEND_ONCE)
            return false;
        if (!port.IsFull)
            return true;
        port.Arm(request);
        return false;
    }
}
