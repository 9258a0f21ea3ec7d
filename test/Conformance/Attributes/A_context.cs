namespace Mach.Conformance.Attributes;

public class A_context
{
    [Theory, EveryWorld, Rule("R-CTX-1")]
    public void Is_a_word_that_comes_back(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        Assert.Equal(0u, Context(task, port));
        foreach (var word in (ulong[])[1, ulong.MaxValue, 0])
        {
            Assert.Equal(KERN_SUCCESS, SetContext(task, port, word));
            Assert.Equal(word, Context(task, port));
        }
        Assert.Equal(99u, Context(task, task.Construct(0, 99)));
    }

    [Theory, EveryWorld, Rule("R-CTX-1")]
    public void Under_a_plain_guard_is_the_guard_and_changes_it(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Construct(MPO_CONTEXT_AS_GUARD, 5);
        Assert.Equal(5u, Context(task, port));
        Assert.Equal(KERN_SUCCESS, SetContext(task, port, 6));
        Assert.Equal(KERN_INVALID_ARGUMENT, task.Ports().mach_port_unguard(task.Self, port, 5));
        Assert.Equal(KERN_SUCCESS, task.Ports().mach_port_unguard(task.Self, port, 6));
    }

    [Theory, EveryWorld, Rule("R-CTX-1")]
    public void Under_a_strict_guard_reads_0_and_cannot_be_set(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Construct(MPO_CONTEXT_AS_GUARD | MPO_STRICT, 5);
        Assert.Equal(0u, Context(task, port));
        Assert.Equal(KERN_INVALID_ARGUMENT, SetContext(task, port, 6));
        Assert.Equal(KERN_SUCCESS, task.Ports().mach_port_unguard(task.Self, port, 5));
    }

    [Theory, EveryWorld, Rule("R-CTX-1", "R-NAME-13", "R-NAME-14")]
    public void Belongs_to_a_receive_right(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("task"), machine.NewTask("other"));
        foreach (var (code, name) in ((kern_return_t, uint)[])[
            (KERN_INVALID_RIGHT, MACH_PORT_NULL),
            (KERN_INVALID_RIGHT, MACH_PORT_DEAD),
            (KERN_INVALID_NAME, task.StaleName()),
            (KERN_INVALID_NAME, task.DeadName()),
            (KERN_INVALID_NAME, task.UnseenDeadSend(other)),
            (KERN_INVALID_RIGHT, other.GiveSend(task, other.Receive())),
            (KERN_INVALID_RIGHT, task.PortSet())])
        {
            Assert.Equal(code, task.Ports().Message.mach_port_get_context(task.Self, name, out _));
            Assert.Equal(code, SetContext(task, name, 1));
        }
    }

    private static ulong Context(Party task, uint port)
    {
        Assert.Equal(KERN_SUCCESS, task.Ports().Message.mach_port_get_context(task.Self, port, out var context));
        return context;
    }

    private static kern_return_t SetContext(Party task, uint port, ulong context) =>
        task.Ports().Message.mach_port_set_context(task.Self, port, context);
}
