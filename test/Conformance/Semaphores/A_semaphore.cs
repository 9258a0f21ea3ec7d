namespace Mach.Conformance.Semaphores;

public class A_semaphore
{
    [Theory, EveryWorld, Rule("R-SEMA-1", "R-TIM-17", "R-KOBJ-9")]
    public void Is_a_send_right_of_its_own(World world)
    {
        using var machine = world.Boot();
        var party = machine.NewTask();
        var (first, second) = (party.Semaphore(3), party.Semaphore());
        Assert.NotEqual(first, second);
        Assert.Equal((MACH_PORT_TYPE_SEND, 1u), (party.TypeOf(first), party.Sends(first)));
        Assert.Equal(KERN_SUCCESS, party.Ports().Message.mach_port_kobject(party.Self, first, out var type, out _));
        Assert.Equal(23u, type);
        Assert.Equal((3, 0), (party.Count(first), party.Count(second)));
    }

    [Theory, EveryWorld, Rule("R-SEMA-1", "R-TIM-17")]
    public void Needs_a_known_policy_and_a_count_that_is_not_negative(World world)
    {
        using var machine = world.Boot();
        var party = machine.NewTask();
        foreach (var (policy, value) in (IEnumerable<(int, int)>)[(0, -1), (1, 0), (3, 0), (8, 0), (-1, 0), (2, int.MinValue)])
            Assert.Equal(KERN_INVALID_ARGUMENT, party.TaskCalls.semaphore_create(party.Self, out _, policy, value));
        foreach (var (policy, value) in (IEnumerable<(int, int)>)[(0, int.MaxValue), (2, 0), (4, 1), (6, 1)])
            Assert.Equal(KERN_SUCCESS, party.TaskCalls.semaphore_create(party.Self, out _, policy, value));
    }

    [Theory, EveryWorld, Rule("R-SEMA-3", "R-SEMA-5")]
    public void Counts_signals_that_nobody_waits_for(World world)
    {
        using var machine = world.Boot();
        var party = machine.NewTask();
        var semaphore = party.Semaphore();
        Assert.Equal(KERN_SUCCESS, party.Signal(semaphore));
        Assert.Equal(KERN_SUCCESS, party.Signal(semaphore));
        Assert.Equal(KERN_SUCCESS, party.NewSleeper().Wait(semaphore).Code);
        Assert.Equal(KERN_SUCCESS, party.NewSleeper().Wait(semaphore).Code);
        var waits = party.NewSleeper().Wait(semaphore);
        Assert.True(waits.Sleeps);
        Assert.Equal(KERN_SUCCESS, party.Signal(semaphore));
        Assert.Equal(KERN_SUCCESS, waits.Code);
        Assert.Equal(0, party.Count(semaphore));
    }

    [Theory, EveryWorld, Rule("R-TIM-17")]
    public void Wakes_whoever_came_first_or_came_last(World world)
    {
        using var machine = world.Boot();
        var party = machine.NewTask();
        foreach (var (policy, order) in (IEnumerable<(int, int[])>)[(SYNC_POLICY_FIFO, [0, 1, 2]), (SYNC_POLICY_LIFO, [2, 1, 0])])
        {
            var semaphore = party.Semaphore(0, policy);
            Sleeper[] waiting = [.. Enumerable.Range(0, 3).Select(_ => party.NewSleeper().Wait(semaphore))];
            foreach (var next in order)
            {
                Assert.True(waiting[next].Sleeps);
                Assert.Equal(KERN_SUCCESS, party.Signal(semaphore));
                Assert.Equal(KERN_SUCCESS, waiting[next].Code);
            }
        }
    }

    [Theory, EveryWorld, Rule("R-TIM-17", "R-TASK-13")]
    public void Loses_nobody_from_the_middle_of_those_who_wait(World world)
    {
        using var machine = world.Boot();
        var party = machine.NewTask();
        foreach (var policy in (int[])[SYNC_POLICY_FIFO, SYNC_POLICY_LIFO])
        {
            for (var gone = 0; gone < 3; gone++)
            {
                var semaphore = party.Semaphore(0, policy);
                Sleeper[] waiting = [.. Enumerable.Range(0, 3).Select(_ => party.NewSleeper().Wait(semaphore))];
                waiting[gone].Interrupt();
                Assert.Equal(KERN_ABORTED, waiting[gone].Code);
                Assert.Equal(KERN_SUCCESS, party.Signal(semaphore));
                Assert.Equal(KERN_SUCCESS, party.Signal(semaphore));
                Assert.Equal(2, waiting.Count(static one => one.Code == KERN_SUCCESS));
                Assert.Equal(0, party.Count(semaphore));
            }
        }
    }

    [Theory, EveryWorld, Rule("R-SEMA-3", "R-TIM-18")]
    public void Wakes_everybody_and_counts_nobody(World world)
    {
        using var machine = world.Boot();
        var party = machine.NewTask();
        var semaphore = party.Semaphore();
        Sleeper[] waiting = [.. Enumerable.Range(0, 3).Select(_ => party.NewSleeper().Wait(semaphore))];
        Assert.Equal(KERN_SUCCESS, party.Traps.semaphore_signal_all_trap(semaphore));
        Assert.All(waiting, static one => Assert.Equal(KERN_SUCCESS, one.Code));
        Assert.Equal(KERN_SUCCESS, party.Traps.semaphore_signal_all_trap(semaphore));
        Assert.Equal(0, party.Count(semaphore));
        var full = party.Semaphore(2);
        Assert.Equal(KERN_SUCCESS, party.Traps.semaphore_signal_all_trap(full));
        Assert.Equal(2, party.Count(full));
    }

    [Theory, EveryWorld, Rule("R-SEMA-4", "R-TIM-18")]
    public void Wakes_the_thread_that_is_named(World world)
    {
        using var machine = world.Boot();
        var party = machine.NewTask();
        var semaphore = party.Semaphore();
        var (first, second) = (party.NewSleeper(), party.NewSleeper());
        var second_ = Name(second);
        var traps = party.Traps;
        Assert.Equal(KERN_NOT_WAITING, traps.semaphore_signal_thread_trap(semaphore, second_));
        Assert.Equal(KERN_NOT_WAITING, traps.semaphore_signal_thread_trap(semaphore, MACH_PORT_NULL));
        Assert.Equal(0, party.Count(semaphore));
        first.Wait(semaphore);
        second.Wait(semaphore);
        Assert.Equal(KERN_SUCCESS, traps.semaphore_signal_thread_trap(semaphore, second_));
        Assert.Equal(KERN_SUCCESS, second.Code);
        Assert.True(first.Sleeps);
        Assert.Equal(KERN_NOT_WAITING, traps.semaphore_signal_thread_trap(semaphore, second_));
        Assert.Equal(KERN_SUCCESS, traps.semaphore_signal_thread_trap(semaphore, MACH_PORT_NULL));
        Assert.Equal(KERN_SUCCESS, first.Code);

        static uint Name(Sleeper sleeper) => (uint)sleeper.Start(new TrapFrame(MachTrapNumbers.thread_self_trap)).Result;
    }

    [Theory, EveryWorld, Rule("R-SEMA-4", "R-TIM-18")]
    public void Is_looked_up_after_the_thread(World world)
    {
        using var machine = world.Boot();
        var party = machine.NewTask();
        var semaphore = party.Semaphore();
        foreach (var thread in (uint[])[MACH_PORT_DEAD, 0x7fff03, party.Self, party.Receive()])
        {
            Assert.Equal(KERN_INVALID_ARGUMENT, party.Traps.semaphore_signal_thread_trap(semaphore, thread));
            Assert.Equal(KERN_INVALID_ARGUMENT, party.Traps.semaphore_signal_thread_trap(0x7fff03, thread));
        }
        Assert.Equal(KERN_INVALID_NAME, party.Traps.semaphore_signal_thread_trap(0x7fff03, party.Traps.thread_self_trap()));
    }

    [Theory, EveryWorld, Rule("R-SEMA-2")]
    public void Is_found_by_a_send_right_only(World world)
    {
        using var machine = world.Boot();
        var party = machine.NewTask();
        (uint Name, kern_return_t Code)[] wrong =
        [
            (MACH_PORT_NULL, KERN_INVALID_NAME), (MACH_PORT_DEAD, KERN_INVALID_NAME), (0x7fff03, KERN_INVALID_NAME),
            (party.DeadName(), KERN_INVALID_NAME), (party.UnseenDeadSend(machine.NewTask("other")), KERN_INVALID_NAME),
            (party.Receive(), KERN_INVALID_RIGHT), (party.PortSet(), KERN_INVALID_RIGHT), (party.SendOnce(party.Receive()), KERN_INVALID_RIGHT),
            (party.ReceiveAndSend(), KERN_INVALID_CAPABILITY), (party.Self, KERN_INVALID_CAPABILITY),
        ];
        var semaphore = party.Semaphore(1);
        foreach (var (name, code) in wrong)
        {
            Assert.Equal(code, party.Signal(name));
            Assert.Equal(code, party.Traps.semaphore_signal_all_trap(name));
            Assert.Equal(code, party.Traps.semaphore_signal_thread_trap(name, MACH_PORT_NULL));
            Assert.Equal(code, party.NewSleeper().Wait(name).Code);
            Assert.Equal(code, party.NewSleeper().TimedWait(name, 0, 0).Code);
            Assert.Equal(code, party.NewSleeper().WaitSignal(name, semaphore).Code);
            Assert.Equal(code, party.NewSleeper().WaitSignal(semaphore, name).Code);
            Assert.Equal(code, party.NewSleeper().TimedWaitSignal(semaphore, name, 1, 0).Code);
        }
        Assert.Equal(1, party.Count(semaphore));
    }

    [Theory, EveryWorld, Rule("R-SEMA-3", "R-SEMA-5")]
    public void Is_shared_by_those_who_hold_a_right_to_it(World world)
    {
        using var machine = world.Boot();
        var (party, other) = (machine.NewTask(), machine.NewTask("other"));
        var semaphore = party.Semaphore();
        var given = party.GiveSemaphore(other, semaphore);
        var waits = other.NewSleeper().Wait(given);
        Assert.Equal(KERN_SUCCESS, party.Signal(semaphore));
        Assert.Equal(KERN_SUCCESS, waits.Code);
        Assert.Equal(KERN_SUCCESS, other.Signal(given));
        Assert.Equal(1, party.Count(semaphore));
    }

    [Theory, EveryWorld, Rule("R-TIM-20")]
    public void Cannot_be_operated_by_message(World world)
    {
        using var machine = world.Boot();
        var party = machine.NewTask();
        var semaphore = party.Semaphore(1);
        foreach (var id in (int[])[617200, 617201, 617202, 617204])
        {
            var reply = party.Receive();
            Assert.Equal(
                MACH_MSG_SUCCESS,
                party.Send(new Note(semaphore, MACH_MSG_TYPE_COPY_SEND, reply, MACH_MSG_TYPE_MAKE_SEND_ONCE, id).Body(new byte[8])));
            Assert.Equal(MIG_BAD_ID, (kern_return_t)BitConverter.ToInt32(party.Receive(reply).Body[8..]));
        }
        Assert.Equal(1, party.Count(semaphore));
    }
}
