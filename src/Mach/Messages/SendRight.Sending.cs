namespace Mach;

public sealed partial class SendRight
{
    /// <summary>Sends a message; the right stays.</summary>
    /// <param name="message">A message of the same task. It is empty when it was sent.</param>
    /// <param name="timeout">For how long to wait for room in the port's queue.</param>
    /// <exception cref="MachException">It was not sent; <see cref="TrySend"/> also tells who owns it.</exception>
    public void Send(MessageBuilder message, MachTimeout timeout)
    {
        SendOutcome outcome = TrySend(message, timeout);
        if (!outcome.IsSent)
            MachException.Throw(outcome.Code, "mach_msg", Name);
    }

    /// <summary>Sends a message; the right stays.</summary>
    /// <param name="message">A message of the same task. Who owns it afterwards is in the answer.</param>
    /// <param name="timeout">For how long to wait for room in the port's queue.</param>
    public SendOutcome TrySend(MessageBuilder message, MachTimeout timeout)
    {
        ArgumentNullException.ThrowIfNull(message);
        RequireTask(message.Task);
        mach_port_name_t name = BorrowName();
        try
        {
            MachThread thread = Task.CurrentThread;
            SendOutcome outcome = message.Send(thread, name, MACH_MSG_TYPE_COPY_SEND, timeout, out mach_port_name_t returned);
            DropReturned(thread, returned);
            return outcome;
        }
        finally
        {
            ReturnName();
        }
    }

    /// <summary>Sends a request and waits for its reply; the right stays.</summary>
    /// <param name="request">A message of the same task, without a reply port of its own.</param>
    /// <param name="timeout">For the request, and again for the reply.</param>
    /// <exception cref="MachException">
    /// There is no reply: not sent, timed out (<c>MACH_RCV_TIMED_OUT</c>), the server gave up the reply right (<c>MIG_SERVER_DIED</c>), or
    /// something else came (<c>MIG_REPLY_MISMATCH</c>).
    /// </exception>
    public ReceivedMessage Call(MessageBuilder request, MachTimeout timeout)
    {
        SendOutcome outcome = TryCall(request, timeout, out ReceivedMessage reply);
        MachException.ThrowIfFailed(outcome.Code, "mach_msg", Name);
        return reply;
    }

    /// <summary>Sends a request and waits for its reply; the right stays.</summary>
    /// <param name="request">A message of the same task, without a reply port of its own.</param>
    /// <param name="timeout">For the request, and again for the reply.</param>
    /// <param name="reply">The reply when the code is <c>KERN_SUCCESS</c>.</param>
    /// <returns>
    /// The code, and who owns the request. A request that was sent stays sent when no reply comes; a late reply is destroyed.
    /// </returns>
    public SendOutcome TryCall(MessageBuilder request, MachTimeout timeout, out ReceivedMessage reply)
    {
        ArgumentNullException.ThrowIfNull(request);
        RequireTask(request.Task);
        mach_port_name_t name = BorrowName();
        try
        {
            MachThread thread = Task.CurrentThread;
            SendOutcome outcome = request.Call(
                thread, name, MACH_MSG_TYPE_COPY_SEND, timeout, out mach_port_name_t returned, out Parcel? parcel);
            DropReturned(thread, returned);
            reply = parcel is null ? default : new ReceivedMessage(parcel);
            return outcome;
        }
        finally
        {
            ReturnName();
        }
    }

    // A message that came back brought one more reference to its destination.
    internal static void DropReturned(MachThread thread, mach_port_name_t returned)
    {
        if (MACH_PORT_VALID(returned))
            _ = new PortCalls(thread).Deallocate(returned);
    }
}
