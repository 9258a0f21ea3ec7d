namespace Mach.Conformance.Model;

internal sealed partial class RightsModel
{
    internal kern_return_t Request(
        SpaceModel space, uint name, int id, uint sync, uint notifyName, int disposition, uint told, out uint previous)
    {
        previous = MACH_PORT_NULL;
        var notify = new Right(null, Once);
        if (notifyName == MACH_PORT_DEAD)
            return KERN_INVALID_CAPABILITY;
        if (notifyName != MACH_PORT_NULL && CopyIn(space, notifyName, disposition, destination: false, out notify) is var refused and not KERN_SUCCESS)
            return refused;
        if (notify.Port is { Alive: false })
            return KERN_INVALID_CAPABILITY;
        PortModel? old = null;
        var code = id switch
        {
            MACH_NOTIFY_DEAD_NAME or MACH_NOTIFY_SEND_POSSIBLE => RequestOfName(space, name, id == MACH_NOTIFY_SEND_POSSIBLE, sync != 0, notify.Port, out old),
            _ when id == MACH_NOTIFY_PORT_DESTROYED && sync != 0 => KERN_INVALID_VALUE,
            _ when !IsValid(name) => KERN_INVALID_RIGHT,
            _ => RequestOfPort(space, name, id, sync, notify.Port, out old),
        };
        if (code == KERN_SUCCESS)
            previous = CopyOut(space, new Right(old, Once), told);
        else
            Release(notify);
        return code;
    }

    private kern_return_t RequestOfName(SpaceModel space, uint name, bool sendPossible, bool immediate, PortModel? notify, out PortModel? old)
    {
        old = null;
        if (!IsValid(name))
            return KERN_INVALID_ARGUMENT;
        if (!space.Names.TryGetValue(name, out var entry))
            return KERN_INVALID_NAME;
        if (notify is null && entry.Request is null)
            return KERN_SUCCESS;
        if (entry.Has(Set))
            return KERN_INVALID_RIGHT;
        if (Look(space, name)!.Port is not { } port)
        {
            if (notify is null || !sendPossible)
                return KERN_INVALID_ARGUMENT;
            entry.Add(1);
            Notify(MACH_NOTIFY_DEAD_NAME, notify, name);
            return KERN_SUCCESS;
        }
        if (entry.Request is { } request)
        {
            old = request.Notify;
            port.Requests.Remove(request);
            entry.Request = null;
        }
        if (notify is null)
            return KERN_SUCCESS;
        if (sendPossible && immediate && (entry.Has(Once) || !port.IsFull))
        {
            Notify(MACH_NOTIFY_SEND_POSSIBLE, notify, name);
            return KERN_SUCCESS;
        }
        entry.Request = new RequestModel(name, notify) { SendPossible = sendPossible, Armed = sendPossible && immediate };
        port.Requests.Add(entry.Request);
        return KERN_SUCCESS;
    }

    private kern_return_t RequestOfPort(SpaceModel space, uint name, int id, uint sync, PortModel? notify, out PortModel? old)
    {
        old = null;
        var code = Translate(space, name, out var port);
        if (code != KERN_SUCCESS)
            return code;
        if (id == MACH_NOTIFY_PORT_DESTROYED)
        {
            if (port!.PortDestroyed is not null)
                return KERN_FAILURE;
            port.PortDestroyed = notify;
            return KERN_SUCCESS;
        }
        (old, port!.NoSenders) = (port.NoSenders, notify);
        if (notify is not null && port.Sends == 0 && sync <= port.Made)
        {
            port.NoSenders = null;
            Notify(MACH_NOTIFY_NO_SENDERS, notify, port.Made);
        }
        return KERN_SUCCESS;
    }

    /// <summary>Sends without waiting. A message that comes back is put into the space under the names that were told, in order.</summary>
    internal kern_return_t SendMessage(SpaceModel space, Mail mail, Letter back)
    {
        var code = CheckHeader(space, mail);
        if (code != KERN_SUCCESS)
            return code;
        var message = new MessageModel(Step, mail.Id, default) { Word = (uint)mail.Id };
        var slot = space.Names[mail.Remote].Request;
        if (mail.Local == MACH_PORT_DEAD)
            message.Reply = new Right(PortModel.Dead, Carried(mail.LocalDisposition));
        var replyFirst = mail.Local == mail.Remote && mail.RemoteDisposition == MACH_MSG_TYPE_MOVE_SEND && mail.LocalDisposition != MACH_MSG_TYPE_MOVE_SEND;
        if (replyFirst)
            CopyIn(space, mail.Local, mail.LocalDisposition, destination: false, out message.Reply);
        code = CopyIn(space, mail.Remote, mail.RemoteDisposition, destination: true, out message.Destination);
        if (code != KERN_SUCCESS)
        {
            Release(message.Reply);
            return MACH_SEND_INVALID_DEST;
        }
        if (!replyFirst && IsValid(mail.Local))
            CopyIn(space, mail.Local, mail.LocalDisposition, destination: false, out message.Reply);
        var circular = false;
        foreach (var (name, disposition) in mail.Body)
        {
            if (!CopyInBody(space, name, disposition, out var right))
            {
                Destroy(message);
                return MACH_SEND_INVALID_RIGHT;
            }
            message.Body.Add(right);
            if (right is { Type: Receive, Port.Alive: true } && message.Destination.Port!.Alive)
                circular |= !SetOut(right.Port, message.Destination.Port);
        }
        return Deliver(space, mail, message, circular, space.Names.ContainsKey(mail.Remote) ? slot : null, back);
    }

    private bool CopyInBody(SpaceModel space, uint name, int disposition, out Right right)
    {
        right = new Right(name == MACH_PORT_NULL ? null : PortModel.Dead, Carried(disposition));
        return !IsValid(name) || CopyIn(space, name, disposition, destination: false, out right) == KERN_SUCCESS;
    }

    private kern_return_t Deliver(SpaceModel space, Mail mail, MessageModel message, bool circular, RequestModel? slot, Letter back)
    {
        var port = message.Destination.Port!;
        if (circular || !port.Alive)
        {
            Destroy(message);
            return MACH_MSG_SUCCESS;
        }
        if (message.Destination.Type == Once || !port.IsFull)
        {
            port.Queue.Add(message);
            return MACH_MSG_SUCCESS;
        }
        if (mail.Notify && slot is { SendPossible: true, Notify: not null })
            slot.Armed = true;
        Assert.Equal(CopyOut(space, message.Destination, back.Remote), back.Remote);
        Assert.Equal(CopyOut(space, message.Reply, back.Local), back.Local);
        for (var index = 0; index < message.Body.Count; index++)
            Assert.Equal(CopyOut(space, message.Body[index], back.PortName(index)), back.PortName(index));
        return MACH_SEND_TIMED_OUT;
    }

    private static kern_return_t CheckHeader(SpaceModel space, Mail mail)
    {
        if (!IsValid(mail.Remote))
            return MACH_SEND_INVALID_DEST;
        var same = mail.LocalDisposition != 0 && mail.Local == mail.Remote;
        if (same && MACH_MSG_TYPE_MOVE_SEND_ONCE is var once && (mail.RemoteDisposition == once || mail.LocalDisposition == once))
            return MACH_SEND_INVALID_DEST;
        if (!space.Names.TryGetValue(mail.Remote, out var destination) || !destination.Has(Send | Receive | Once))
            return MACH_SEND_INVALID_DEST;
        if (IsValid(mail.Local) && !ReplyFits(space, mail))
            return MACH_SEND_INVALID_REPLY;
        if (!Fits(destination, mail.RemoteDisposition))
            return MACH_SEND_INVALID_DEST;
        var moves = mail.RemoteDisposition != MACH_MSG_TYPE_MOVE_SEND ? 0 : same && mail.LocalDisposition == MACH_MSG_TYPE_MOVE_SEND ? 2 : 1;
        return destination.References < moves ? MACH_SEND_INVALID_DEST : KERN_SUCCESS;
    }

    private static bool ReplyFits(SpaceModel space, Mail mail) =>
        space.Names.TryGetValue(mail.Local, out var entry) && entry.Has(Send | Receive | Once)
        && (Fits(entry, mail.LocalDisposition)
            || (!entry.Port!.Alive && mail.LocalDisposition is not (MACH_MSG_TYPE_MAKE_SEND or MACH_MSG_TYPE_MAKE_SEND_ONCE)));

    private static bool Fits(EntryModel entry, int disposition) =>
        entry.Has(disposition is MACH_MSG_TYPE_MAKE_SEND or MACH_MSG_TYPE_MAKE_SEND_ONCE ? Receive : Carried(disposition));

    /// <summary>Takes the message that came out of the name's queue, or that of a member, and compares it.</summary>
    internal kern_return_t ReceiveMessage(SpaceModel space, uint name, kern_return_t told, Letter letter)
    {
        if (!space.Names.TryGetValue(name, out var entry) || !entry.Has(Receive | Set))
            return MACH_RCV_INVALID_NAME;
        var ports = entry.Set?.Members.AsEnumerable() ?? [entry.Port!];
        if (ports.All(static port => port.Queue.Count == 0))
            return MACH_RCV_TIMED_OUT;
        if (told != MACH_MSG_SUCCESS)
            return MACH_MSG_SUCCESS;
        var port = ports.SingleOrDefault(port => port.Owner!.NameOf(port) == letter.Local);
        Assert.True(port is { Queue.Count: > 0 }, $"a message arrived on 0x{letter.Local:x}, which has none");
        var message = port.Queue.TakeWhile(message => message.Step == port.Queue[0].Step).FirstOrDefault(message => message.Has(letter));
        Assert.True(message is not null, $"message {letter.Id} arrived where {port.Queue[0].Id} was due");
        port.Queue.Remove(message);
        if (message.Destination.Type == Once)
            port.SendOnces--;
        else
            Release(message.Destination);
        foreach (var request in port.Requests.Where(static request => request is { SendPossible: true, Armed: true, Notify: not null }))
        {
            Notify(MACH_NOTIFY_SEND_POSSIBLE, request.Notify!, request.Name);
            request.Notify = null;
        }
        Assert.Equal(CopyOut(space, message.Reply, letter.Remote), letter.Remote);
        for (var index = 0; index < message.Body.Count; index++)
        {
            Assert.Equal(CopyOut(space, message.Body[index], letter.PortName(index)), letter.PortName(index));
            Assert.Equal(Received(message.Body[index].Type), letter.Disposition(index));
        }
        return MACH_MSG_SUCCESS;
    }

    private static uint Received(uint type) => type switch { Receive => 16, Send => 17, Once => 18, _ => 0 };
}

/// <summary>What a step sends.</summary>
internal readonly record struct Mail(
    uint Remote, int RemoteDisposition, uint Local, int LocalDisposition, (uint Name, int Disposition)[] Body, bool Notify, int Id);
