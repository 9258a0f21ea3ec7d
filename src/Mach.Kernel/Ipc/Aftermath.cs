namespace Mach.Kernel;

/// <summary>
/// What an operation owes once its locks are gone: notifications to deliver, rights and messages to
/// destroy, threads to go on. Working it off may create more; it is done iteratively until nothing is left.
/// </summary>
/// <remarks>A1 Nothing here runs with a lock held. A2 An operation that made an aftermath works it off before it returns.</remarks>
internal ref struct Aftermath(ManagedKernel kernel)
{
    internal readonly ManagedKernel Kernel = kernel;
    private KMessage? _firstNotice, _lastNotice;      // kernel messages, in the order of their causes
    private KMessage? _doomed;                        // messages to destroy
    private KThread? _firstWoken, _lastWoken;         // threads whose wait ended, linked by NextWoken
    private List<(KPort Port, byte Type)>? _rights;   // rights to release
    private KMemoryEntry? _forgotten;                 // memory that no right stands for any more
    private Telling? _told;                           // queues that have something to report
    private List<IOwed>? _owed;                       // what else is to be done

    internal readonly bool IsEmpty =>
        _firstNotice is null && _doomed is null && _firstWoken is null && _forgotten is null && _told is null && _rights is not { Count: > 0 }
        && _owed is not { Count: > 0 };

    internal void Notify(KMessage notice)
    {
        if (_lastNotice is null)
            _firstNotice = notice;
        else
            _lastNotice.Next = notice;
        _lastNotice = notice;
    }

    /// <summary>The last right to a memory entry is gone.</summary>
    internal void Forget(KMemoryEntry entry)
    {
        entry.NextForgotten = _forgotten;
        _forgotten = entry;
    }

    internal void Destroy(KMessage message)
    {
        message.Next = _doomed;
        _doomed = message;
    }

    /// <summary>The thread's wait is over for the reason already stored in it.</summary>
    internal void Wake(KThread thread)
    {
        thread.NextWoken = null;
        if (_lastWoken is null)
            _firstWoken = thread;
        else
            _lastWoken.NextWoken = thread;
        _lastWoken = thread;
    }

    /// <summary>Whoever waits for the queue is to look at it.</summary>
    internal void Tell(KEventQueue queue)
    {
        for (var told = _told; told is not null; told = told.Next)
        {
            if (ReferenceEquals(told.Queue, queue))
                return;
        }
        _told = new Telling(queue, _told);
    }

    /// <summary>Releases, later, a right that nobody holds under a name any more; null and dead rights are nothing.</summary>
    internal void Release(KPort? port, byte type)
    {
        if (KPort.IsLive(port))
            (_rights ??= []).Add((port, type));
    }

    /// <summary>Does, later, what cannot be done under the locks that are held.</summary>
    internal void Owe(IOwed owed) => (_owed ??= []).Add(owed);

    /// <summary>As <see cref="Release"/>, at once. No lock held.</summary>
    internal void ReleaseNow(KPort? port, byte type)
    {
        if (!KPort.IsLive(port))
            return;
        if (type == MACH_MSG_TYPE_PORT_SEND)
            port.ReleaseSend(ref this);
        else if (type == MACH_MSG_TYPE_PORT_SEND_ONCE)
            port.ReleaseSendOnce(ref this);
        else if (type == MACH_MSG_TYPE_PORT_RECEIVE)
            port.LoseReceiver(ref this);
    }

    internal void Run()
    {
        if (!IsEmpty)
            RunAll();
    }

    private void RunAll()
    {
        RankedLock.CheckNoneHeld();
        while (true)
        {
            if (_firstNotice is { } notice)
            {
                _firstNotice = notice.Next;
                if (_firstNotice is null)
                    _lastNotice = null;
                notice.Next = null;
                Notices.Deliver(notice, ref this);
            }
            else if (_doomed is { } message)
            {
                _doomed = message.Next;
                message.Next = null;
                message.ReleaseAll(ref this);
            }
            else if (_rights is { Count: > 0 } rights)
            {
                var (port, type) = rights[^1];
                rights.RemoveAt(rights.Count - 1);
                ReleaseNow(port, type);
            }
            else if (_forgotten is { } entry)
            {
                _forgotten = entry.NextForgotten;
                entry.NextForgotten = null;
                entry.Release();
            }
            else if (_told is { } told)
            {
                _told = told.Next;
                told.Queue.Tell();
            }
            else if (_owed is { Count: > 0 } owed)
            {
                var next = owed[^1];
                owed.RemoveAt(owed.Count - 1);
                next.Settle(ref this);
            }
            else if (_firstWoken is { } thread)
            {
                _firstWoken = thread.NextWoken;
                if (_firstWoken is null)
                    _lastWoken = null;
                thread.NextWoken = null;
                thread.GoOn(ref this);
            }
            else
            {
                return;
            }
        }
    }
}

/// <summary>A queue of events in a list of those to be told.</summary>
internal sealed record Telling(KEventQueue Queue, Telling? Next);

/// <summary>Something to be done when no lock is held any more.</summary>
internal interface IOwed
{
    /// <summary>Does it. No lock held.</summary>
    void Settle(ref Aftermath after);
}
