namespace Mach.Conformance.Attributes;

public class Setting_attributes
{
    [Theory, EveryWorld, Rule("R-ATTR-8")]
    public void Of_the_limit_looks_at_count_value_and_name_in_this_order(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("task"), machine.NewTask("other"));
        Assert.Equal(KERN_FAILURE, Set(task, MACH_PORT_NULL, MACH_PORT_LIMITS_INFO));
        Assert.Equal(KERN_INVALID_VALUE, Set(task, MACH_PORT_NULL, MACH_PORT_LIMITS_INFO, 1025));
        Assert.Equal(KERN_INVALID_VALUE, Set(task, task.StaleName(), MACH_PORT_LIMITS_INFO, 1025));
        Assert.Equal(KERN_INVALID_RIGHT, Set(task, MACH_PORT_NULL, MACH_PORT_LIMITS_INFO, 1));
        Assert.Equal(KERN_INVALID_RIGHT, Set(task, MACH_PORT_DEAD, MACH_PORT_LIMITS_INFO, 1));
        Assert.Equal(KERN_INVALID_NAME, Set(task, task.StaleName(), MACH_PORT_LIMITS_INFO, 1));
        Assert.Equal(KERN_INVALID_NAME, Set(task, task.DeadName(), MACH_PORT_LIMITS_INFO, 1));
        Assert.Equal(KERN_INVALID_NAME, Set(task, task.UnseenDeadSend(other), MACH_PORT_LIMITS_INFO, 1));
        Assert.Equal(KERN_INVALID_RIGHT, Set(task, other.GiveSend(task, other.Receive()), MACH_PORT_LIMITS_INFO, 1));
    }

    [Theory, EveryWorld, Rule("R-ATTR-8")]
    public void Of_the_size_of_requests_checks_and_does_nothing(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        Assert.Equal(KERN_FAILURE, Set(task, port, MACH_PORT_DNREQUESTS_SIZE));
        Assert.Equal(KERN_INVALID_RIGHT, Set(task, MACH_PORT_NULL, MACH_PORT_DNREQUESTS_SIZE, 64));
        Assert.Equal(KERN_INVALID_NAME, Set(task, task.DeadName(), MACH_PORT_DNREQUESTS_SIZE, 64));
        Assert.Equal(KERN_SUCCESS, Set(task, port, MACH_PORT_DNREQUESTS_SIZE, 64));
        Span<int> word = [7];
        Assert.Equal(KERN_SUCCESS, task.Ports().mach_port_get_attributes(task.Self, port, MACH_PORT_DNREQUESTS_SIZE, word, out _));
        Assert.Equal(0, word[0]);
    }

    [Theory, EveryWorld, Rule("R-ATTR-8", "R-ATTR-5")]
    public void Of_importance_sets_flags_on_ordinary_ports(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var special = task.Traps.thread_get_special_reply_port();
        foreach (var (flavor, flag) in ((int, uint)[])[(MACH_PORT_TEMPOWNER, 1), (MACH_PORT_IMPORTANCE_RECEIVER, 8), (MACH_PORT_DENAP_RECEIVER, 8)])
        {
            var port = task.Receive();
            Assert.Equal(KERN_SUCCESS, Set(task, port, flavor));
            Assert.Equal(flag, task.Status(port).mps_flags & flag);
            Assert.Equal(KERN_INVALID_ARGUMENT, Set(task, special, flavor));
            Assert.Equal(KERN_INVALID_RIGHT, Set(task, MACH_PORT_NULL, flavor));
            Assert.Equal(KERN_INVALID_NAME, Set(task, task.StaleName(), flavor));
        }
    }

    [Theory, EveryWorld, Rule("R-ATTR-8")]
    public void Of_throttling_is_for_service_ports(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        Assert.Equal(KERN_INVALID_CAPABILITY, Set(task, task.Receive(), MACH_PORT_SERVICE_THROTTLED, 1));
        var service = task.ServicePort("a service");
        Span<int> word = [7];
        foreach (var throttled in (int[])[1, 0])
        {
            Assert.Equal(KERN_SUCCESS, Set(task, service, MACH_PORT_SERVICE_THROTTLED, throttled));
            Assert.Equal(KERN_SUCCESS, task.Ports().mach_port_get_attributes(task.Self, service, MACH_PORT_SERVICE_THROTTLED, word, out _));
            Assert.Equal(throttled, word[0]);
        }
    }

    [Theory, EveryWorld, Rule("R-ATTR-8")]
    public void Of_what_can_only_be_read_is_an_invalid_argument(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        foreach (var flavor in (int[])[0, MACH_PORT_RECEIVE_STATUS, MACH_PORT_INFO_EXT, MACH_PORT_GUARD_INFO, 10])
            Assert.Equal(KERN_INVALID_ARGUMENT, Set(task, port, flavor, new int[17]));
    }

    [Theory, EveryWorld, Rule("R-ATTR-9")]
    public void Of_counts_takes_any_value(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        var calls = task.Ports().Message;
        foreach (var value in (uint[])[1, 0x80000000, uint.MaxValue, 0])
        {
            Assert.Equal(KERN_SUCCESS, calls.mach_port_set_mscount(task.Self, port, value));
            Assert.Equal(KERN_SUCCESS, calls.mach_port_set_seqno(task.Self, port, value));
            Assert.Equal((value, value), (task.Status(port).mps_mscount, task.Status(port).mps_seqno));
        }
    }

    [Theory, EveryWorld, Rule("R-ATTR-9", "R-DBG-7", "R-NAME-13", "R-NAME-14")]
    public void Of_counts_and_reading_them_needs_a_receive_right(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("task"), machine.NewTask("other"));
        var calls = task.Ports().Message;
        foreach (var none in (uint[])[MACH_PORT_NULL, MACH_PORT_DEAD])
        {
            Assert.Equal(KERN_INVALID_RIGHT, calls.mach_port_set_mscount(task.Self, none, 1));
            Assert.Equal(KERN_INVALID_RIGHT, calls.mach_port_set_seqno(task.Self, none, 1));
            Assert.Equal(KERN_INVALID_NAME, calls.mach_port_get_srights(task.Self, none, out _));
        }
        AssertRefused(KERN_INVALID_NAME, task.StaleName());
        AssertRefused(KERN_INVALID_NAME, task.DeadName());
        AssertRefused(KERN_INVALID_NAME, task.UnseenDeadSend(other));
        AssertRefused(KERN_INVALID_RIGHT, other.GiveSend(task, other.Receive()));
        AssertRefused(KERN_INVALID_RIGHT, task.SendOnce(task.Receive()));
        AssertRefused(KERN_INVALID_RIGHT, task.PortSet());

        void AssertRefused(kern_return_t code, uint name)
        {
            Assert.Equal(code, calls.mach_port_set_mscount(task.Self, name, 1));
            Assert.Equal(code, calls.mach_port_set_seqno(task.Self, name, 1));
            Assert.Equal(code, calls.mach_port_get_srights(task.Self, name, out _));
            Assert.Equal(code, calls.mach_port_dnrequest_info(task.Self, name, out _, out _));
        }
    }

    [Theory, EveryWorld, Rule("R-ATTR-11", "R-DBG-9")]
    public void Is_not_how_a_service_port_gets_its_name(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var calls = task.Ports().Message;
        var service = task.ServicePort("org.example.service");
        Assert.Equal(KERN_SUCCESS, calls.mach_port_get_service_port_info(task.Self, service, out var info));
        ReadOnlySpan<byte> name = info.mspi_string_name;
        Assert.Equal("org.example.service", System.Text.Encoding.ASCII.GetString(name[..name.IndexOf((byte)0)]));
        Assert.Equal(3, info.mspi_domain_type);
        Assert.Equal(KERN_INVALID_CAPABILITY, calls.mach_port_get_service_port_info(task.Self, task.Receive(), out _));
        Assert.Equal(KERN_INVALID_RIGHT, calls.mach_port_get_service_port_info(task.Self, MACH_PORT_NULL, out _));
        Assert.Equal(KERN_INVALID_RIGHT, calls.mach_port_get_service_port_info(task.Self, MACH_PORT_DEAD, out _));
    }

    private static kern_return_t Set(Party task, uint name, int flavor, params ReadOnlySpan<int> words) =>
        task.Ports().Message.mach_port_set_attributes(task.Self, name, flavor, words);
}
