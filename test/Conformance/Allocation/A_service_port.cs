using System.Runtime.InteropServices;

namespace Mach.Conformance.Allocation;

/// <summary>Service, connection and tracked ports: what mach_port_construct asks of those who make them.</summary>
public class A_service_port
{
    private const ulong Nowhere = 8;

    [Theory, EveryRoute, Rule("R-ALLOC-13", "R-ATTR-11")]
    public void Needs_a_name_that_can_be_read_and_ends(World world, Route route)
    {
        using var machine = world.Boot();
        machine.NewTask("first");
        var task = machine.NewTask();
        Assert.Equal(KERN_INVALID_ARGUMENT, Service(task, route, 0, out _));
        Assert.Equal(KERN_MEMORY_ERROR, Service(task, route, Nowhere, out _));
        Assert.Equal(KERN_INVALID_ARGUMENT, Service(task, route, Name(task, new string('x', 255)), out _));
        Assert.Equal(KERN_SUCCESS, Service(task, route, Name(task, new string('x', 254)), out _));
        Assert.Equal(KERN_SUCCESS, Service(task, route, Name(task, "a.service"), out var port));
        Assert.Equal(KERN_SUCCESS, task.Ports().Message.mach_port_get_service_port_info(task.Self, port, out var info));
        Assert.Equal("a.service"u8, MemoryMarshal.AsBytes(new Span<mach_service_port_info_data_t>(ref info))[..9]);
    }

    [Theory, EveryRoute, Rule("R-ALLOC-13")]
    public void Is_denied_to_all_but_the_broker_where_that_is_the_policy(World world, Route route)
    {
        using var machine = world.Boot(new KernelOptions { Policy = KernelPolicy.Base with { ServicePortsForBroker = true } });
        var (broker, task) = (machine.NewTask("broker"), machine.NewTask("other"));
        Assert.Equal(KERN_DENIED, Service(task, route, 0, out _));
        Assert.Equal(KERN_DENIED, Service(task, route, Name(task, "a.service"), out _));
        Assert.Equal(KERN_SUCCESS, Service(broker, route, Name(broker, "a.service"), out _));
    }

    [Theory, EveryRoute, Rule("R-ALLOC-13")]
    public void Has_connections_that_name_it_without_being_looked_up(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        Assert.Equal(KERN_INVALID_ARGUMENT, Connection(task, route, MACH_PORT_NULL, out _));
        Assert.Equal(KERN_INVALID_NAME, Connection(task, route, MACH_PORT_DEAD, out _));
        Assert.Equal(KERN_SUCCESS, Connection(task, route, 0x77703, out var port));
        Assert.Equal(port, task.Extract(port, MACH_MSG_TYPE_MAKE_SEND));
        Assert.Equal(port, task.Extract(port, MACH_MSG_TYPE_MOVE_RECEIVE));
    }

    [Theory, EveryRoute, Rule("R-ALLOC-13")]
    public void Is_checked_before_its_limit(World world, Route route)
    {
        using var machine = world.Boot(new KernelOptions { Policy = KernelPolicy.Base with { DenyTrackedPorts = true } });
        var task = machine.NewTask();
        const int tooMany = 2000;
        Assert.Equal(KERN_INVALID_ARGUMENT, Service(task, route, 0, out _, tooMany));
        Assert.Equal(KERN_INVALID_VALUE, Service(task, route, Name(task, "a.service"), out _, tooMany));
        Assert.Equal(KERN_INVALID_ARGUMENT, Connection(task, route, MACH_PORT_NULL, out _, tooMany));
        Assert.Equal(KERN_INVALID_NAME, Connection(task, route, MACH_PORT_DEAD, out _, tooMany));
        Assert.Equal(KERN_INVALID_VALUE, Connection(task, route, 0x77703, out _, tooMany));
        Assert.Equal(KERN_DENIED, Construct(task, route, Options(MPO_TG_BLOCK_TRACKING, tooMany), out _));
    }

    [Theory, EveryRoute, Rule("R-ALLOC-13")]
    public void That_is_tracked_is_denied_only_where_that_is_the_policy(World world, Route route)
    {
        using (var machine = world.Boot())
            Assert.Equal(KERN_SUCCESS, Construct(machine.NewTask(), route, Options(MPO_TG_BLOCK_TRACKING), out _));
        using var strict = world.Boot(new KernelOptions { Policy = KernelPolicy.Base with { DenyTrackedPorts = true } });
        Assert.Equal(KERN_DENIED, Construct(strict.NewTask(), route, Options(MPO_TG_BLOCK_TRACKING), out _));
    }

    private static ulong Name(Party task, string name)
    {
        var address = task.Buffer(Marshal.SizeOf<mach_service_port_info_data_t>());
        System.Text.Encoding.ASCII.GetBytes(name, Party.Memory(address, name.Length));
        return address;
    }

    private static mach_port_options_t Options(int flags, uint limit = 0)
    {
        var options = new mach_port_options_t { flags = (uint)(flags | (limit > 0 ? MPO_QLIMIT : 0)) };
        options.mpl.mpl_qlimit = limit;
        return options;
    }

    private static kern_return_t Service(Party task, Route route, ulong info, out uint port, uint limit = 0)
    {
        var options = Options(MPO_SERVICE_PORT, limit);
        options.service_port_info = new UserPtr<mach_service_port_info_data_t>(info);
        return Construct(task, route, options, out port);
    }

    private static kern_return_t Connection(Party task, Route route, uint service, out uint port, uint limit = 0)
    {
        var options = Options(MPO_CONNECTION_PORT, limit);
        options.service_port_name = service;
        return Construct(task, route, options, out port);
    }

    private static kern_return_t Construct(Party task, Route route, mach_port_options_t options, out uint port) =>
        task.Ports(route).mach_port_construct(task.Self, options, 0, out port);
}
