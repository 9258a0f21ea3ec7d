using System.Runtime.CompilerServices;

namespace Mach.Conformance.Allocation;

/// <summary>mach_port_construct.</summary>
public class A_constructed_port
{
    [Theory, EveryRoute, Rule("R-ALLOC-8")]
    public void Keeps_its_context(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        Assert.Equal(KERN_SUCCESS, Construct(task, route, 0, out var port, context: 0x1122334455667788));
        Assert.Equal(0x1122334455667788ul, Context(task, port));
        Assert.Equal((MACH_PORT_TYPE_RECEIVE, 0u), (task.TypeOf(port), task.Status(port).mps_flags));
    }

    [Theory, EveryRoute, Rule("R-ALLOC-8")]
    public void Can_be_born_with_a_send_right(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        Assert.Equal(KERN_SUCCESS, Construct(task, route, MPO_INSERT_SEND_RIGHT, out var port));
        Assert.Equal((MACH_PORT_TYPE_SEND_RECEIVE, 1u), (task.TypeOf(port), task.Sends(port)));
        Assert.Equal((1u, 1u), (task.Status(port).mps_mscount, task.Holders(port)));
    }

    [Theory, EveryRoute, Rule("R-ALLOC-9")]
    public void Takes_each_flag(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        for (var bit = 0; bit < 16; bit++)
        {
            var refused = bit is 10 or 11;      // the two that need more than a flag
            Assert.Equal((bit, refused ? KERN_INVALID_ARGUMENT : KERN_SUCCESS), (bit, Construct(task, route, 1 << bit, out _)));
        }
        Assert.Equal(MACH_PORT_STATUS_FLAG_GUARDED, Flags(MPO_CONTEXT_AS_GUARD));
        Assert.Equal(MACH_PORT_STATUS_FLAG_TEMPOWNER, Flags(MPO_TEMPOWNER));
        Assert.Equal(MACH_PORT_STATUS_FLAG_IMP_DONATION, Flags(MPO_IMPORTANCE_RECEIVER));
        Assert.Equal(MACH_PORT_STATUS_FLAG_IMP_DONATION, Flags(MPO_DENAP_RECEIVER));

        int Flags(int flags)
        {
            Assert.Equal(KERN_SUCCESS, Construct(task, route, flags, out var port));
            return (int)task.Status(port).mps_flags;
        }
    }

    [Theory, EveryRoute, Rule("R-ALLOC-10")]
    public void Is_of_one_kind_at_most(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        int[] service = [MPO_TG_BLOCK_TRACKING, MPO_SERVICE_PORT, MPO_CONNECTION_PORT];
        int[] reply = [MPO_REPLY_PORT, MPO_ENFORCE_REPLY_PORT_SEMANTICS, MPO_EXCEPTION_PORT, MPO_PROVISIONAL_REPLY_PORT];
        foreach (var group in (int[][])[service, reply])
        {
            foreach (var (first, second) in from one in @group from two in @group where one < two select (one, two))
                Assert.Equal(KERN_INVALID_ARGUMENT, Construct(task, route, first | second, out _));
        }
        Assert.Equal(KERN_SUCCESS, Construct(task, route, MPO_TG_BLOCK_TRACKING | MPO_REPLY_PORT, out _));
    }

    [Theory, EveryRoute, Rule("R-ALLOC-10")]
    public void Of_two_kinds_is_refused_before_the_task_is_looked_at(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var options = new mach_port_options_t { flags = MPO_REPLY_PORT | MPO_EXCEPTION_PORT };
        Assert.Equal(KERN_INVALID_ARGUMENT, task.Ports(route).mach_port_construct(task.Traps.host_self_trap(), options, 0, out _));
    }

    [Theory, EveryRoute, Rule("R-ALLOC-11")]
    public void Has_the_limit_that_was_asked_for(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        foreach (var limit in (uint[])[0, 1, 1024])
        {
            Assert.Equal(KERN_SUCCESS, Construct(task, route, MPO_QLIMIT, out var port, limit: limit));
            Assert.Equal(limit, task.Status(port).mps_qlimit);
        }
        foreach (var limit in (uint[])[1025, uint.MaxValue])
            Assert.Equal(KERN_INVALID_VALUE, Construct(task, route, MPO_QLIMIT, out _, limit: limit));
        Assert.Equal(KERN_SUCCESS, Construct(task, route, 0, out var plain, limit: 2000));
        Assert.Equal(5u, task.Status(plain).mps_qlimit);
    }

    [Theory, EveryRoute, Rule("R-ALLOC-12")]
    public void Is_strict_and_immovable_only_when_it_is_guarded(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        Assert.Equal(KERN_SUCCESS, Construct(task, route, MPO_STRICT | MPO_IMMOVABLE_RECEIVE, out var plain, context: 7));
        Assert.Equal((0u, 7ul), (task.Status(plain).mps_flags, Context(task, plain)));
        Assert.Equal(KERN_SUCCESS, task.Ports().Message.mach_port_set_context(task.Self, plain, 8));
        Assert.Equal(KERN_SUCCESS, MoveReceive(task, plain));
        Assert.Equal(KERN_SUCCESS, Construct(task, route, MPO_CONTEXT_AS_GUARD | MPO_STRICT | MPO_IMMOVABLE_RECEIVE, out var guarded, context: 7));
        const int shown = MACH_PORT_STATUS_FLAG_GUARDED | MACH_PORT_STATUS_FLAG_STRICT_GUARD | MACH_PORT_STATUS_FLAG_GUARD_IMMOVABLE_RECEIVE;
        Assert.Equal(((uint)shown, 0ul), (task.Status(guarded).mps_flags, Context(task, guarded)));
        Assert.Equal(KERN_INVALID_ARGUMENT, task.Ports().Message.mach_port_set_context(task.Self, guarded, 8));
        Assert.Equal(KERN_INVALID_CAPABILITY, MoveReceive(task, guarded));
    }

    [Theory, EveryRoute, Rule("R-ALLOC-14", "R-CIN-16", "R-RPLY-1")]
    public void For_exceptions_cannot_be_moved_and_for_replies_only_where_tasks_are_hardened(World world, Route route)
    {
        using (var machine = world.Boot())
        {
            var task = machine.NewTask();
            Assert.Equal(KERN_INVALID_CAPABILITY, MoveReceive(task, Made(task, MPO_EXCEPTION_PORT)));
            Assert.Equal(KERN_SUCCESS, MoveReceive(task, Made(task, MPO_REPLY_PORT)));
            Assert.Equal(KERN_SUCCESS, MoveReceive(task, Made(task, MPO_PROVISIONAL_REPLY_PORT)));
        }
        using var hardened = world.Boot(new KernelOptions { Policy = KernelPolicy.Base with { HardenedTasks = true } });
        var hard = hardened.NewTask();
        Assert.Equal(KERN_INVALID_CAPABILITY, MoveReceive(hard, Made(hard, MPO_EXCEPTION_PORT)));
        Assert.Equal(KERN_INVALID_CAPABILITY, MoveReceive(hard, Made(hard, MPO_REPLY_PORT)));
        Assert.Equal(KERN_SUCCESS, MoveReceive(hard, Made(hard, MPO_PROVISIONAL_REPLY_PORT)));

        uint Made(Party task, int flags)
        {
            Assert.Equal(KERN_SUCCESS, Construct(task, route, flags, out var port));
            return port;
        }
    }

    [Theory, EveryWorld, Rule("R-ALLOC-15")]
    public unsafe void Is_described_in_24_bytes(World world)
    {
        Assert.Equal(24, Unsafe.SizeOf<mach_port_options_t>());
        using var machine = world.Boot();
        var task = machine.NewTask();
        var options = task.Buffer(24);
        Party.Memory(options, 24).Fill(0xff);
        *(int*)options = MPO_QLIMIT;
        *(uint*)(options + 4) = 33;
        Assert.Equal(KERN_SUCCESS, task.Ports().Message.mach_port_construct(task.Self, new UserPtr<mach_port_options_t>(options), 0, out var port));
        Assert.Equal(33u, task.Status(port).mps_qlimit);
        *(int*)options = MPO_CONNECTION_PORT;
        *(ulong*)(options + 8) = 0;
        Assert.Equal(KERN_INVALID_ARGUMENT, task.Ports().Message.mach_port_construct(task.Self, new UserPtr<mach_port_options_t>(options), 0, out _));
        *(uint*)(options + 8) = 0x103;
        Assert.Equal(KERN_SUCCESS, task.Ports().Message.mach_port_construct(task.Self, new UserPtr<mach_port_options_t>(options), 0, out _));
    }

    private static kern_return_t Construct(Party task, Route route, int flags, out uint port, ulong context = 0, uint limit = 0)
    {
        var options = new mach_port_options_t { flags = (uint)flags };
        options.mpl.mpl_qlimit = limit;
        return task.Ports(route).mach_port_construct(task.Self, options, context, out port);
    }

    private static ulong Context(Party task, uint port)
    {
        Assert.Equal(KERN_SUCCESS, task.Ports().Message.mach_port_get_context(task.Self, port, out var context));
        return context;
    }

    private static kern_return_t MoveReceive(Party task, uint port) =>
        task.Ports().mach_port_extract_right(task.Self, port, MACH_MSG_TYPE_MOVE_RECEIVE, out _, out _);
}
