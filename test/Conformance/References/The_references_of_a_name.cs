namespace Mach.Conformance.References;

/// <summary>mach_port_get_refs.</summary>
public class The_references_of_a_name
{
    [Theory, EveryWorld, Rule("R-REFS-1")]
    public void Of_a_kind_that_does_not_exist_are_refused_before_the_name_is_looked_at(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        foreach (var name in (uint[])[MACH_PORT_NULL, MACH_PORT_DEAD, 0x77703, task.Receive()])
        {
            Assert.Equal(KERN_INVALID_VALUE, task.Ports().mach_port_get_refs(task.Self, name, MACH_PORT_RIGHT_NUMBER, out _));
            Assert.Equal(KERN_INVALID_VALUE, task.Ports().mach_port_get_refs(task.Self, name, uint.MaxValue, out _));
        }
    }

    [Theory, EveryWorld, Rule("R-REFS-1")]
    public void Of_null_and_dead_are_one_for_the_kinds_that_send(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        foreach (var name in (uint[])[MACH_PORT_NULL, MACH_PORT_DEAD])
        {
            Assert.Equal(1u, task.References(name, MACH_PORT_RIGHT_SEND));
            Assert.Equal(1u, task.References(name, MACH_PORT_RIGHT_SEND_ONCE));
            foreach (var right in (uint[])[MACH_PORT_RIGHT_RECEIVE, MACH_PORT_RIGHT_PORT_SET, MACH_PORT_RIGHT_DEAD_NAME, 5])
                Assert.Equal(KERN_INVALID_NAME, task.Ports().mach_port_get_refs(task.Self, name, right, out _));
        }
    }

    [Theory, EveryWorld, Rule("R-REFS-2", "R-RIGHT-2")]
    public void Are_counted_by_kind_and_none_for_kinds_that_the_name_lacks(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (send, both, dead) = (other.GiveSend(task, other.Receive()), task.ReceiveAndSend(), task.DeadName());
        task.AddSends(send, 4);
        task.AddSends(both, 1);
        task.AddDeads(dead, 6);
        Expect(send, [5, 0, 0, 0, 0, 0]);
        Expect(both, [2, 1, 0, 0, 0, 0]);
        Expect(task.Receive(), [0, 1, 0, 0, 0, 0]);
        Expect(task.SendOnce(both), [0, 0, 1, 0, 0, 0]);
        Expect(task.PortSet(), [0, 0, 0, 1, 0, 0]);
        Expect(dead, [0, 0, 0, 0, 7, 0]);

        void Expect(uint name, uint[] counts)
        {
            for (uint right = 0; right < counts.Length; right++)
                Assert.Equal((right, counts[right]), (right, task.References(name, right)));
        }
    }

    [Theory, EveryWorld, Rule("R-RIGHT-2")]
    public void Are_stored_as_none_for_receive_rights_and_sets(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        Assert.Equal(0u, task.Record(task.Receive()).iin_urefs);
        Assert.Equal(0u, task.Record(task.PortSet()).iin_urefs);
        Assert.Equal(1u, task.Record(task.SendOnce(task.Receive())).iin_urefs);
        Assert.Equal(1u, task.Record(task.ReceiveAndSend()).iin_urefs);
        Assert.Equal(1u, task.Record(task.DeadName()).iin_urefs);
    }

    [Theory, EveryWorld, Rule("R-REFS-2", "R-RIGHT-7")]
    public void Of_a_port_that_died_are_those_of_a_dead_name(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var name = task.UnseenDeadSend(other, references: 3);
        Assert.Equal(0u, task.Sends(name));
        Assert.Equal(3u, task.Deads(name));
    }
}
