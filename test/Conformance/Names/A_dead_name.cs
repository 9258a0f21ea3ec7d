namespace Mach.Conformance.Names;

/// <summary>The two ways of looking a name up differ in what they see of a dead name.</summary>
public class A_dead_name
{
    /// <summary>How the name came to be dead.</summary>
    private static uint Make(Party task, Party other, bool unseen) => unseen ? task.UnseenDeadSend(other) : task.DeadName();

    [Theory, EveryRoute, Rule("R-NAME-13")]
    public void Is_no_name_for_calls_that_translate_one_right(World world, Route route)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        foreach (var unseen in (bool[])[false, true])
        {
            var name = Make(task, other, unseen);
            Assert.All(CallsOnOneName.OfReceiveRights(task, route, name), static call => Assert.Equal((call.Call, KERN_INVALID_NAME), call));
            Assert.All(CallsOnOneName.OfSetsAndObjects(task, name), static call => Assert.Equal((call.Call, KERN_INVALID_NAME), call));
            Assert.Equal(MACH_RCV_INVALID_NAME, task.Receive(name, out _));
        }
        var once = task.UnseenDeadSendOnce(other);
        Assert.All(CallsOnOneName.OfReceiveRights(task, route, once), static call => Assert.Equal((call.Call, KERN_INVALID_NAME), call));
    }

    [Theory, EveryRoute, Rule("R-NAME-13")]
    public void Is_an_entry_for_calls_that_look_at_entries(World world, Route route)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (ports, self, notify) = (task.Ports(route), task.Self, task.Receive());
        foreach (var unseen in (bool[])[false, true])
        {
            Assert.Equal(KERN_SUCCESS, ports.mach_port_type(self, Make(task, other, unseen), out var type));
            Assert.Equal(MACH_PORT_TYPE_DEAD_NAME, type);
            Assert.Equal(KERN_SUCCESS, ports.mach_port_get_refs(self, Make(task, other, unseen), MACH_PORT_RIGHT_DEAD_NAME, out var count));
            Assert.Equal(1u, count);
            Assert.Equal(KERN_SUCCESS, ports.mach_port_mod_refs(self, Make(task, other, unseen), MACH_PORT_RIGHT_DEAD_NAME, 1));
            Assert.Equal(KERN_SUCCESS, ports.mach_port_deallocate(self, Make(task, other, unseen)));
            Assert.Equal(KERN_SUCCESS, ports.mach_port_destroy(self, Make(task, other, unseen)));
            Assert.Equal(KERN_INVALID_RIGHT, ports.mach_port_destruct(self, Make(task, other, unseen), 0, 0));
            Assert.Equal(KERN_INVALID_ARGUMENT, Ask(MACH_NOTIFY_DEAD_NAME, Make(task, other, unseen)));
            Assert.Equal(KERN_SUCCESS, Ask(MACH_NOTIFY_SEND_POSSIBLE, Make(task, other, unseen)));
            Assert.Equal(KERN_SUCCESS, ports.mach_port_extract_right(self, Make(task, other, unseen), MACH_MSG_TYPE_COPY_SEND, out var poly, out _));
            Assert.Equal(MACH_PORT_DEAD, poly);
            Assert.Equal(KERN_INVALID_CAPABILITY, ports.mach_port_insert_right(self, 0x55503, Make(task, other, unseen), MACH_MSG_TYPE_COPY_SEND));
        }

        kern_return_t Ask(int id, uint name) =>
            ports.mach_port_request_notification(self, name, id, 0, notify, MACH_MSG_TYPE_MAKE_SEND_ONCE, out _);
    }

    [Theory, EveryRoute, Rule("R-NAME-13")]
    public void Is_a_wrong_right_for_the_calls_on_members_with_two_names(World world, Route route)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (ports, self, port, set) = (task.Ports(route), task.Self, task.Receive(), task.PortSet());
        foreach (var unseen in (bool[])[false, true])
        {
            var dead = Make(task, other, unseen);
            Assert.Equal(KERN_INVALID_RIGHT, ports.mach_port_insert_member(self, dead, set));
            Assert.Equal(KERN_INVALID_RIGHT, ports.mach_port_insert_member(self, port, dead));
            Assert.Equal(KERN_INVALID_RIGHT, ports.mach_port_extract_member(self, dead, set));
            Assert.Equal(KERN_INVALID_RIGHT, ports.mach_port_extract_member(self, port, dead));
            Assert.Equal(KERN_INVALID_RIGHT, ports.mach_port_move_member(self, dead, set));
            Assert.Equal(KERN_INVALID_RIGHT, ports.mach_port_move_member(self, port, dead));
        }
    }
}
