using System.ComponentModel;

namespace Mach;

/// <summary>Calls whose request and reply are typed messages; generated for a <see cref="MachMessageAttribute"/> with a reply.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TypedCalls
{
    /// <summary>Sends a request and waits for its reply.</summary>
    /// <param name="port">Where to; the right stays.</param>
    /// <param name="request">The request.</param>
    /// <param name="message">An empty builder of the same task.</param>
    /// <param name="timeout">For the request, and again for the reply.</param>
    /// <param name="reply">The reply when the code is <c>KERN_SUCCESS</c>: the caller's.</param>
    /// <returns>
    /// As <see cref="SendRight.TryCall"/>; besides, the code of a reply that carries only a code, and <c>MIG_TYPE_ERROR</c> for one that is
    /// not the reply's type. Both were destroyed.
    /// </returns>
    public static SendOutcome TryCall<TRequest, TReply>(
        SendRight port, in TRequest request, MessageBuilder message, MachTimeout timeout, out TReply? reply)
        where TRequest : IWritableMessage
        where TReply : IReadableMessage<TReply>
    {
        reply = default;
        Prepare<TRequest, TReply>(port, request, message);
        SendOutcome outcome = port.TryCall(message, timeout, out ReceivedMessage answer);
        if (outcome.Code != KERN_SUCCESS)
            return outcome;
        using (answer)
            return outcome with { Code = Judge(answer, out reply) };
    }

    /// <inheritdoc cref="TryCall"/>
    /// <exception cref="MachException">There is no reply, or another than was to come.</exception>
    public static TReply Call<TRequest, TReply>(SendRight port, in TRequest request, MessageBuilder message, MachTimeout timeout)
        where TRequest : IWritableMessage
        where TReply : IReadableMessage<TReply>
    {
        SendOutcome outcome = TryCall(port, request, message, timeout, out TReply? reply);
        MachException.ThrowIfFailed(outcome.Code, "mach_msg", port.Name);
        return reply!;
    }

    /// <inheritdoc cref="Call"/>
    /// <param name="port">Where to; the right stays.</param>
    /// <param name="request">The request.</param>
    /// <param name="message">An empty builder of the same task; nobody else may use it until the end.</param>
    /// <param name="timeout">For the request, and again for the reply.</param>
    /// <param name="cancellation">Ends the wait. A request that was sent stays sent; its late reply is destroyed.</param>
    public static ValueTask<TReply> CallAsync<TRequest, TReply>(
        SendRight port, in TRequest request, MessageBuilder message, MachTimeout timeout, CancellationToken cancellation)
        where TRequest : IWritableMessage
        where TReply : IReadableMessage<TReply>
    {
        Prepare<TRequest, TReply>(port, request, message);
        return Await<TReply>(port.CallAsync(message, timeout, cancellation), port.Name);
    }

    /// <summary>What a message is instead of a <typeparamref name="T"/>, if it is none.</summary>
    internal static kern_return_t Judge<T>(ReceivedMessage message, out T? value)
        where T : IReadableMessage<T>
    {
        if (T.TryRead(message, out value))
            return KERN_SUCCESS;
        if (message.Id != T.MessageId)
            return MIG_BAD_ID;
        MachBodyReader body = message.ReadBody();
        bool isCode = message.Size == MachMessageLayout.ErrorReplySize && message.ItemCount == 0;
        return isCode && body.TryNdr(out _) && body.TryValue(out kern_return_t code) && code != KERN_SUCCESS ? code : MIG_TYPE_ERROR;
    }

    private static void Prepare<TRequest, TReply>(SendRight port, in TRequest request, MessageBuilder message)
        where TRequest : IWritableMessage
        where TReply : IReadableMessage<TReply>
    {
        ArgumentNullException.ThrowIfNull(port);
        ArgumentNullException.ThrowIfNull(message);
        port.RequireTask(message.Task);
        request.WriteTo(message);
        message.ReplyId = TReply.MessageId;
    }

    private static async ValueTask<TReply> Await<TReply>(ValueTask<ReceivedMessage> call, mach_port_name_t name)
        where TReply : IReadableMessage<TReply>
    {
        using ReceivedMessage answer = await call.ConfigureAwait(false);
        MachException.ThrowIfFailed(Judge(answer, out TReply? reply), "mach_msg", name);
        return reply!;
    }
}
