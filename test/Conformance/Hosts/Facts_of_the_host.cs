using System.Runtime.InteropServices;
using System.Text;

namespace Mach.Conformance.Hosts;

public class Facts_of_the_host
{
    private const int Unknown = 99;

    private static T As<T>(Span<int> words)
        where T : unmanaged =>
        MemoryMarshal.Read<T>(MemoryMarshal.AsBytes(words));

    [Theory, EveryWorld, Rule("R-HST-3", "R-HST-4")]
    public void Basic_ones_describe_this_machine(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewRootTask();
        Span<int> words = stackalloc int[68];
        Assert.Equal(KERN_SUCCESS, task.HostCalls().host_info(task.Host(), HOST_BASIC_INFO, words, out var count));
        Assert.Equal(12u, count);
        var info = As<host_basic_info_data_t>(words);
        var arm = RuntimeInformation.OSArchitecture == Architecture.Arm64;
        Assert.Equal(arm ? 0x0100000c : 7, info.cpu_type);
        Assert.Equal(Environment.ProcessorCount, info.avail_cpus);
        Assert.True(info.max_cpus >= info.avail_cpus && info.logical_cpu == info.logical_cpu_max && info.physical_cpu >= 1);
        Assert.True(info.physical_cpu <= info.logical_cpu);
        Assert.Equal(Math.Min(info.max_mem, int.MaxValue), info.memory_size);
        if (OperatingSystem.IsLinux())
        {
            var kilobytes = File.ReadLines("/proc/meminfo").First(static line => line.StartsWith("MemTotal:", StringComparison.Ordinal));
            Assert.Contains($" {info.max_mem / 1024} kB", kilobytes, StringComparison.Ordinal);
        }
        // The old form stops before the physical processors.
        words.Fill(-1);
        Assert.Equal(KERN_SUCCESS, task.HostCalls().host_info(task.Host(), HOST_BASIC_INFO, words[..11], out count));
        Assert.Equal((5u, -1), (count, words[5]));
        Assert.Equal(KERN_FAILURE, task.HostCalls().host_info(task.Host(), HOST_BASIC_INFO, words[..4], out _));
    }

    [Theory, EveryWorld, Rule("R-HST-3", "R-HST-4")]
    public void Others_have_their_sizes_and_codes(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewRootTask();
        (int Flavor, uint Count)[] sized =
            [(HOST_SCHED_INFO, 2), (HOST_PRIORITY_INFO, 8), (HOST_VM_PURGABLE, 68), (HOST_CAN_HAS_DEBUGGER, 1), (HOST_PREFERRED_USER_ARCH, 2)];
        Span<int> words = stackalloc int[68];
        foreach (var (flavor, size) in sized)
        {
            Assert.Equal(KERN_SUCCESS, task.HostCalls().host_info(task.Host(), flavor, words, out var count));
            Assert.Equal((flavor, size), (flavor, count));
            Assert.Equal((flavor, KERN_FAILURE), (flavor, task.HostCalls().host_info(task.Host(), flavor, words[..((int)size - 1)], out _)));
        }
        foreach (var flavor in (int[])[HOST_SEMAPHORE_TRAPS, HOST_MACH_MSG_TRAP])
        {
            Assert.Equal(KERN_SUCCESS, task.HostCalls().host_info(task.Host(), flavor, words, out var count));
            Assert.Equal(0u, count);
        }
        Assert.Equal(KERN_SUCCESS, task.HostCalls().host_info(task.Host(), HOST_PRIORITY_INFO, words, out _));
        Assert.Equal([80, 80, 64, 31, 0, 0, 0, 79], words[..8].ToArray());
        Assert.Equal(KERN_SUCCESS, task.HostCalls().host_info(task.Host(), HOST_SCHED_INFO, words, out _));
        Assert.Equal([10, 10], words[..2].ToArray());
        Assert.Equal(KERN_INVALID_ARGUMENT, task.HostCalls().host_info(task.Host(), HOST_RESOURCE_SIZES, words, out _));
        Assert.Equal(KERN_FAILURE, task.HostCalls().host_info(task.Host(), HOST_RESOURCE_SIZES, words[..4], out _));
        Assert.Equal(KERN_NOT_SUPPORTED, task.HostCalls().host_info(task.Host(), HOST_DEBUG_INFO_INTERNAL, words, out _));
        foreach (var flavor in (int[])[0, 2, 6, Unknown, -1])
            Assert.Equal(KERN_INVALID_ARGUMENT, task.HostCalls().host_info(task.Host(), flavor, words, out _));
    }

    [Theory, EveryWorld, Rule("R-HST-5", "R-HST-6", "R-HST-7")]
    public void Statistics_have_their_sizes_and_codes(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewRootTask();
        var calls = task.HostCalls();
        var there = OperatingSystem.IsLinux() ? KERN_SUCCESS : KERN_NOT_SUPPORTED;
        Span<int> words = stackalloc int[256];
        (int Flavor, int Room, uint Count)[] both =
        [
            (HOST_LOAD_INFO, 68, 6), (HOST_VM_INFO, 68, 15), (HOST_VM_INFO, 14, 14), (HOST_VM_INFO, 13, 12), (HOST_CPU_LOAD_INFO, 68, 4),
            (HOST_EXPIRED_TASK_INFO, 12, 12), (HOST_EXPIRED_TASK_INFO, 68, TASK_POWER_INFO_V2_COUNT.Here),
        ];
        foreach (var (flavor, room, size) in both)
        {
            var expected = flavor == HOST_EXPIRED_TASK_INFO ? KERN_SUCCESS : there;
            Assert.Equal((flavor, expected), (flavor, calls.host_statistics(task.Host(), flavor, words[..room], out var count)));
            Assert.Equal((flavor, expected), (flavor, calls.host_statistics64(task.Host(), flavor, words[..room], out var count64)));
            Assert.Equal((flavor, expected), (flavor, task.PrivilegedCalls().host_priv_statistics(task.Host(), flavor, words[..room], out var countPriv)));
            if (expected == KERN_SUCCESS)
                Assert.Equal((size, size, size), (count, count64, countPriv));
        }
        foreach (var (flavor, least) in (IEnumerable<(int, int)>)[(HOST_LOAD_INFO, 6), (HOST_VM_INFO, 12), (HOST_CPU_LOAD_INFO, 4), (HOST_EXPIRED_TASK_INFO, 12)])
            Assert.Equal((flavor, KERN_FAILURE), (flavor, calls.host_statistics(task.Host(), flavor, words[..(least - 1)], out _)));
        foreach (var flavor in (int[])[HOST_VM_INFO64, HOST_EXTMOD_INFO64, 7, 0, Unknown])
            Assert.Equal(KERN_INVALID_ARGUMENT, calls.host_statistics(task.Host(), flavor, words[..68], out _));
        foreach (var (room, size) in (IEnumerable<(int, uint)>)[(256, 38), (38, 38), (37, 24), (24, 24)])
        {
            Assert.Equal(there, calls.host_statistics64(task.Host(), HOST_VM_INFO64, words[..room], out var count));
            Assert.Equal(there == KERN_SUCCESS ? size : 0, count);
        }
        Assert.Equal(KERN_SUCCESS, calls.host_statistics64(task.Host(), HOST_EXTMOD_INFO64, words, out var extmod));
        Assert.Equal(12u, extmod);
        Assert.Equal(KERN_NOT_SUPPORTED, calls.host_statistics64(task.Host(), 7, words, out _));
        Assert.Equal(KERN_INVALID_ARGUMENT, calls.host_statistics64(task.Host(), Unknown, words, out _));
        if (there == KERN_SUCCESS)
            Assert.Equal(KERN_FAILURE, calls.host_statistics64(task.Host(), HOST_VM_INFO64, words[..23], out _));
    }

    [Theory, EveryWorld, Rule("R-HST-5", "R-HST-6")]
    public void Statistics_are_true(World world)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells its processes.");
        using var machine = world.Boot();
        var task = machine.NewRootTask();
        Span<int> words = stackalloc int[68];
        Assert.Equal(KERN_SUCCESS, task.HostCalls().host_statistics(task.Host(), HOST_CPU_LOAD_INFO, words, out _));
        var before = As<host_cpu_load_info_data_t>(words);
        var line = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(before.cpu_ticks[CPU_STATE_USER] <= ulong.Parse(line[1]) + ulong.Parse(line[2]) + 1);
        Assert.Equal(0u, before.cpu_ticks[CPU_STATE_NICE]);
        Assert.True(before.cpu_ticks[CPU_STATE_USER] > 0);
        Span<int> wide = stackalloc int[38];
        Assert.Equal(KERN_SUCCESS, task.HostCalls().host_statistics64(task.Host(), HOST_VM_INFO64, wide, out _));
        var memory = As<vm_statistics64_data_t>(wide);
        Assert.Equal(KERN_SUCCESS, task.HostCalls()._host_page_size(task.Host(), out var page));
        Span<int> basic = stackalloc int[12];
        Assert.Equal(KERN_SUCCESS, task.HostCalls().host_info(task.Host(), HOST_BASIC_INFO, basic, out _));
        Assert.InRange(memory.free_count * page, 1ul, As<host_basic_info_data_t>(basic).max_mem);
        Assert.True(memory.faults > 0);
        Assert.Equal(KERN_SUCCESS, task.HostCalls().host_statistics(task.Host(), HOST_LOAD_INFO, words, out _));
        var load = As<host_load_info_data_t>(words);
        for (var index = 0; index < 3; index++)
            Assert.True(load.avenrun[index] >= 0 && load.mach_factor[index] > 0);
    }

    [Theory, EveryWorld, Rule("R-HST-7", "R-DBG-16", "R-HST-17")]
    public void Texts_and_sizes_are_told_to_everybody(World world)
    {
        using var machine = world.Boot();
        var (task, root) = (machine.NewOrdinaryTask(), machine.NewRootTask());
        Assert.Equal(KERN_SUCCESS, task.HostCalls()._host_page_size(task.Host(), out var page));
        Assert.Equal((ulong)Environment.SystemPageSize, page);
        var text = new byte[512];
        Assert.Equal(KERN_SUCCESS, task.HostCalls().host_kernel_version(task.Host(), text));
        Assert.StartsWith("Mach.NET ", Encoding.UTF8.GetString(text), StringComparison.Ordinal);
        var boot = new byte[4096];
        Assert.Equal(KERN_SUCCESS, root.PrivilegedCalls().host_get_boot_info(root.Host(), boot));
        Assert.Equal(0, boot[0]);
    }

    [Theory, EveryWorld, Rule("R-HST-18")]
    public void Spare_memory_of_the_kernels_is_given_back(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewRootTask();
        var before = machine.Census().Messages;
        Assert.Equal(KERN_SUCCESS, task.HostCalls().mach_zone_force_gc(task.Host()));
        Assert.Equal(before, machine.Census().Messages);
        Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(task.ReceiveAndSend(), MACH_MSG_TYPE_COPY_SEND)));
        Assert.Equal(before + 1, machine.Census().Messages);
    }
}
