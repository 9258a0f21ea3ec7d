namespace Mach.Conformance.Model;

internal sealed partial class Execution
{
    private const uint R = RightsModel.Receive, S = RightsModel.Send;

    /// <summary>Steps use the three message traps in turn: the answers are the same.</summary>
    private MessageTrap Trap => (MessageTrap)(_model.Step % 3);

    private void Make(Step step, Party party, SpaceModel space, Picker pick)
    {
        switch (step.Verb)
        {
            case Verb.Allocate:
                Allocate(party, space, pick.One(MACH_PORT_RIGHT_RECEIVE, MACH_PORT_RIGHT_RECEIVE, MACH_PORT_RIGHT_PORT_SET, MACH_PORT_RIGHT_DEAD_NAME));
                break;
            case Verb.Receive or Verb.Send or Verb.Request or Verb.SetLimit when !space.Names.Values.Any(static entry => entry.Has(R)):
                Allocate(party, space, MACH_PORT_RIGHT_RECEIVE);
                break;
            case Verb.Join or Verb.Leave when !space.Names.Values.Any(static entry => entry.Has(RightsModel.Set)):
                Allocate(party, space, MACH_PORT_RIGHT_PORT_SET);
                break;
            case Verb.Insert:
                Insert(party, space, pick);
                break;
            case Verb.Extract:
                Extract(party, space, pick);
                break;
            case Verb.ChangeReferences:
                Change(party, space, pick);
                break;
            case Verb.Deallocate or Verb.Destroy or Verb.Destruct:
                Drop(step.Verb, party, space, pick);
                break;
            case Verb.Request:
                Request(party, space, pick);
                break;
            case Verb.Join or Verb.Leave:
                Join(step.Verb == Verb.Leave, party, space, pick);
                break;
            case Verb.SetLimit:
                SetLimit(party, space, pick);
                break;
            case Verb.Send:
                Send(party, space, pick);
                break;
            case Verb.Receive:
                Receive(party, space, pick);
                break;
            default:
                End(party, space);
                break;
        }
    }

    private void Allocate(Party party, SpaceModel space, uint right)
    {
        Assert.Equal(KERN_SUCCESS, party.Ports().mach_port_allocate(party.Self, right, out var name));
        Say(space, $"allocate(right {right}) = 0x{name:x}");
        RightsModel.Allocate(space, right, name);
    }

    private void Insert(Party party, SpaceModel space, Picker pick)
    {
        var (poly, disposition) = pick.Right();
        var name = pick.Choice < 100 ? poly : pick.Place();
        Say(space, $"insert_right(0x{name:x}, 0x{poly:x}, {Disposition(disposition)})");
        Expect(_model.Insert(space, name, poly, disposition), party.Ports().mach_port_insert_right(party.Self, name, poly, disposition));
    }

    private void Extract(Party party, SpaceModel space, Picker pick)
    {
        var (name, disposition) = pick.Right();
        Say(space, $"extract_right(0x{name:x}, {Disposition(disposition)})");
        var code = party.Ports().mach_port_extract_right(party.Self, name, disposition, out var told, out _);
        Expect(_model.Extract(space, name, disposition, told, out var taken), code);
        Assert.Equal(taken, told);
    }

    private void Change(Party party, SpaceModel space, Picker pick)
    {
        var right = pick.One(MACH_PORT_RIGHT_SEND, MACH_PORT_RIGHT_DEAD_NAME, MACH_PORT_RIGHT_RECEIVE, MACH_PORT_RIGHT_SEND_ONCE, MACH_PORT_RIGHT_PORT_SET);
        var delta = pick.One(1, -1, -1, 2, -2, 0, 65534, 65535, -65535, -65534, 65536);
        var name = pick.Name(entry => entry.Has(MACH_PORT_TYPE(right)));
        Say(space, $"mod_refs(0x{name:x}, right {right}, {delta})");
        Expect(_model.Change(space, name, right, delta), party.Ports().mach_port_mod_refs(party.Self, name, right, delta));
    }

    private void Drop(Verb verb, Party party, SpaceModel space, Picker pick)
    {
        var name = verb switch
        {
            Verb.Deallocate => pick.Name(static entry => entry.Type != R),
            Verb.Destruct => pick.Name(static entry => entry.Has(R) && IsWatched(entry.Port!), static entry => entry.Has(R)),
            _ => pick.Name(static entry => entry.Has(R) && entry.Port!.PortDestroyed is not null, static entry => entry.Has(R) && IsWatched(entry.Port!)),
        };
        if (verb == Verb.Deallocate)
        {
            Say(space, $"deallocate(0x{name:x})");
            Expect(_model.Deallocate(space, name), party.Ports().mach_port_deallocate(party.Self, name));
        }
        else if (verb == Verb.Destroy)
        {
            Say(space, $"destroy(0x{name:x})");
            Expect(_model.Destroy(space, name), party.Ports().mach_port_destroy(party.Self, name));
        }
        else
        {
            var delta = pick.One(0, -1, -2, -65535, 1);
            Say(space, $"destruct(0x{name:x}, {delta})");
            Expect(_model.Destruct(space, name, delta), party.Ports().mach_port_destruct(party.Self, name, delta, 0));
        }
    }

    /// <summary>Somebody will hear of the port's death.</summary>
    private static bool IsWatched(PortModel port) => port.PortDestroyed is not null || port.NoSenders is not null || port.Requests.Count > 0;

    private void Request(Party party, SpaceModel space, Picker pick)
    {
        var id = pick.One(MACH_NOTIFY_DEAD_NAME, MACH_NOTIFY_NO_SENDERS, MACH_NOTIFY_SEND_POSSIBLE, MACH_NOTIFY_PORT_DESTROYED);
        var sync = pick.Choice switch { < 128 => 0u, < 192 => 1u, _ => 2u };
        var name = pick.Name(entry => id is MACH_NOTIFY_DEAD_NAME or MACH_NOTIFY_SEND_POSSIBLE ? entry.Has(MACH_PORT_TYPE_PORT_RIGHTS) : entry.Has(R));
        var disposition = pick.One(MACH_MSG_TYPE_MAKE_SEND_ONCE, MACH_MSG_TYPE_MAKE_SEND_ONCE, MACH_MSG_TYPE_MOVE_SEND_ONCE);
        var notify = pick.Choice > 200
            ? MACH_PORT_NULL
            : pick.Name(entry => entry.Has(disposition == MACH_MSG_TYPE_MAKE_SEND_ONCE ? R : RightsModel.Once));
        Say(space, $"request_notification(0x{name:x}, {id}, {sync}, 0x{notify:x}, {Disposition(disposition)})");
        var code = party.Ports().mach_port_request_notification(party.Self, name, id, sync, notify, disposition, out var told);
        Expect(_model.Request(space, name, id, sync, notify, disposition, told, out var previous), code);
        Assert.Equal(previous, told);
    }

    private void Join(bool leaves, Party party, SpaceModel space, Picker pick)
    {
        var name = pick.Name(entry => entry.Port is { Sets.Count: > 0 } == leaves && entry.Has(R), static entry => entry.Has(R));
        var member = space.Names.GetValueOrDefault(name)?.Port;
        var set = pick.Name(entry => entry.Set?.Members.Contains(member!) == leaves, static entry => entry.Has(RightsModel.Set));
        Say(space, $"{(leaves ? "extract" : "insert")}_member(0x{name:x}, 0x{set:x})");
        var code = leaves ? party.Ports().mach_port_extract_member(party.Self, name, set) : party.Ports().mach_port_insert_member(party.Self, name, set);
        Expect(RightsModel.Join(space, name, set, leaves), code);
    }

    private void SetLimit(Party party, SpaceModel space, Picker pick)
    {
        var (limit, name) = (pick.One(1u, 0u, 2u, 5u), pick.Name(static entry => entry.Has(R)));
        Say(space, $"set_attributes(0x{name:x}, limit {limit})");
        var code = party.Ports().Message.mach_port_set_attributes(party.Self, name, MACH_PORT_LIMITS_INFO, [(int)limit]);
        Expect(RightsModel.SetLimit(space, name, limit), code);
    }

    private void Send(Party party, SpaceModel space, Picker pick)
    {
        var shape = pick.Choice;
        var (remote, remoteDisposition) = pick.Right(sends: true);
        var (local, localDisposition) = (shape & 1) == 0 ? (MACH_PORT_NULL, 0) : pick.Right(sends: true);
        var body = new (uint Name, int Disposition)[(shape >> 1) % 3];
        for (var index = 0; index < body.Length; index++)
            body[index] = pick.Right();
        var mail = new Mail(remote, remoteDisposition, local, localDisposition, body, shape > 220, 1000 + _model.Step);
        var note = new Note(remote, remoteDisposition, local, localDisposition, mail.Id);
        foreach (var (name, disposition) in body)
            note.Port(name, disposition);
        var rights = string.Join(", ", body.Select(static right => $"0x{right.Name:x} {Disposition(right.Disposition)}"));
        Say(space, $"send(0x{remote:x} {Disposition(remoteDisposition)}, reply 0x{local:x} {Disposition(localDisposition)}, [{rights}]{(mail.Notify ? ", notify" : "")})");
        var options = MACH64_SEND_TIMEOUT | (mail.Notify ? MACH64_SEND_NOTIFY : 0);
        var code = party.By(Trap).Send(body.Length == 0 ? note.Word((uint)mail.Id) : note, options);
        Expect(_model.SendMessage(space, mail, note.Returned), code);
    }

    private void Receive(Party party, SpaceModel space, Picker pick)
    {
        var name = pick.Name(
            static entry => entry.Port is { Queue.Count: > 0 } && entry.Has(R),
            static entry => entry.Set?.Members.Any(static port => port.Queue.Count > 0) is true,
            static entry => entry.Has(R | RightsModel.Set));
        Say(space, $"receive(0x{name:x})");
        var code = party.By(Trap).Receive(name, out var letter);
        Expect(_model.ReceiveMessage(space, name, code, letter), code);
        if (code == MACH_MSG_SUCCESS)
            Count(letter.Id > 1000 ? "a message" : $"notification {letter.Id}");
    }

    private void End(Party party, SpaceModel space)
    {
        Say(space, $"ends");
        party.Task.Dispose();
        _model.End(space);
    }

    private static string Disposition(int disposition) => disposition switch
    {
        MACH_MSG_TYPE_MOVE_RECEIVE => "MOVE_RECEIVE",
        MACH_MSG_TYPE_MOVE_SEND => "MOVE_SEND",
        MACH_MSG_TYPE_MOVE_SEND_ONCE => "MOVE_SEND_ONCE",
        MACH_MSG_TYPE_COPY_SEND => "COPY_SEND",
        MACH_MSG_TYPE_MAKE_SEND => "MAKE_SEND",
        MACH_MSG_TYPE_MAKE_SEND_ONCE => "MAKE_SEND_ONCE",
        _ => "-",
    };
}
