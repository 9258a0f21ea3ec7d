namespace Mach;

public readonly partial struct ReceivedMessage
{
    /// <summary>Has a MIG server answer the request: the generated skeleton checks it and calls the routine, whose answer is written as a message.</summary>
    /// <param name="server">
    /// The caller that it is told is this message, and rights are objects: null where no live right came. A routine that succeeds, or
    /// answers <c>MIG_NO_REPLY</c>, owns the rights it was given; what one that fails was given is released. Memory is lent for the call.
    /// </param>
    /// <param name="reply">A builder of the same task; what it had is destroyed. The reply, or the code of a refusal, is written into it and not sent.</param>
    /// <returns>
    /// The routine's code. <c>MIG_NO_REPLY</c>: there is nothing to send. <c>MIG_BAD_ID</c>: the request is not for this server.
    /// </returns>
    /// <exception cref="MachRightException">The builder belongs to another task.</exception>
    public kern_return_t Serve(MigServer<ReceivedMessage, MachRight?> server, MessageBuilder reply)
    {
        ArgumentNullException.ThrowIfNull(server);
        ArgumentNullException.ThrowIfNull(reply);
        if (!ReferenceEquals(reply.Task, Parcel.Task))
            throw new MachRightException(RightFault.WrongTask, $"The reply belongs to {reply.Task}, the request to {Parcel.Task}.");
        return MigCall.Serve(this, server, reply);
    }

    /// <summary>Has a MIG server answer the request and sends its reply, when there is one and somebody awaits it.</summary>
    /// <param name="server">As for <see cref="Serve"/>.</param>
    /// <param name="reply">A builder of the same task; empty afterwards. A reply that cannot be delivered at once is destroyed.</param>
    /// <returns>The routine's code.</returns>
    public kern_return_t ServeAndReply(MigServer<ReceivedMessage, MachRight?> server, MessageBuilder reply)
    {
        kern_return_t code = Serve(server, reply);
        // A requester who does not make room for his reply is not waited for.
        if (code != MIG_NO_REPLY && ReplyKind is RightKind.SendOnce or RightKind.Send)
            _ = TryReply(reply, MachTimeout.NoWait);
        reply.Clear();
        return code;
    }
}
