using System.Diagnostics.CodeAnalysis;

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
        MachThread thread = Task.CurrentThread;
        mach_port_name_t name = BorrowName(thread.Carrier);
        try
        {
            SendOutcome outcome = message.Send(thread, name, MACH_MSG_TYPE_COPY_SEND, timeout, out mach_port_name_t returned);
            DropReturned(Task, returned);
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
        MachThread thread = Task.CurrentThread;
        mach_port_name_t name = BorrowName(thread.Carrier);
        try
        {
            SendOutcome outcome = request.Call(
                thread, name, MACH_MSG_TYPE_COPY_SEND, timeout, out mach_port_name_t returned, out Parcel? parcel);
            DropReturned(Task, returned);
            reply = parcel is null ? default : new ReceivedMessage(parcel);
            return outcome;
        }
        finally
        {
            ReturnName();
        }
    }

    /// <summary>Sends a message without holding up the thread when the port's queue is full; the right stays.</summary>
    /// <param name="message">A message of the same task. Who owns it afterwards is in the answer; until then nobody else may use it.</param>
    /// <param name="timeout">For how long to wait for room in the port's queue.</param>
    /// <param name="cancellation">Ends the wait: the message is the builder's again.</param>
    public ValueTask<SendOutcome> SendAsync(MessageBuilder message, MachTimeout timeout, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        RequireTask(message.Task);
        return SendWait.Start(this, message, timeout, cancellation);
    }

    /// <summary>Sends a request and awaits its reply; the right stays.</summary>
    /// <param name="request">A message of the same task, without a reply port of its own. Until the end nobody else may use it.</param>
    /// <param name="timeout">For the request, and again for the reply.</param>
    /// <param name="cancellation">Ends the wait. A request that was sent stays sent; its late reply is destroyed.</param>
    /// <exception cref="MachException">There is no reply, as in <see cref="Call"/>. A request that came back is in the builder.</exception>
    public ValueTask<ReceivedMessage> CallAsync(MessageBuilder request, MachTimeout timeout, CancellationToken cancellation = default) =>
        CallAsync(request, timeout, resumeOnReplier: false, cancellation);

    /// <inheritdoc cref="CallAsync(MessageBuilder, MachTimeout, CancellationToken)"/>
    /// <param name="request">A message of the same task, without a reply port of its own. Until the end nobody else may use it.</param>
    /// <param name="timeout">For the request, and again for the reply.</param>
    /// <param name="resumeOnReplier">
    /// The code behind the await may run on the thread that sends the reply, before its send returns: it must be short and must not wait
    /// for that thread.
    /// </param>
    /// <param name="cancellation">Ends the wait. A request that was sent stays sent; its late reply is destroyed.</param>
    [Experimental("MACHX002")]
    public ValueTask<ReceivedMessage> CallAsync(
        MessageBuilder request, MachTimeout timeout, bool resumeOnReplier, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        RequireTask(request.Task);
        return CallWait.Start(this, request, timeout, resumeOnReplier, cancellation);
    }

    // A message that came back brought one more reference to its destination.
    internal static void DropReturned(MachTask task, mach_port_name_t returned)
    {
        if (MACH_PORT_VALID(returned) && task.IsAlive)
            _ = new PortCalls(task.CurrentThread).Deallocate(returned);
    }
}
