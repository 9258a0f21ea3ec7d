namespace Mach;

/// <summary>Takes an exception out of its request. One at a time: whoever serves the port takes each before the next comes.</summary>
internal sealed class ExceptionInbox
{
    private const int ReplyDistance = 100;
    private ThreadException? _taken;

    /// <summary>The exception of the request that was served last; null when it was none.</summary>
    internal ThreadException? Take()
    {
        ThreadException? taken = _taken;
        _taken = null;
        return taken;
    }

    internal kern_return_t Put(
        ReceivedMessage request, int type, ReadOnlySpan<long> codes, MachRight? thread, MachRight? task, int flavor = 0,
        ReadOnlySpan<uint> state = default) =>
        Put(request, type, codes, thread as SendRight, task as SendRight, null, 0, flavor, state);

    internal kern_return_t Put(
        ReceivedMessage request, int type, ReadOnlySpan<long> codes, ulong threadNumber, MachRight? token, int flavor = 0,
        ReadOnlySpan<uint> state = default) =>
        Put(request, type, codes, null, null, token as SendRight, threadNumber, flavor, state);

    /// <summary>What the answer to an exception looks like.</summary>
    internal static void Write(MessageBuilder answer, ThreadException exception, bool handled)
    {
        answer.Clear();
        answer.Id = exception.RequestId + ReplyDistance;
        answer.Write(NDR_record);
        answer.Write((int)(handled ? KERN_SUCCESS : KERN_FAILURE));
        if (!handled || !exception.TakesState)
            return;
        ReadOnlySpan<uint> state = exception.State;
        answer.Write(exception.Flavor);
        answer.Write(state.Length);
        answer.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes(state));
    }

    private kern_return_t Put(
        ReceivedMessage request, int type, ReadOnlySpan<long> codes, SendRight? thread, SendRight? task, SendRight? token,
        ulong threadNumber, int flavor, ReadOnlySpan<uint> state)
    {
        _ = request.TryTakeReply(out SendOnceRight? reply);
        _taken = new ThreadException(
            request.Id, type, codes.Length > 0 ? codes[0] : 0, codes.Length > 1 ? codes[1] : 0, reply, thread, task, token, threadNumber,
            flavor, state);
        return MIG_NO_REPLY;
    }
}
