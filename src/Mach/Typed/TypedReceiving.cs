using System.Diagnostics.CodeAnalysis;

namespace Mach;

public readonly partial struct ReceivedMessage
{
    /// <summary>Reads a typed message and takes its rights and regions out of this one.</summary>
    /// <param name="value">What it carries, the caller's now.</param>
    /// <returns>False when it is not exactly that; nothing is the caller's then.</returns>
    public bool TryRead<T>([NotNullWhen(true)] out T? value)
        where T : IReadableMessage<T> => T.TryRead(this, out value);

    /// <inheritdoc cref="TryRead"/>
    /// <exception cref="MessageFormatException">It is not exactly that; nothing is the caller's.</exception>
    public T Read<T>()
        where T : IReadableMessage<T> =>
        T.TryRead(this, out T? value) ? value : throw new MessageFormatException($"Message {Id} of {Size} bytes is no {typeof(T).Name}.");
}

public sealed partial class ReceiveRight
{
    /// <summary>Receives the next message and reads it; what is not that message is destroyed.</summary>
    /// <param name="timeout">For how long to wait.</param>
    /// <param name="value">What it carries when the answer is <c>KERN_SUCCESS</c>: the caller's. A right to reply is destroyed.</param>
    /// <returns><c>MIG_BAD_ID</c> or <c>MIG_TYPE_ERROR</c> when something else came; otherwise as <see cref="TryReceive(MachTimeout, out ReceivedMessage)"/>.</returns>
    public kern_return_t TryReceive<T>(MachTimeout timeout, out T? value)
        where T : IReadableMessage<T>
    {
        value = default;
        kern_return_t code = TryReceive(timeout, out ReceivedMessage message);
        if (code != KERN_SUCCESS)
            return code;
        using (message)
            return TypedCalls.Judge(message, out value);
    }
}
