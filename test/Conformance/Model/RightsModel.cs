namespace Mach.Conformance.Model;

/// <summary>
/// Rights, names and queues as the rules have them, in plain maps. What an operation owes afterwards is settled before the next
/// one. Names that the kernel chooses are told to the model, which only sees to it that they are new.
/// </summary>
internal sealed partial class RightsModel
{
    internal const uint Send = MACH_PORT_TYPE_SEND, Receive = MACH_PORT_TYPE_RECEIVE, Once = MACH_PORT_TYPE_SEND_ONCE;
    internal const uint Set = MACH_PORT_TYPE_PORT_SET, DeadName = MACH_PORT_TYPE_DEAD_NAME;

    private readonly Queue<MessageModel> _notices = [];
    private readonly Stack<MessageModel> _doomed = [];
    private readonly Stack<Right> _lost = [];

    /// <summary>The number of the step that is being made.</summary>
    internal int Step;

    internal static bool IsValid(uint name) => name is not (MACH_PORT_NULL or MACH_PORT_DEAD);

    internal static uint Carried(int disposition) => disposition switch
    {
        MACH_MSG_TYPE_MOVE_RECEIVE => Receive,
        MACH_MSG_TYPE_MOVE_SEND or MACH_MSG_TYPE_COPY_SEND or MACH_MSG_TYPE_MAKE_SEND => Send,
        MACH_MSG_TYPE_MOVE_SEND_ONCE or MACH_MSG_TYPE_MAKE_SEND_ONCE => Once,
        _ => 0,
    };

    /// <summary>The entry of a name, turned into a dead name if its port has died.</summary>
    private static EntryModel? Look(SpaceModel space, uint name)
    {
        var entry = space.Names.GetValueOrDefault(name);
        if (entry is { Port.Alive: false })
            Turn(entry);
        return entry;
    }

    private static void Turn(EntryModel entry)
    {
        (entry.Type, entry.Port) = (DeadName, null);
        if (entry.Request is { FiredByDeath: true })
            entry.Add(1);
        entry.Request = null;
    }

    internal kern_return_t CopyIn(SpaceModel space, uint name, int disposition, bool destination, out Right right)
    {
        right = new Right(null, Carried(disposition));
        if (!space.Names.TryGetValue(name, out var entry))
            return KERN_INVALID_NAME;
        if (right.Type == 0 || entry.Has(Set))
            return KERN_INVALID_RIGHT;
        if (disposition is MACH_MSG_TYPE_MAKE_SEND or MACH_MSG_TYPE_MAKE_SEND_ONCE or MACH_MSG_TYPE_MOVE_RECEIVE)
        {
            if (!entry.Has(Receive))
                return KERN_INVALID_RIGHT;
            right = right with { Port = entry.Port };
            Make(space, name, entry, disposition);
            return KERN_SUCCESS;
        }
        if (entry.Port is { Alive: false } && destination && disposition == MACH_MSG_TYPE_MOVE_SEND_ONCE && entry is { Type: Once, Request: null })
        {
            space.Names.Remove(name);
            right = right with { Port = PortModel.Dead };
            return KERN_SUCCESS;
        }
        if (!entry.Has(Send | Once | DeadName))
            return KERN_INVALID_RIGHT;
        if (entry.Port is { Alive: false })
            Turn(entry);
        if (entry.Port is { } port)
        {
            if (!entry.Has(right.Type))
                return KERN_INVALID_RIGHT;
            right = right with { Port = port };
            Take(space, name, entry, disposition);
            return KERN_SUCCESS;
        }
        if (destination)
            return KERN_INVALID_RIGHT;
        if (disposition != MACH_MSG_TYPE_COPY_SEND)
            DropDead(space, name, entry, 1);
        right = right with { Port = PortModel.Dead };
        return KERN_SUCCESS;
    }

    private void Make(SpaceModel space, uint name, EntryModel entry, int disposition)
    {
        var port = entry.Port!;
        if (disposition == MACH_MSG_TYPE_MAKE_SEND)
            (port.Sends, port.Made) = (port.Sends + 1, port.Made + 1);
        else if (disposition == MACH_MSG_TYPE_MAKE_SEND_ONCE)
            port.SendOnces++;
        else
            LoseReceiveRight(space, name, entry);
    }

    private void LoseReceiveRight(SpaceModel space, uint name, EntryModel entry)
    {
        Uproot(entry.Port!);
        if (entry.Has(Send))
            entry.Type = Send;
        else
            Forget(space, name, entry);
    }

    private void Take(SpaceModel space, uint name, EntryModel entry, int disposition)
    {
        if (disposition == MACH_MSG_TYPE_COPY_SEND || (disposition == MACH_MSG_TYPE_MOVE_SEND && entry.References > 1))
            entry.Port!.Sends++;
        if (disposition == MACH_MSG_TYPE_COPY_SEND || entry.References == 65535)
            return;
        if (entry.References > 1)
            entry.References--;
        else
            LoseSendRight(space, name, entry);
    }

    /// <summary>The name holds no send or send-once right any more; the right itself is the caller's.</summary>
    private void LoseSendRight(SpaceModel space, uint name, EntryModel entry)
    {
        if (entry.Has(Receive))
            (entry.Type, entry.References) = (Receive, 0);
        else
            Forget(space, name, entry);
    }

    /// <summary>A name goes while its port lives.</summary>
    private void Forget(SpaceModel space, uint name, EntryModel entry)
    {
        if (entry.Request is { } request)
        {
            entry.Port!.Requests.Remove(request);
            if (request.Notify is not null)
                Notify(MACH_NOTIFY_PORT_DELETED, request.Notify, name);
        }
        space.Names.Remove(name);
    }

    private static void DropDead(SpaceModel space, uint name, EntryModel entry, int count)
    {
        if (entry.References == 65535 && count != 65535)
            return;
        entry.References -= count;
        if (entry.References == 0)
            space.Names.Remove(name);
    }

    /// <summary>Puts a right into a space; a name that it needs anew is the one that the kernel told.</summary>
    internal uint CopyOut(SpaceModel space, Right right, uint told)
    {
        if (right.Port is not { } port)
            return MACH_PORT_NULL;
        if (right.Type == Receive)
            port.Towards = null;
        if (!port.Alive)
            return MACH_PORT_DEAD;
        var known = right.Type == Once ? MACH_PORT_NULL : space.NameOf(port);
        if (right.Type == Receive)
            port.Owner = space;
        if (known == MACH_PORT_NULL)
            return AddNew(space, told, new EntryModel(right.Type, port, null, right.Type == Receive ? 0 : 1));
        Merge(space.Names[known], right);
        return known;
    }

    private void Merge(EntryModel entry, Right right)
    {
        if (right.Type == Send && entry.Has(Send))
            Release(right);
        if (right.Type == Send)
            entry.Add(1);
        entry.Type |= right.Type;
    }

    internal static uint AddNew(SpaceModel space, uint told, EntryModel entry)
    {
        Assert.True(IsValid(told) && (told & 3) == 3 && told >= 0x103, $"0x{told:x} is no name for something new");
        Assert.DoesNotContain(told >> 8, space.Names.Keys.Select(static name => name >> 8));
        space.Names.Add(told, entry);
        return told;
    }

    /// <summary>A receive right is in no space any more.</summary>
    private static void Uproot(PortModel port)
    {
        (port.Owner, port.Made) = (null, 0);
        foreach (var set in port.Sets)
            set.Members.Remove(port);
        port.Sets.Clear();
    }

    internal void Release(Right right)
    {
        if (right.Port is not { Alive: true } port)
            return;
        if (right.Type == Once)
            Notify(MACH_NOTIFY_SEND_ONCE, port, 0);
        else if (right.Type == Receive)
            LoseReceiver(port);
        else if (--port.Sends == 0 && port.NoSenders is { } notify)
        {
            port.NoSenders = null;
            Notify(MACH_NOTIFY_NO_SENDERS, notify, port.Made);
        }
    }

    private void LoseReceiver(PortModel port)
    {
        port.Towards = null;
        if (port.PortDestroyed is null)
            Die(port);
        else
            ReturnReceiver(port);
    }

    private void ReturnReceiver(PortModel port)
    {
        var notify = port.PortDestroyed!;
        port.PortDestroyed = null;
        Uproot(port);
        var notice = new MessageModel(Step, MACH_NOTIFY_PORT_DESTROYED, new Right(notify, Once));
        notice.Body.Add(new Right(port, Receive));
        if (SetOut(port, notify))
            _notices.Enqueue(notice);
        else
            Drop(notice);
    }

    private void Die(PortModel port)
    {
        port.Alive = false;
        Uproot(port);
        port.Queue.ForEach(_doomed.Push);
        port.Queue.Clear();
        foreach (var request in port.Requests.Where(static request => request.Notify is not null))
        {
            request.FiredByDeath = true;
            Notify(MACH_NOTIFY_DEAD_NAME, request.Notify!, request.Name);
            request.Notify = null;
        }
        port.Requests.Clear();
        _lost.Push(new Right(port.NoSenders, Once));
        _lost.Push(new Right(port.PortDestroyed, Once));
        port.NoSenders = port.PortDestroyed = null;
    }

    /// <summary>A receive right is on its way to a port; false when it would arrive at itself.</summary>
    private static bool SetOut(PortModel receive, PortModel destination)
    {
        for (var port = destination; port is not null; port = port.Towards)
        {
            if (port == receive)
                return false;
        }
        receive.Towards = destination;
        return true;
    }

    private void Notify(int id, PortModel notify, uint word) =>
        _notices.Enqueue(new MessageModel(Step, id, new Right(notify, Once)) { Word = word });

    /// <summary>The send-once right that a notice was to use goes without a word, what it carries is released.</summary>
    private void Drop(MessageModel notice)
    {
        notice.Destination.Port!.SendOnces--;
        notice.Body.ForEach(_lost.Push);
    }

    private void Destroy(MessageModel message)
    {
        Release(message.Destination);
        Release(message.Reply);
        message.Body.ForEach(Release);
    }

    internal void Settle()
    {
        while (true)
        {
            if (_notices.TryDequeue(out var notice))
            {
                if (notice.Destination.Port!.Alive)
                    notice.Destination.Port.Queue.Add(notice);
                else
                    Drop(notice);
            }
            else if (_doomed.TryPop(out var message))
                Destroy(message);
            else if (_lost.TryPop(out var right))
                Release(right);
            else
                return;
        }
    }
}
