namespace Mach;

public sealed unsafe partial class MessageBuilder
{
    /// <summary>Sends the message from a thread that waits.</summary>
    /// <param name="thread">The running thread of the task.</param>
    /// <param name="destination">Where to.</param>
    /// <param name="disposition">What is done with the right to it.</param>
    /// <param name="timeout">For how long to wait for room in the queue.</param>
    /// <param name="returned">The destination right, when the kernel gave it back: the caller's.</param>
    internal SendOutcome Send(
        MachThread thread, mach_port_name_t destination, mach_msg_type_name_t disposition, MachTimeout timeout, out mach_port_name_t returned)
    {
        Parcel parcel = BeginFlight();
        kern_return_t code = KERN_ABORTED;
        MessageFate fate = MessageFate.Returned;
        returned = MACH_PORT_NULL;
        try
        {
            TrapFrame frame = default;
            parcel.Send(ref frame, destination, disposition, Id, timeout, MACH_PORT_NULL);
            thread.Trap(ref frame);
            code = frame.Code;
            fate = parcel.EndSend(code, out returned);
        }
        finally
        {
            EndFlight();
        }

        return new SendOutcome(code, fate);
    }

    /// <summary>Sends the message with a reply port and waits for the reply.</summary>
    /// <inheritdoc cref="Send"/>
    /// <param name="thread">The running thread of the task.</param>
    /// <param name="destination">Where to.</param>
    /// <param name="disposition">What is done with the right to it.</param>
    /// <param name="timeout">For the request, and again for the reply.</param>
    /// <param name="returned">The destination right, when the kernel gave it back: the caller's.</param>
    /// <param name="reply">The reply, when the code is <c>KERN_SUCCESS</c>.</param>
    internal SendOutcome Call(
        MachThread thread,
        mach_port_name_t destination,
        mach_msg_type_name_t disposition,
        MachTimeout timeout,
        out mach_port_name_t returned,
        out Parcel? reply)
    {
        returned = MACH_PORT_NULL;
        reply = null;
        mach_port_name_t replyPort = thread.MigReplyPort;
        if (replyPort == MACH_PORT_NULL)
            return new SendOutcome(KERN_RESOURCE_SHORTAGE, MessageFate.Returned);
        mach_msg_id_t expected = ExpectedReply;
        Parcel parcel = BeginFlight(replyPort);
        kern_return_t code;
        try
        {
            TrapFrame frame = default;
            parcel.Send(ref frame, destination, disposition, Id, timeout, replyPort);
            thread.Trap(ref frame);
            code = frame.Code;
            if (code != KERN_SUCCESS && !Parcel.IsOfReceive(code))
            {
                MessageFate fate = parcel.EndSend(code, out returned);
                if (fate == MessageFate.Returned)
                    ForgetReplyPort(thread, parcel);
                return new SendOutcome(code, fate);
            }

            parcel.HasLeft();
            kern_return_t outcome;
            while (parcel.MustReceiveAgain(code, out outcome))
            {
                parcel.Receive(ref frame, replyPort, timeout);
                thread.Trap(ref frame);
                code = frame.Code;
            }

            code = outcome;
            if (code == KERN_SUCCESS)
                code = parcel.CheckReply(expected);
            else
                thread.DropMigReplyPort();
            if (code == KERN_SUCCESS)
            {
                reply = parcel;
                _parcel = null;
            }
        }
        finally
        {
            EndFlight();
        }

        return new SendOutcome(code, MessageFate.Sent);
    }

    internal mach_msg_id_t ExpectedReply => ReplyId ?? unchecked(Id + 100);

    /// <summary>The message is handed to a call; until <see cref="EndFlight"/> nobody else may touch it.</summary>
    /// <param name="replyPort">For calls: the port where the reply is awaited.</param>
    internal Parcel BeginFlight(mach_port_name_t replyPort = MACH_PORT_NULL)
    {
        Parcel parcel = Writable();
        if (parcel.IsDraft)
            throw new InvalidOperationException("The draft of the message is still open.");
        if (replyPort != MACH_PORT_NULL)
        {
            if (parcel.HasReply)
                throw new InvalidOperationException("A call names the reply port itself; the message has one already.");
            parcel.SetReply(replyPort, MACH_MSG_TYPE_MAKE_SEND_ONCE, owned: false);
        }

        _inFlight = true;
        return parcel;
    }

    /// <summary>The call is over.</summary>
    /// <param name="keepsParcel">False when the call has kept the parcel for what it received.</param>
    internal void EndFlight(bool keepsParcel = true)
    {
        _inFlight = false;
        if (!keepsParcel)
            _parcel = null;
        if (_disposed)
            Dispose();
    }

    // A send that gave the message back also gave back a send-once right to the reply port. The port goes first, so that the
    // right ends without a notification that a later call would find there.
    private static void ForgetReplyPort(MachThread thread, Parcel parcel)
    {
        if (parcel.CameBack)
            thread.DropMigReplyPort();
        parcel.SetReply(MACH_PORT_NULL, 0, owned: false);
    }
}
