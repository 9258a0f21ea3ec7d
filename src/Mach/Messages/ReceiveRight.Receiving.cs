using System.Diagnostics.CodeAnalysis;

namespace Mach;

public sealed partial class ReceiveRight
{
    /// <summary>Receives the next message.</summary>
    /// <param name="timeout">For how long to wait.</param>
    /// <exception cref="MachException">None came (<c>MACH_RCV_TIMED_OUT</c>), or the right was disposed meanwhile (<c>MACH_RCV_PORT_CHANGED</c>).</exception>
    public ReceivedMessage Receive(MachTimeout timeout)
    {
        kern_return_t code = Receiving.TryReceive(this, timeout, out ReceivedMessage message);
        MachException.ThrowIfFailed(code, "mach_msg", Name);
        return message;
    }

    /// <summary>Receives the next message.</summary>
    /// <param name="timeout">For how long to wait.</param>
    /// <param name="message">The message when the answer is <c>KERN_SUCCESS</c>.</param>
    public kern_return_t TryReceive(MachTimeout timeout, out ReceivedMessage message) => Receiving.TryReceive(this, timeout, out message);

    /// <summary>Replies to a request and receives the next message, in one trap: what a server thread does in its loop.</summary>
    /// <param name="request">Disposed here. When it has no right to reply with, the reply is destroyed.</param>
    /// <param name="reply">A message of the same task; empty afterwards. When it cannot be delivered at once it is destroyed.</param>
    /// <param name="timeout">For how long to wait for the next message.</param>
    /// <param name="next">The next message when the answer is <c>KERN_SUCCESS</c>.</param>
    public kern_return_t TryReplyAndReceive(ReceivedMessage request, MessageBuilder reply, MachTimeout timeout, out ReceivedMessage next)
    {
        ArgumentNullException.ThrowIfNull(reply);
        RequireTask(reply.Task);
        return Receiving.TryReplyAndReceive(this, request, reply, timeout, out next);
    }

    /// <summary>
    /// The code behind an await may run on the thread that sends the message, before its send returns: a request in the same process
    /// is served by a function call. That code must be short and must not wait for the sender. Off unless set.
    /// </summary>
    [Experimental("MACHX002")]
    public bool ResumeOnSender { get; set; }

    /// <summary>Awaits the next message.</summary>
    /// <param name="timeout">For how long to wait.</param>
    /// <param name="cancellation">Ends the wait. A message that has arrived is never lost by it: it is the result all the same.</param>
    /// <exception cref="MachException">None came (<c>MACH_RCV_TIMED_OUT</c>), or the right was disposed meanwhile (<c>MACH_RCV_PORT_CHANGED</c>).</exception>
    public ValueTask<ReceivedMessage> ReceiveAsync(MachTimeout timeout, CancellationToken cancellation = default) =>
        ReceiveWait.Start(this, timeout, ResumeOnSender, cancellation);

    /// <summary>Awaits one message after the other, until the right is disposed.</summary>
    /// <param name="cancellation">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <remarks>Each message is disposed when the next one is asked for: take out of it what is to last longer.</remarks>
    public IAsyncEnumerable<ReceivedMessage> ReadAllAsync(CancellationToken cancellation = default) =>
        Receiving.ReadAllAsync(this, () => ResumeOnSender, cancellation);

    /// <summary>Serves a MIG subsystem at this port, one request after the other, until the right is disposed.</summary>
    /// <param name="server">As for <see cref="ReceivedMessage.Serve"/>. Whatever it throws ends the service.</param>
    /// <param name="cancellation">Ends the wait for requests with an <see cref="OperationCanceledException"/>.</param>
    public async Task ServeAsync(MigServer<ReceivedMessage, MachRight?> server, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(server);
        using var reply = new MessageBuilder(Task);
        await foreach (ReceivedMessage request in ReadAllAsync(cancellation).ConfigureAwait(false))
            request.ServeAndReply(server, reply);
    }
}
