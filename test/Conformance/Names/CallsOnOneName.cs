namespace Mach.Conformance.Names;

/// <summary>Every call that is about one name, by how it looks the name up.</summary>
internal static class CallsOnOneName
{
    /// <summary>Calls that translate one receive right.</summary>
    public static IEnumerable<(string Call, kern_return_t Code)> OfReceiveRights(Party task, Route route, uint name)
    {
        var ports = task.Ports(route);
        var (self, notify) = (task.Self, task.Receive());
        yield return ("get_attributes", ports.mach_port_get_attributes(self, name, MACH_PORT_RECEIVE_STATUS, new int[10], out _));
        yield return ("set_attributes", ports.Message.mach_port_set_attributes(self, name, MACH_PORT_LIMITS_INFO, [1]));
        yield return ("get_context", ports.Message.mach_port_get_context(self, name, out _));
        yield return ("set_context", ports.Message.mach_port_set_context(self, name, 1));
        yield return ("guard", ports.mach_port_guard(self, name, 1, strict: false));
        yield return ("unguard", ports.mach_port_unguard(self, name, 1));
        yield return ("swap_guard", ports.Message.mach_port_swap_guard(self, name, 1, 2));
        yield return ("assert_attributes", ports.Message.mach_port_assert_attributes(self, name, MACH_PORT_GUARD_INFO, [1, 0]));
        yield return ("peek", Peek(task, name));
        yield return ("set_mscount", ports.Message.mach_port_set_mscount(self, name, 1));
        yield return ("set_seqno", ports.Message.mach_port_set_seqno(self, name, 1));
        yield return ("get_srights", ports.Message.mach_port_get_srights(self, name, out _));
        yield return ("dnrequest_info", ports.Message.mach_port_dnrequest_info(self, name, out _, out _));
        yield return ("move_member", ports.mach_port_move_member(self, name, MACH_PORT_NULL));
        yield return ("no-senders", Ask(MACH_NOTIFY_NO_SENDERS));
        yield return ("port-destroyed", Ask(MACH_NOTIFY_PORT_DESTROYED));

        kern_return_t Ask(int id) => ports.mach_port_request_notification(self, name, id, 0, notify, MACH_MSG_TYPE_MAKE_SEND_ONCE, out _);
    }

    /// <summary>Calls that translate one right of another kind than a receive right.</summary>
    public static IEnumerable<(string Call, kern_return_t Code)> OfSetsAndObjects(Party task, uint name)
    {
        var message = task.Ports().Message;
        yield return ("get_set_status", message.mach_port_get_set_status(task.Self, name, out _, out _));
        yield return ("kobject", message.mach_port_kobject(task.Self, name, out _, out _));
    }

    /// <summary>Calls that look at the entry, whatever it denotes.</summary>
    public static IEnumerable<(string Call, kern_return_t Code)> OfEntries(Party task, Route route, uint name)
    {
        var ports = task.Ports(route);
        var (self, set, port, notify) = (task.Self, task.PortSet(), task.Receive(), task.Receive());
        yield return ("type", ports.mach_port_type(self, name, out _));
        yield return ("get_refs", ports.mach_port_get_refs(self, name, MACH_PORT_RIGHT_SEND, out _));
        yield return ("mod_refs", ports.mach_port_mod_refs(self, name, MACH_PORT_RIGHT_SEND, 1));
        yield return ("deallocate", ports.mach_port_deallocate(self, name));
        yield return ("destroy", ports.mach_port_destroy(self, name));
        yield return ("destruct", ports.mach_port_destruct(self, name, 0, 0));
        yield return ("dead-name", Ask(MACH_NOTIFY_DEAD_NAME));
        yield return ("send-possible", Ask(MACH_NOTIFY_SEND_POSSIBLE));
        yield return ("extract_right", ports.mach_port_extract_right(self, name, MACH_MSG_TYPE_COPY_SEND, out _, out _));
        yield return ("insert_member", ports.mach_port_insert_member(self, name, set));
        yield return ("insert_member into it", ports.mach_port_insert_member(self, port, name));
        yield return ("extract_member", ports.mach_port_extract_member(self, name, set));
        yield return ("move_member", ports.mach_port_move_member(self, name, set));

        kern_return_t Ask(int id) => ports.mach_port_request_notification(self, name, id, 0, notify, MACH_MSG_TYPE_MAKE_SEND_ONCE, out _);
    }

    private static kern_return_t Peek(Party task, uint name)
    {
        uint sequence = 0;
        return task.Ports().Message.mach_port_peek(task.Self, name, 0, ref sequence, out _, out _, new byte[8], out _);
    }
}
