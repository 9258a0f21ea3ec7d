namespace Mach.Conformance.Exceptions;

/// <summary>What set, get and swap keep and refuse, for tasks and threads alike.</summary>
public class Exception_ports
{
    private const int Default = EXCEPTION_DEFAULT;
    private const int Wide = MACH_EXCEPTION_CODES;

    [Theory, EveryWorld, Rule("R-EXC-3", "R-EXN-1", "R-EXN-4", "R-THR-25")]
    public void Have_masks_of_the_thirteen_types(World world)
    {
        using var machine = world.Boot();
        var ports = Both(machine, out var task);
        var port = task.ReceiveAndSend();
        foreach (var side in ports)
        {
            foreach (var mask in (uint[])[1, 0x4000, 0x80000000, 0xffffffff, EXC_MASK_ALL | 1])
            {
                Assert.Equal(KERN_INVALID_ARGUMENT, side.Set(mask, port, Default, 0));
                Assert.Equal(KERN_INVALID_ARGUMENT, side.Get(mask, out _));
                Assert.Equal(KERN_INVALID_ARGUMENT, side.Swap(mask, port, Default, 0, out _));
                Assert.Equal(KERN_INVALID_ARGUMENT, side.Info(mask, out _));
            }
            foreach (var mask in (uint[])[0, 2, EXC_MASK_CRASH, EXC_MASK_CORPSE_NOTIFY, EXC_MASK_ALL, 0x3ffe])
                Assert.Equal(KERN_SUCCESS, side.Set(mask, port, Default, 0));
        }
        Assert.Equal(1u, task.Sends(port));
    }

    [Theory, EveryWorld, Rule("R-EXC-2", "R-EXC-3", "R-EXN-2", "R-EXN-3")]
    public void Refuse_what_cannot_be_delivered_in_a_fixed_order(World world)
    {
        using var machine = world.Boot();
        var ports = Both(machine, out var task);
        var (good, immovable) = (task.ReceiveAndSend(), task.Construct(MPO_CONTEXT_AS_GUARD | MPO_IMMOVABLE_RECEIVE | MPO_INSERT_SEND_RIGHT, 5));
        var read = task.SpecialPort(TASK_READ_PORT);
        (uint Port, int Behaviour, int Flavor, kern_return_t Code)[] cases =
        [
            (good, 0, 0, KERN_INVALID_ARGUMENT), (good, 6, 0, KERN_INVALID_ARGUMENT), (good, 0x1000 | Default, 0, KERN_INVALID_ARGUMENT),
            (0, 77, 0, KERN_SUCCESS), (MACH_PORT_DEAD, 77, 0, KERN_SUCCESS),
            (immovable, 77, 99, KERN_INVALID_ARGUMENT), (immovable, Default, 99, KERN_INVALID_RIGHT), (read, Default, 0, KERN_INVALID_RIGHT),
            (good, Default, 99, KERN_INVALID_ARGUMENT), (0, Default, 99, KERN_INVALID_ARGUMENT), (good, Default, 26, KERN_INVALID_ARGUMENT),
            (good, Default, 128, KERN_INVALID_ARGUMENT), (good, Default, ARM_THREAD_STATE64, KERN_SUCCESS), (good, Default, x86_THREAD_STATE, KERN_SUCCESS),
            (good, EXCEPTION_STATE, 0, KERN_SUCCESS), (good, EXCEPTION_STATE_IDENTITY, 0, KERN_SUCCESS),
            (good, EXCEPTION_IDENTITY_PROTECTED, 0, KERN_INVALID_ARGUMENT), (good, EXCEPTION_IDENTITY_PROTECTED | Wide, 0, KERN_SUCCESS),
            (good, EXCEPTION_STATE_IDENTITY_PROTECTED, 0, KERN_INVALID_ARGUMENT), (good, EXCEPTION_STATE_IDENTITY_PROTECTED | Wide, 0, KERN_SUCCESS),
            (good, Default | MACH_EXCEPTION_BACKTRACE_PREFERRED, 0, KERN_INVALID_ARGUMENT),
            (good, Default | MACH_EXCEPTION_BACKTRACE_PREFERRED | Wide, 0, KERN_SUCCESS), (good, Default | MACH_EXCEPTION_ERRORS, 0, KERN_SUCCESS),
        ];
        foreach (var side in ports)
        {
            foreach (var (port, behaviour, flavor, code) in cases)
            {
                Assert.Equal((port, behaviour, flavor, code), (port, behaviour, flavor, side.Set(EXC_MASK_BREAKPOINT, port, behaviour, flavor)));
                Assert.Equal((port, behaviour, flavor, code), (port, behaviour, flavor, side.Swap(EXC_MASK_BREAKPOINT, port, behaviour, flavor, out _)));
            }
        }
    }

    [Theory, EveryWorld, Rule("R-EXC-3")]
    public void Take_a_port_that_was_made_for_exceptions_though_it_cannot_move(World world)
    {
        using var machine = world.Boot();
        var ports = Both(machine, out var task);
        var made = task.Construct(MPO_EXCEPTION_PORT | MPO_INSERT_SEND_RIGHT);
        foreach (var side in ports)
            Assert.Equal(KERN_SUCCESS, side.Set(EXC_MASK_ALL, made, Default, 0));
    }

    [Theory, EveryWorld, Rule("R-EXC-4", "R-EXN-4", "R-EXN-5")]
    public void Come_grouped_by_what_is_done_in_the_order_of_their_lowest_type(World world)
    {
        using var machine = world.Boot();
        var ports = Both(machine, out var task);
        var (first, second) = (task.ReceiveAndSend(), task.ReceiveAndSend());
        foreach (var side in ports)
        {
            Assert.Equal(KERN_SUCCESS, side.Set(EXC_MASK_SOFTWARE | EXC_MASK_BAD_ACCESS, first, Default, 0));
            Assert.Equal(KERN_SUCCESS, side.Set(EXC_MASK_BAD_INSTRUCTION, second, Default, 0));
            Assert.Equal(KERN_SUCCESS, side.Set(EXC_MASK_GUARD, first, Default | Wide, 0));
            Assert.Equal(KERN_SUCCESS, side.Set(EXC_MASK_BREAKPOINT, first, Default, ARM_THREAD_STATE64));
            Assert.Equal(KERN_SUCCESS, side.Get(0x3ffe, out var found));
            const uint rest = 0x3ffe & ~(EXC_MASK_SOFTWARE | EXC_MASK_BAD_ACCESS | EXC_MASK_BAD_INSTRUCTION | EXC_MASK_GUARD | EXC_MASK_BREAKPOINT);
            Group[] expected =
            [
                new(EXC_MASK_SOFTWARE | EXC_MASK_BAD_ACCESS, first, Default, 0), new(EXC_MASK_BAD_INSTRUCTION, second, Default, 0),
                new(rest, 0, 0, 0), new(EXC_MASK_BREAKPOINT, first, Default, ARM_THREAD_STATE64), new(EXC_MASK_GUARD, first, Default | Wide, 0),
            ];
            Assert.Equal(expected, found);
            Assert.Equal(KERN_SUCCESS, side.Get(EXC_MASK_SOFTWARE, out found));
            Assert.Equal([new Group(EXC_MASK_SOFTWARE, first, Default, 0)], found);
        }
    }

    [Theory, EveryWorld, Rule("R-EXC-4")]
    public void Of_a_thread_are_none_before_the_first_is_set_and_of_a_task_they_are_null(World world)
    {
        using var machine = world.Boot();
        var ports = Both(machine, out _);
        Assert.Equal(KERN_SUCCESS, ports[0].Get(0x3ffe, out var ofTask));
        Assert.Equal([new Group(0x3ffe, 0, 0, 0)], ofTask);
        Assert.Equal(KERN_SUCCESS, ports[1].Get(0x3ffe, out var ofThread));
        Assert.Empty(ofThread);
        Assert.Equal(KERN_SUCCESS, ports[1].Set(0, 0, 0, 0));
        Assert.Equal(KERN_SUCCESS, ports[1].Get(0x3ffe, out ofThread));
        Assert.Empty(ofThread);
    }

    [Theory, EveryWorld, Rule("R-EXC-5", "R-EXN-7")]
    public void Are_swapped_as_get_and_set_in_one(World world)
    {
        using var machine = world.Boot();
        var ports = Both(machine, out var task);
        var (first, second) = (task.ReceiveAndSend(), task.ReceiveAndSend());
        foreach (var side in ports)
        {
            Assert.Equal(KERN_SUCCESS, side.Set(EXC_MASK_SOFTWARE, first, Default, 0));
            Assert.Equal(KERN_SUCCESS, side.Swap(EXC_MASK_SOFTWARE | EXC_MASK_ARITHMETIC, second, EXCEPTION_STATE, ARM_THREAD_STATE64, out var former));
            Assert.Equal([new Group(EXC_MASK_ARITHMETIC, 0, 0, 0), new Group(EXC_MASK_SOFTWARE, first, Default, 0)], former);
            Assert.Equal(KERN_SUCCESS, side.Get(EXC_MASK_SOFTWARE | EXC_MASK_ARITHMETIC, out var found));
            Assert.Equal([new Group(EXC_MASK_SOFTWARE | EXC_MASK_ARITHMETIC, second, EXCEPTION_STATE, ARM_THREAD_STATE64)], found);
            Assert.Equal(KERN_SUCCESS, side.Swap(0x3ffe, 0, 0, 0, out _));
            Assert.Equal(KERN_SUCCESS, side.Get(0x3ffe, out found));
            Assert.Equal([new Group(0x3ffe, 0, 0, 0)], found);
        }
        Assert.Equal((1u, 1u), (task.Holders(first), task.Holders(second)));
    }

    [Theory, EveryWorld, Rule("R-EXN-23", "R-EXC-3", "R-EXN-2", "R-NS-6")]
    public void Count_as_a_sender_for_each_type(World world)
    {
        using var machine = world.Boot();
        var ports = Both(machine, out var task);
        foreach (var side in ports)
        {
            var (port, notify) = (task.ReceiveAndSend(), task.Receive());
            Assert.Equal(KERN_SUCCESS, side.Set(EXC_MASK_SOFTWARE | EXC_MASK_ARITHMETIC, port, Default, 0));
            Assert.Equal(3u, task.Holders(port));
            Assert.Equal(KERN_SUCCESS, side.Set(0, port, Default, 0));
            Assert.Equal(3u, task.Holders(port));
            task.AddSends(port, -1);
            task.Ask(port, MACH_NOTIFY_NO_SENDERS, notify);
            Assert.Equal(KERN_SUCCESS, side.Set(EXC_MASK_SOFTWARE, 0, 0, 0));
            task.ExpectNothing(notify);
            Assert.Equal(KERN_SUCCESS, side.Set(EXC_MASK_ARITHMETIC, 0, 0, 0));
            task.ExpectNotice(notify, MACH_NOTIFY_NO_SENDERS);
        }
    }

    [Theory, EveryWorld, Rule("R-EXN-23", "R-EXN-22")]
    public void That_have_died_show_as_dead(World world)
    {
        using var machine = world.Boot();
        var ports = Both(machine, out var task);
        foreach (var side in ports)
        {
            var port = task.ReceiveAndSend();
            Assert.Equal(KERN_SUCCESS, side.Set(EXC_MASK_SOFTWARE, port, Default | MACH_EXCEPTION_ERRORS, 0));
            task.Die(port);
            Assert.Equal(KERN_SUCCESS, side.Get(EXC_MASK_SOFTWARE, out var found));
            Assert.Equal([new Group(EXC_MASK_SOFTWARE, MACH_PORT_DEAD, Default | MACH_EXCEPTION_ERRORS, 0)], found);
            Assert.Equal(KERN_SUCCESS, side.Info(EXC_MASK_SOFTWARE, out var ids));
            Assert.Equal((0u, 0u), ids[0]);
        }
    }

    [Theory, EveryWorld, Rule("R-EXN-6", "R-TSK-3", "R-THR-1")]
    public void Are_told_of_without_rights_to_whoever_may_read(World world)
    {
        using var machine = world.Boot();
        var ports = Both(machine, out var task);
        var port = task.ReceiveAndSend();
        var host = task.Traps.host_self_trap();
        var expected = task.Record(port).iin_object;
        foreach (var side in ports)
        {
            Assert.Equal(KERN_SUCCESS, side.Set(EXC_MASK_ALL, port, Default, 0));
            foreach (var (through, code) in ((uint, kern_return_t)[])[
                (side.Control, KERN_SUCCESS), (side.Read, KERN_SUCCESS), (side.Inspect, KERN_INVALID_ARGUMENT), (host, KERN_INVALID_ARGUMENT)])
            {
                var asked = side with { Control = through };
                Assert.Equal(code, asked.Info(EXC_MASK_ALL, out var ids));
                if (code != KERN_SUCCESS)
                    continue;
                Assert.Single(ids);
                Assert.Equal(expected, ids[0].Port);
                Assert.NotEqual(0u, ids[0].Receiver);
                Assert.Equal(1u, task.Sends(port));
            }
            foreach (var weak in (uint[])[side.Read, side.Inspect])
            {
                var asked = side with { Control = weak };
                Assert.Equal(KERN_INVALID_ARGUMENT, asked.Get(EXC_MASK_ALL, out _));
                Assert.Equal(KERN_INVALID_ARGUMENT, asked.Set(EXC_MASK_ALL, 0, 0, 0));
                Assert.Equal(KERN_INVALID_ARGUMENT, asked.Swap(EXC_MASK_ALL, 0, 0, 0, out _));
            }
        }
    }

    private static Side[] Both(Machine machine, out Party task)
    {
        task = machine.NewTask();
        task.NewSleeper();
        var thread = task.YoungestThread();
        return
        [
            new Side(task, task.Self, task.SpecialPort(TASK_READ_PORT), task.SpecialPort(TASK_INSPECT_PORT), OfThread: false),
            new Side(task, thread, task.ThreadPort(thread, THREAD_READ_PORT), task.ThreadPort(thread, THREAD_INSPECT_PORT), OfThread: true),
        ];
    }

    private readonly record struct Group(uint Mask, uint Port, int Behaviour, int Flavor);

    /// <summary>A task or a thread, by its ports.</summary>
    private sealed record Side(Party Task, uint Control, uint Read, uint Inspect, bool OfThread)
    {
        private readonly uint[] _masks = new uint[32];
        private readonly uint[] _ports = new uint[32];
        private readonly int[] _behaviours = new int[32];
        private readonly int[] _flavors = new int[32];

        internal kern_return_t Set(uint mask, uint port, int behaviour, int flavor) =>
            OfThread
                ? Task.ThreadCalls.thread_set_exception_ports(Control, mask, port, behaviour, flavor)
                : Task.TaskCalls.task_set_exception_ports(Control, mask, port, behaviour, flavor);

        internal kern_return_t Get(uint mask, out Group[] groups)
        {
            uint count;
            var code = OfThread
                ? Task.ThreadCalls.thread_get_exception_ports(Control, mask, _masks, out count, _ports, _behaviours, _flavors)
                : Task.TaskCalls.task_get_exception_ports(Control, mask, _masks, out count, _ports, _behaviours, _flavors);
            groups = Taken(count);
            return code;
        }

        internal kern_return_t Swap(uint mask, uint port, int behaviour, int flavor, out Group[] groups)
        {
            uint count;
            var code = OfThread
                ? Task.ThreadCalls.thread_swap_exception_ports(Control, mask, port, behaviour, flavor, _masks, out count, _ports, _behaviours, _flavors)
                : Task.TaskCalls.task_swap_exception_ports(Control, mask, port, behaviour, flavor, _masks, out count, _ports, _behaviours, _flavors);
            groups = Taken(count);
            return code;
        }

        internal kern_return_t Info(uint mask, out (uint Port, uint Receiver)[] ids)
        {
            uint count;
            var found = new ipc_info_port_t[32];
            var code = OfThread
                ? Task.ThreadCalls.thread_get_exception_ports_info(Control, mask, _masks, out count, found, _behaviours, _flavors)
                : Task.TaskCalls.task_get_exception_ports_info(Control, mask, _masks, out count, found, _behaviours, _flavors);
            ids = [.. found.Take((int)count).Select(static record => (record.iip_port_object, record.iip_receiver_object))];
            return code;
        }

        /// <summary>What came, without the references that came along.</summary>
        private Group[] Taken(uint count)
        {
            var groups = new Group[count];
            for (var index = 0; index < groups.Length; index++)
            {
                groups[index] = new Group(_masks[index], _ports[index], _behaviours[index], _flavors[index]);
                Task.Drop(_ports[index]);
            }
            return groups;
        }
    }
}
