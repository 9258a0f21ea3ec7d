using System.Runtime.InteropServices;

namespace Mach.Conformance.Hosts;

public class Processors_and_their_set
{
    [Theory, EveryWorld, Rule("R-HST-8")]
    public void Are_told_of_in_one_region(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewOrdinaryTask();
        Assert.Equal(KERN_SUCCESS, task.HostCalls().host_processor_info(task.Host(), PROCESSOR_BASIC_INFO, out var processors, out var list, out var count));
        Assert.Equal(processors * 5, count);
        var records = MemoryMarshal.Cast<byte, processor_basic_info_data_t>(Party.Memory(list.Address, (int)count * 4));
        for (var slot = 0; slot < processors; slot++)
            Assert.Equal((slot, 1, slot == 0 ? 1 : 0), (records[slot].slot_num, records[slot].running, records[slot].is_master));
        if (OperatingSystem.IsLinux())
        {
            Assert.Equal(KERN_SUCCESS, task.HostCalls().host_processor_info(task.Host(), PROCESSOR_CPU_LOAD_INFO, out processors, out _, out count));
            Assert.Equal(processors * 4, count);
        }
        foreach (var flavor in (int[])[0, 3, 0x10000003, 0x10000004])
            Assert.Equal(KERN_FAILURE, task.HostCalls().host_processor_info(task.Host(), flavor, out _, out _, out _));
    }

    [Theory, EveryWorld, Rule("R-HST-9", "R-KOBJ-9")]
    public void Have_a_port_each_for_the_privileged(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewRootTask();
        var processors = task.Processors();
        Assert.Equal(KERN_SUCCESS, task.HostCalls().host_processor_info(task.Host(), PROCESSOR_BASIC_INFO, out var count, out _, out _));
        Assert.Equal((int)count, processors.Distinct().Count());
        Span<int> words = stackalloc int[20];
        for (var slot = 0; slot < processors.Length; slot++)
        {
            Assert.Equal(5u, task.Kind(processors[slot]));
            Assert.Equal(KERN_SUCCESS, task.ProcessorCalls().processor_info(processors[slot], PROCESSOR_BASIC_INFO, out var host, words, out var size));
            Assert.Equal((3u, 5u, slot), (task.Kind(host), size, words[3]));
            Assert.Equal(KERN_SUCCESS, task.ProcessorCalls().processor_get_assignment(processors[slot], out var set));
            Assert.Equal(7u, task.Kind(set));
        }
        foreach (var (flavor, least) in (IEnumerable<(int, int)>)[(PROCESSOR_BASIC_INFO, 5), (PROCESSOR_CPU_LOAD_INFO, 4)])
            Assert.Equal(KERN_FAILURE, task.ProcessorCalls().processor_info(processors[0], flavor, out _, words[..(least - 1)], out _));
        Assert.Equal(KERN_FAILURE, task.ProcessorCalls().processor_info(processors[0], 77, out _, words, out _));
        if (OperatingSystem.IsLinux())
            Assert.Equal(KERN_SUCCESS, task.ProcessorCalls().processor_info(processors[0], PROCESSOR_CPU_LOAD_INFO, out _, words, out _));
        Assert.Equal(KERN_INVALID_ARGUMENT, task.ProcessorCalls().processor_start(task.Self));
    }

    [Theory, EveryWorld, Rule("R-HST-10", "R-KOBJ-9")]
    public void Are_one_set_with_two_ports(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewRootTask();
        var (name, control) = task.ProcessorSet();
        Assert.Equal((7u, 6u), (task.Kind(name), task.Kind(control)));
        Assert.Equal(KERN_SUCCESS, task.PrivilegedCalls().host_processor_sets(task.Host(), out var list, out var count));
        Assert.Equal([name], Party.Words(list, count));
        Assert.Equal(KERN_INVALID_ARGUMENT, task.PrivilegedCalls().host_processor_set_priv(task.Host(), task.Self, out _));
        Assert.Equal(KERN_INVALID_ARGUMENT, task.PrivilegedCalls().host_processor_set_priv(task.Host(), MACH_PORT_NULL, out _));
    }

    [Theory, EveryWorld, Rule("R-HST-11")]
    public void Have_rules_of_scheduling_for_their_set(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewRootTask();
        var (name, control) = task.ProcessorSet();
        (int Flavor, int[] Words)[] expected =
            [(3, [7]), (10, [31]), (11, [95]), (20, [31, 1]), (21, [95]), (30, [31]), (31, [95]), (5, [task.Processors().Length, 1])];
        Span<int> words = stackalloc int[5];
        foreach (var (flavor, values) in expected)
        {
            foreach (var set in (uint[])[name, control])
            {
                Assert.Equal(KERN_SUCCESS, task.SetCalls().processor_set_info(set, flavor, out var host, words, out var count));
                Assert.Equal(values, words[..(int)count].ToArray());
                Assert.Equal(3u, task.Kind(host));
            }
            Assert.Equal(KERN_FAILURE, task.SetCalls().processor_set_info(name, flavor, out _, words[..(values.Length - 1)], out _));
        }
        foreach (var flavor in (int[])[0, 4, 6, 99])
            Assert.Equal(KERN_INVALID_ARGUMENT, task.SetCalls().processor_set_info(name, flavor, out _, words, out _));
        Assert.Equal(KERN_INVALID_ARGUMENT, task.SetCalls().processor_set_info(task.Self, 5, out _, words, out _));
    }

    [Theory, EveryWorld, Rule("R-HST-12", "R-KOBJ-4")]
    public void Count_the_tasks_and_threads_of_this_kernel(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewRootTask(), machine.NewRootTask("other"));
        var (name, _) = task.ProcessorSet();
        Span<int> words = stackalloc int[5];
        if (OperatingSystem.IsLinux())
        {
            Assert.Equal(KERN_SUCCESS, task.SetCalls().processor_set_statistics(name, PROCESSOR_SET_LOAD_INFO, words, out var count));
            Assert.Equal((4u, 2), (count, words[0]));
            var threads = words[1];
            using (other.NewSleeper())
            {
                Assert.Equal(KERN_SUCCESS, task.SetCalls().processor_set_statistics(name, PROCESSOR_SET_LOAD_INFO, words, out _));
                Assert.Equal(threads + 1, words[1]);
            }
        }
        Assert.Equal(KERN_FAILURE, task.SetCalls().processor_set_statistics(name, PROCESSOR_SET_LOAD_INFO, words[..3], out _));
        Assert.Equal(KERN_INVALID_ARGUMENT, task.SetCalls().processor_set_statistics(name, 5, words, out _));
        Assert.Equal(KERN_INVALID_PROCESSOR_SET, task.SetCalls().processor_set_statistics(task.Self, PROCESSOR_SET_LOAD_INFO, words, out _));
    }

    [Theory, EveryWorld, Rule("R-HST-13")]
    public void List_the_tasks_with_the_power_that_was_asked_for(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewRootTask(), machine.NewRootTask("other"));
        var (name, control) = task.ProcessorSet();
        Assert.Equal(KERN_SUCCESS, task.SetCalls().processor_set_tasks(control, out var list, out var count));
        var tasks = Party.Words(list, count);
        Assert.Equal(2, tasks.Length);
        Assert.Contains(task.Self, tasks);
        Assert.Contains(task.ControlOf(other), tasks);
        foreach (var (flavor, kind) in (IEnumerable<(uint, uint)>)[(TASK_FLAVOR_CONTROL, 2), (TASK_FLAVOR_READ, 45), (TASK_FLAVOR_INSPECT, 44), (TASK_FLAVOR_NAME, 20)])
        {
            Assert.Equal(KERN_SUCCESS, task.SetCalls().processor_set_tasks_with_flavor(control, flavor, out list, out count));
            Assert.Equal([kind, kind], Party.Words(list, count).Select(task.Kind));
        }
        Assert.Equal(KERN_INVALID_ARGUMENT, task.SetCalls().processor_set_tasks_with_flavor(control, 4, out _, out _));
        Assert.Equal(KERN_INVALID_ARGUMENT, task.SetCalls().processor_set_tasks(name, out _, out _));
    }
}
