namespace Mach;

public sealed partial class SendOnceRight
{
    /// <summary>Sends a message and uses the right up.</summary>
    /// <param name="message">A message of the same task. It is empty when it was sent.</param>
    /// <param name="timeout">Sending through a send-once right does not wait for room; this is for a kernel that is short of it.</param>
    /// <exception cref="MachException">It was not sent; <see cref="TrySend"/> also tells who owns it.</exception>
    public void Send(MessageBuilder message, MachTimeout timeout)
    {
        SendOutcome outcome = TrySend(message, timeout);
        if (!outcome.IsSent)
            MachException.Throw(outcome.Code, "mach_msg", Name);
    }

    /// <summary>Sends a message and uses the right up, unless the message is returned.</summary>
    /// <param name="message">A message of the same task. Who owns it afterwards is in the answer.</param>
    /// <param name="timeout">Sending through a send-once right does not wait for room; this is for a kernel that is short of it.</param>
    public SendOutcome TrySend(MessageBuilder message, MachTimeout timeout)
    {
        ArgumentNullException.ThrowIfNull(message);
        RequireTask(message.Task);
        mach_port_name_t name = BeginMove();
        bool used = false;
        try
        {
            SendOutcome outcome = message.Send(
                Task.CurrentThread, name, MACH_MSG_TYPE_MOVE_SEND_ONCE, timeout, out mach_port_name_t returned);
            used = outcome.Fate != MessageFate.Returned || returned == MACH_PORT_DEAD;
            if (MACH_PORT_VALID(returned))
                Rename(returned);
            return outcome;
        }
        finally
        {
            EndMove(used);
        }
    }
}
