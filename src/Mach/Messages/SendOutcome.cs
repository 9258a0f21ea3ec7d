namespace Mach;

/// <summary>Who owns a message's rights and memory after an attempt to send it.</summary>
public enum MessageFate : byte
{
    /// <summary>The receiver, or the port's queue.</summary>
    Sent,

    /// <summary>The builder, still or again: the message can be sent once more, emptied or taken apart.</summary>
    Returned,

    /// <summary>Nobody: the kernel refused a part after it had consumed others, and destroyed what it had.</summary>
    Destroyed,
}

/// <summary>How an attempt to send ended.</summary>
/// <param name="Code">The kernel's code, bits for exhausted resources included.</param>
/// <param name="Fate">Who owns the message now.</param>
public readonly record struct SendOutcome(kern_return_t Code, MessageFate Fate)
{
    /// <summary>True when the message is on its way.</summary>
    public bool IsSent => Fate == MessageFate.Sent;

    /// <summary>True when the queue stayed full for as long as the sender would wait.</summary>
    public bool IsTimedOut => Code.Base == MACH_SEND_TIMED_OUT;

    /// <summary>Throws unless the message was sent.</summary>
    /// <exception cref="MachException">It was not.</exception>
    public void ThrowIfNotSent()
    {
        if (!IsSent)
            MachException.Throw(Code, "mach_msg", MACH_PORT_NULL);
    }
}
