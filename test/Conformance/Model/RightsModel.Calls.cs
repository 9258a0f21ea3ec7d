namespace Mach.Conformance.Model;

internal sealed partial class RightsModel
{
    internal static void Allocate(SpaceModel space, uint right, uint told) => AddNew(space, told, right switch
    {
        MACH_PORT_RIGHT_RECEIVE => new EntryModel(Receive, new PortModel { Owner = space }, null, 0),
        MACH_PORT_RIGHT_PORT_SET => new EntryModel(Set, null, new SetModel(), 0),
        _ => new EntryModel(DeadName, null, null, 1),
    });

    internal kern_return_t Insert(SpaceModel space, uint name, uint poly, int disposition)
    {
        if (name == poly && IsValid(name) && disposition is MACH_MSG_TYPE_MAKE_SEND or MACH_MSG_TYPE_COPY_SEND)
            return InsertBesideItself(space, name, disposition);
        if (!IsValid(poly))
            return KERN_INVALID_NAME;
        var code = CopyIn(space, poly, disposition, destination: false, out var right);
        if (code != KERN_SUCCESS)
            return code;
        code = CheckInsert(space, name, right);
        if (code != KERN_SUCCESS)
            Release(right);
        else
            CopyOut(space, right, name);
        return code;
    }

    private static kern_return_t CheckInsert(SpaceModel space, uint name, Right right)
    {
        if (!IsValid(name))
            return KERN_INVALID_VALUE;
        if (!right.Port!.Alive)
            return KERN_INVALID_CAPABILITY;
        if (name >> 8 == 0)
            return (name & 3) == 3 ? KERN_FAILURE : KERN_INVALID_VALUE;
        if ((name & 3) != 3)
            return KERN_INVALID_VALUE;
        if (!space.Names.ContainsKey(name) && space.Names.Keys.Any(other => other >> 8 == name >> 8))
            return KERN_FAILURE;
        var known = right.Type == Once ? MACH_PORT_NULL : space.NameOf(right.Port);
        if (known != MACH_PORT_NULL && known != name)
            return KERN_RIGHT_EXISTS;
        return known == MACH_PORT_NULL && space.Names.ContainsKey(name) ? KERN_NAME_EXISTS : KERN_SUCCESS;
    }

    private static kern_return_t InsertBesideItself(SpaceModel space, uint name, int disposition)
    {
        if (Look(space, name) is not { } entry)
            return KERN_INVALID_NAME;
        if (entry.Has(DeadName))
            return KERN_INVALID_CAPABILITY;
        var makes = disposition == MACH_MSG_TYPE_MAKE_SEND;
        if (!entry.Has(makes ? Receive : Send))
            return KERN_INVALID_RIGHT;
        if (makes)
            entry.Port!.Made++;
        if (!entry.Has(Send))
            entry.Port!.Sends++;
        entry.Type |= Send;
        entry.Add(1);
        return KERN_SUCCESS;
    }

    internal kern_return_t Extract(SpaceModel space, uint name, int disposition, uint told, out uint taken)
    {
        taken = MACH_PORT_NULL;
        if (!IsValid(name))
            return KERN_INVALID_RIGHT;
        var code = CopyIn(space, name, disposition, destination: false, out var right);
        if (code == KERN_SUCCESS)
            taken = CopyOut(space, right, told);
        return code;
    }

    internal kern_return_t Change(SpaceModel space, uint name, uint right, int delta)
    {
        if (!IsValid(name))
            return right is MACH_PORT_RIGHT_SEND or MACH_PORT_RIGHT_SEND_ONCE ? KERN_SUCCESS : KERN_INVALID_NAME;
        if (Look(space, name) is not { } entry)
            return KERN_INVALID_NAME;
        if (!entry.Has(MACH_PORT_TYPE(right)))
            return KERN_INVALID_RIGHT;
        var counted = right is MACH_PORT_RIGHT_SEND or MACH_PORT_RIGHT_DEAD_NAME;
        if (counted ? delta > 65535 || -delta > entry.References : delta is not (0 or -1))
            return KERN_INVALID_VALUE;
        if (delta > 0)
            entry.Add(delta);
        else if (delta < 0)
            DropPart(space, name, entry, MACH_PORT_TYPE(right), -delta);
        return KERN_SUCCESS;
    }

    private void DropPart(SpaceModel space, uint name, EntryModel entry, uint type, int count)
    {
        var port = entry.Port;
        if (type == DeadName)
            DropDead(space, name, entry, count);
        else if (type == Set)
            DropSet(space, name, entry);
        else if (type == Receive)
            DropReceive(space, name, entry);
        else if (entry.References == 65535 && count != 65535)
            return;
        else if (entry.References > count)
            entry.References -= count;
        else
        {
            LoseSendRight(space, name, entry);
            Release(new Right(port, type));
        }
    }

    private static void DropSet(SpaceModel space, uint name, EntryModel entry)
    {
        foreach (var member in entry.Set!.Members)
            member.Sets.Remove(entry.Set);
        space.Names.Remove(name);
    }

    private void DropReceive(SpaceModel space, uint name, EntryModel entry)
    {
        var port = entry.Port!;
        if (port.PortDestroyed is not null)
        {
            LoseReceiveRight(space, name, entry);
            ReturnReceiver(port);
            return;
        }
        if (!entry.Has(Send))
            Forget(space, name, entry);
        Die(port);
        if (entry.Has(Send))
            Turn(entry);
    }

    internal kern_return_t Deallocate(SpaceModel space, uint name)
    {
        if (!IsValid(name))
            return KERN_SUCCESS;
        if (Look(space, name) is not { } entry)
            return KERN_INVALID_NAME;
        if (entry.Type == Receive)
            return KERN_INVALID_RIGHT;
        DropPart(space, name, entry, entry.Type & ~Receive, 1);
        return KERN_SUCCESS;
    }

    internal kern_return_t Destroy(SpaceModel space, uint name)
    {
        if (!IsValid(name))
            return KERN_SUCCESS;
        if (Look(space, name) is not { } entry)
            return KERN_INVALID_NAME;
        if (entry.Has(Receive) && entry.Request is { } request)
        {
            entry.Port!.Requests.Remove(request);
            entry.Request = null;
            if (request.Notify is not null)
                Notify(MACH_NOTIFY_PORT_DELETED, request.Notify, name);
        }
        foreach (var part in (uint[])[Send, Once, Set, DeadName, Receive])
        {
            if (entry.Has(part))
                DropPart(space, name, entry, part, part is Send or DeadName ? entry.References : 1);
        }
        return KERN_SUCCESS;
    }

    internal kern_return_t Destruct(SpaceModel space, uint name, int delta)
    {
        if (!IsValid(name) || Look(space, name) is not { } entry)
            return KERN_INVALID_NAME;
        if (!entry.Has(Receive) || (delta != 0 && !entry.Has(Send)))
            return KERN_INVALID_RIGHT;
        if (delta > 0 || -delta > entry.References)
            return KERN_INVALID_VALUE;
        if (delta != 0)
            DropPart(space, name, entry, Send, -delta);
        DropReceive(space, name, entry);
        return KERN_SUCCESS;
    }

    internal void End(SpaceModel space)
    {
        space.Alive = false;
        foreach (var name in space.Names.Keys.ToArray())
            Destroy(space, name);
    }

    internal static kern_return_t Join(SpaceModel space, uint name, uint setName, bool leaves)
    {
        if (!IsValid(name) || !IsValid(setName))
            return KERN_INVALID_RIGHT;
        if (!space.Names.TryGetValue(name, out var entry) || !space.Names.TryGetValue(setName, out var holder))
            return KERN_INVALID_NAME;
        if (!entry.Has(Receive) || holder.Set is not { } set)
            return KERN_INVALID_RIGHT;
        if (leaves != set.Members.Contains(entry.Port!))
            return leaves ? KERN_NOT_IN_SET : KERN_ALREADY_IN_SET;
        _ = leaves ? set.Members.Remove(entry.Port!) && entry.Port!.Sets.Remove(set) : set.Members.Add(entry.Port!) && entry.Port!.Sets.Add(set);
        return KERN_SUCCESS;
    }

    internal static kern_return_t SetLimit(SpaceModel space, uint name, uint limit)
    {
        if (!IsValid(name))
            return KERN_INVALID_RIGHT;
        var code = Translate(space, name, out var port);
        if (code == KERN_SUCCESS)
            port!.Limit = limit;
        return code;
    }

    /// <summary>The port of a live receive right.</summary>
    internal static kern_return_t Translate(SpaceModel space, uint name, out PortModel? port)
    {
        port = null;
        if (!space.Names.TryGetValue(name, out var entry) || entry.Has(DeadName) || entry.Port is { Alive: false })
            return KERN_INVALID_NAME;
        if (!entry.Has(Receive))
            return KERN_INVALID_RIGHT;
        port = entry.Port;
        return KERN_SUCCESS;
    }
}
