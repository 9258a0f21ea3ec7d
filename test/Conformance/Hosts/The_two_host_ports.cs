using Mach.Conformance.KernelObjects;

namespace Mach.Conformance.Hosts;

public class The_two_host_ports
{
    private static readonly string[] s_invalidArgument =
    [
        "host_info", "_host_page_size", "host_kernel_version", "host_processor_info", "processor_set_default", "host_get_clock_service",
        "host_create_mach_voucher", "host_get_io_main", "host_request_notification", "host_processors", "host_processor_sets",
        "host_processor_set_priv", "host_get_special_port", "host_set_special_port", "host_set_exception_ports", "host_get_exception_ports",
        "host_swap_exception_ports",
    ];

    private static readonly string[] s_invalidHost =
    [
        "host_statistics", "host_statistics64", "mach_memory_object_memory_entry", "host_reboot", "host_get_boot_info", "host_lockgroup_info",
        "host_default_memory_manager", "mach_vm_wire", "mach_zone_info", "mach_zone_info_for_zone", "mach_zone_force_gc",
    ];

    [Theory, EveryWorld, Rule("R-HST-1", "R-KOBJ-9")]
    public void Are_given_by_who_asks(World world)
    {
        using var machine = world.Boot();
        var (root, ordinary) = (machine.NewRootTask(), machine.NewOrdinaryTask());
        Assert.Equal((4u, 3u), (root.Kind(root.Host()), ordinary.Kind(ordinary.Host())));
        foreach (var (task, kind) in (IEnumerable<(Party, uint)>)[(root, 4), (ordinary, 3)])
        {
            Assert.Equal(KERN_SUCCESS, task.TaskCalls.task_get_special_port(task.Self, TASK_HOST_PORT, out var host));
            Assert.Equal((kind, task.Host()), (task.Kind(host), host));
        }
    }

    [Theory, EveryWorld, Rule("R-HST-1")]
    public void Serve_unprivileged_calls_alike_and_privileged_ones_to_the_privileged_alone(World world)
    {
        using var machine = world.Boot();
        var (root, ordinary) = (machine.NewRootTask(), machine.NewOrdinaryTask());
        Assert.Equal(KERN_SUCCESS, root.PrivilegedCalls().host_get_special_port(root.Host(), HOST_LOCAL_NODE, HOST_PORT, out var plain));
        Assert.Equal(3u, root.Kind(plain));
        foreach (var host in (uint[])[root.Host(), plain])
            Assert.Equal(KERN_SUCCESS, root.HostCalls()._host_page_size(host, out _));
        Assert.Equal(KERN_SUCCESS, root.PrivilegedCalls().host_processors(root.Host(), out _, out _));
        Assert.Equal(KERN_INVALID_ARGUMENT, root.PrivilegedCalls().host_processors(plain, out _, out _));
        Assert.Equal(KERN_INVALID_ARGUMENT, ordinary.PrivilegedCalls().host_processors(ordinary.Host(), out _, out _));
        // A privileged right that was given to it does not make it privileged.
        var given = root.Give(ordinary, root.Host(), MACH_MSG_TYPE_COPY_SEND);
        Assert.Equal(4u, ordinary.Kind(given));
        Assert.Equal(KERN_SUCCESS, ordinary.HostCalls()._host_page_size(given, out _));
        Assert.Equal(KERN_INVALID_ARGUMENT, ordinary.PrivilegedCalls().host_processors(given, out _, out _));
    }

    [Theory, EveryWorld, Rule("R-HST-1")]
    public void Are_plain_to_tasks_about_which_nobody_said_who_they_are(World world)
    {
        using var machine = world.Boot();
        var (root, nobody) = (machine.NewRootTask(), machine.NewTask("nobody"));
        Assert.Equal(3u, nobody.Kind(nobody.Host()));
        Assert.Equal(KERN_INVALID_ARGUMENT, nobody.PrivilegedCalls().host_processors(nobody.Host(), out _, out _));
        var (child, grandchild) = (machine.NewTask("child", root), machine.NewTask("child of nobody", nobody));
        Assert.Equal((4u, 3u), (child.Kind(child.Host()), grandchild.Kind(grandchild.Host())));
    }

    [Theory, EveryWorld, Rule("R-HST-1")]
    public void Go_by_the_kernels_own_idea_of_privilege(World world)
    {
        using var machine = world.Boot(new KernelOptions { HasHostPrivilege = static identity => identity.UserId == 501 });
        var (root, ordinary) = (machine.NewRootTask(), machine.NewOrdinaryTask());
        Assert.Equal((3u, 4u), (root.Kind(root.Host()), ordinary.Kind(ordinary.Host())));
    }

    [Theory, EveryWorld, Rule("R-HST-2", "R-KOBJ-4")]
    public void Are_missed_by_each_routine_in_its_own_words(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewRootTask();
        var routines = MigFacts.Of("mach_host").Concat(MigFacts.Of("host_priv")).ToDictionary(static routine => routine.Name);
        foreach (var other in (uint[])[task.Self, task.Traps.thread_self_trap()])
        {
            foreach (var name in s_invalidArgument)
                Assert.Equal((name, KERN_INVALID_ARGUMENT), (name, task.Answer(routines[name], other)));
            foreach (var name in s_invalidHost)
                Assert.Equal((name, KERN_INVALID_HOST), (name, task.Answer(routines[name], other)));
        }
    }
}
