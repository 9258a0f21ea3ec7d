namespace Mach;

public readonly partial struct ReceivedMessage
{
    /// <summary>Replies and uses the right to reply up. The message itself stays until it is disposed.</summary>
    /// <param name="reply">A message of the same task. Who owns it afterwards is in the answer.</param>
    /// <param name="timeout">Counts when the requester gave a send right to a port whose queue is full; a send-once right never waits.</param>
    /// <returns>
    /// How that ended. <c>MACH_SEND_INVALID_DEST</c> when the requester gave no right to reply with, is gone, or was answered already:
    /// the reply is still the builder's then.
    /// </returns>
    public SendOutcome TryReply(MessageBuilder reply, MachTimeout timeout)
    {
        ArgumentNullException.ThrowIfNull(reply);
        Parcel parcel = Parcel;
        if (!TryTakeForReply(reply.Task, out mach_port_name_t name, out mach_msg_type_name_t disposition))
            return new SendOutcome(MACH_SEND_INVALID_DEST, MessageFate.Returned);
        MachThread thread = parcel.Task.CurrentThread;
        SendOutcome outcome = reply.Send(thread, name, disposition, timeout, out mach_port_name_t returned);
        if (outcome.Fate == MessageFate.Returned)
            parcel.PutReplyBack(returned == MACH_PORT_NULL ? name : returned);
        return outcome;
    }

    /// <summary>Replies and uses the right to reply up. The message itself stays until it is disposed.</summary>
    /// <param name="reply">A message of the same task. It is empty when it was sent.</param>
    /// <param name="timeout">Counts when the requester gave a send right to a port whose queue is full; a send-once right never waits.</param>
    /// <exception cref="MachException">It was not sent; <see cref="TryReply"/> also tells who owns it.</exception>
    public void Reply(MessageBuilder reply, MachTimeout timeout) => TryReply(reply, timeout).ThrowIfNotSent();

    /// <summary>Takes the right to reply with, for a reply that is sent at once. False when there is none.</summary>
    internal bool TryTakeForReply(MachTask task, out mach_port_name_t name, out mach_msg_type_name_t disposition)
    {
        Parcel parcel = Parcel;
        if (!ReferenceEquals(task, parcel.Task))
            throw new MachRightException(RightFault.WrongTask, $"The reply belongs to {task}, the request to {parcel.Task}.");
        disposition = parcel.ReplyDisposition;
        return parcel.TryTakeReply(disposition, out name);
    }
}
