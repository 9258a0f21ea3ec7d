namespace Mach.Kernel;

internal sealed partial class KPort
{
    private KRequest? _requests;      // Gate; every dead-name and send-possible slot of every name of this port
    private int _armedRequests;       // Gate; how many would fire when a message is taken

    /// <summary>Registers a slot. Gate held, port active.</summary>
    internal void AddRequest(KRequest request)
    {
        request.Next = _requests;
        if (_requests is not null)
            _requests.Previous = request;
        _requests = request;
        if (request is { SendPossible: true, Armed: true })
            _armedRequests++;
    }

    /// <summary>Takes a slot away and hands its send-once right over, null if it was used up. Gate held.</summary>
    internal KPort? RemoveRequest(KRequest request)
    {
        if (request.Previous is { } previous)
            previous.Next = request.Next;
        else if (ReferenceEquals(_requests, request))
            _requests = request.Next;
        if (request.Next is { } next)
            next.Previous = request.Previous;
        request.Next = request.Previous = null;
        return Consume(request);
    }

    /// <summary>Turns a delayed send-possible request into one that fires (R-SP-2). Gate held.</summary>
    internal void Arm(KRequest request)
    {
        if (request is not { SendPossible: true, Armed: false, Notify: not null })
            return;
        request.Armed = true;
        _armedRequests++;
    }

    /// <summary>The send-once rights of requests that have not fired. Gate held.</summary>
    internal IEnumerable<KPort> RequestedNotices()
    {
        for (var request = _requests; request is not null; request = request.Next)
        {
            if (request.Notify is { } notify)
                yield return notify;
        }
    }

    /// <summary>Slots for requests, and how many of them hold a request that has not fired. Gate held.</summary>
    internal (int Slots, int Waiting) CountRequests()
    {
        var (slots, waiting) = (0, 0);
        for (var request = _requests; request is not null; request = request.Next)
        {
            slots++;
            if (request.Notify is not null)
                waiting++;
        }
        return (slots, waiting);
    }

    /// <summary>A message was taken: every armed send-possible request fires, whatever the queue's state (R-SP-3). Gate held.</summary>
    private void FireSendPossible(ref Aftermath after)
    {
        for (var request = _requests; request is not null && _armedRequests > 0; request = request.Next)
        {
            if (request is { SendPossible: true, Armed: true, Notify: not null } && Consume(request) is { } notify)
                after.Notify(Notices.Name(after.Kernel, MACH_NOTIFY_SEND_POSSIBLE, notify, request.Name));
        }
    }

    /// <summary>The port died: every request that has not fired gives a dead-name notification. Gate held.</summary>
    private void FireDeadName(ref Aftermath after)
    {
        var request = _requests;
        _requests = null;
        while (request is not null)
        {
            var next = request.Next;
            request.Next = request.Previous = null;
            if (Consume(request) is { } notify)
            {
                request.FiredByDeath = true;
                after.Notify(Notices.Name(after.Kernel, MACH_NOTIFY_DEAD_NAME, notify, request.Name));
            }
            request = next;
        }
    }

    private KPort? Consume(KRequest request)
    {
        var notify = request.Notify;
        request.Notify = null;
        if (request is { SendPossible: true, Armed: true } && notify is not null)
            _armedRequests--;
        return notify;
    }
}
