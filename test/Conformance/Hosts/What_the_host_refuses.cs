using Mach.Conformance.KernelObjects;

namespace Mach.Conformance.Hosts;

/// <summary>Each of these says no by name whoever asks; why it does stands with the server's method.</summary>
public class What_the_host_refuses
{
    private static readonly Dictionary<string, kern_return_t> s_host = new(StringComparer.Ordinal)
    {
        ["kmod_get_info"] = KERN_NOT_SUPPORTED,
        ["host_virtual_physical_table_info"] = KERN_FAILURE,
        ["host_lockgroup_info"] = KERN_NOT_SUPPORTED,
        ["mach_zone_info"] = KERN_NOT_SUPPORTED,
        ["mach_memory_info"] = KERN_NOT_SUPPORTED,
        ["host_set_atm_diagnostic_flag"] = KERN_NO_ACCESS,
        ["host_set_multiuser_config_flags"] = KERN_NOT_SUPPORTED,
        ["mach_zone_info_for_zone"] = KERN_NOT_SUPPORTED,
        ["mach_zone_info_for_largest_zone"] = KERN_NOT_SUPPORTED,
        ["mach_zone_get_zlog_zones"] = KERN_NOT_SUPPORTED,
        ["mach_zone_get_btlog_records"] = KERN_NOT_SUPPORTED,
        ["host_register_mach_voucher_attr_manager"] = MIG_BAD_ID,
        ["host_register_well_known_mach_voucher_attr_manager"] = MIG_BAD_ID,
    };

    private static readonly Dictionary<string, kern_return_t> s_privileged = new(StringComparer.Ordinal)
    {
        ["host_reboot"] = KERN_NO_ACCESS,
        ["host_default_memory_manager"] = KERN_INVALID_ARGUMENT,
        ["thread_wire"] = KERN_NOT_SUPPORTED,
        ["host_set_UNDServer"] = KERN_NOT_SUPPORTED,
        ["host_get_UNDServer"] = KERN_NOT_SUPPORTED,
        ["kext_request"] = KERN_NOT_SUPPORTED,
    };

    [Theory, EveryWorld, Rule("R-HST-16", "R-HST-17", "R-HST-18", "R-DBG-10", "R-VOU-22")]
    public void Is_refused_to_the_privileged_too(World world)
    {
        using var machine = world.Boot();
        var (task, ordinary) = (machine.NewRootTask(), machine.NewOrdinaryTask());
        foreach (var routine in MigFacts.Of("mach_host").Where(static routine => s_host.ContainsKey(routine.Name)))
            Assert.Equal((routine.Name, s_host[routine.Name]), (routine.Name, task.Answer(routine, task.Host())));
        foreach (var routine in MigFacts.Of("host_priv").Where(static routine => s_privileged.ContainsKey(routine.Name)))
            Assert.Equal((routine.Name, s_privileged[routine.Name]), (routine.Name, task.Answer(routine, task.Host())));
        // Who may not ask is told that first.
        foreach (var routine in MigFacts.Of("mach_host").Where(static routine => routine.Name is "mach_zone_info" or "mach_memory_info"))
            Assert.Equal(KERN_NO_ACCESS, ordinary.Answer(routine, ordinary.Host()));
        foreach (var routine in MigFacts.Of("mach_host").Where(static routine => routine.Id is >= 231 and <= 234))
            Assert.Equal(KERN_INVALID_HOST, ordinary.Answer(routine, ordinary.Host()));
        foreach (var id in (int[])[600, 601])
        {
            var reply = task.Receive();
            Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(task.Host(), MACH_MSG_TYPE_COPY_SEND, reply, MACH_MSG_TYPE_MAKE_SEND_ONCE, id)));
            Assert.Equal(MIG_BAD_ID, (kern_return_t)(int)task.Receive(reply).Word(32));
        }
    }

    [Theory, EveryWorld, Rule("R-HST-9", "R-HST-13")]
    public void Is_refused_by_processors_and_their_set(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewRootTask();
        var processor = task.Processors()[0];
        foreach (var routine in MigFacts.Of("processor").Where(static routine => routine.Name is "processor_start" or "processor_exit" or "processor_control" or "processor_assign"))
        {
            Assert.Equal((routine.Name, KERN_FAILURE), (routine.Name, task.Answer(routine, processor)));
            Assert.Equal((routine.Name, KERN_INVALID_ARGUMENT), (routine.Name, task.Answer(routine, task.Self)));
        }
        foreach (var routine in MigFacts.Of("processor_set").Where(static routine => routine.Name is "processor_set_threads" or "processor_set_stack_usage"))
            Assert.Equal((routine.Name, KERN_NOT_SUPPORTED), (routine.Name, task.Answer(routine, task.ProcessorSet().Control)));
    }
}
