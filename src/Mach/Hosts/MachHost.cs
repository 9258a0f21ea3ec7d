using System.Runtime.InteropServices;
using System.Text;

namespace Mach;

/// <summary>The machine as its kernel knows it: what it is, and how busy.</summary>
/// <remarks>Figures are those of the moment of the call. A kernel that does not have them answers <c>KERN_NOT_SUPPORTED</c>.</remarks>
public sealed class MachHost : IDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);

    private MachHost(SendRight right) => Right = right;

    /// <summary>The right to the host's port that the task was given.</summary>
    public SendRight Right { get; }

    /// <summary>The host of a task.</summary>
    /// <param name="task">Whose; null for the current task.</param>
    public static MachHost Open(MachTask? task = null)
    {
        task ??= MachTask.Current;
        return new MachHost(new SendRight(task, new MachTrapClient(task.CurrentThread).host_self_trap()));
    }

    /// <summary>What the machine is.</summary>
    /// <exception cref="MachException">The kernel refused.</exception>
    public HostInfo ReadInfo()
    {
        Span<int> words = stackalloc int[(int)HOST_BASIC_INFO_COUNT];
        mach_port_name_t host = Right.BorrowName();
        kern_return_t code = Calls.host_info(host, HOST_BASIC_INFO, words, out _);
        Right.ReturnName();
        var basic = Checked<host_basic_info_data_t>(code, "host_info", words);
        return new HostInfo(
            basic.logical_cpu, basic.avail_cpus, basic.physical_cpu, (long)basic.max_mem, basic.cpu_type, basic.cpu_subtype);
    }

    /// <summary>The text by which the kernel names itself and its version.</summary>
    /// <exception cref="MachException">The kernel refused.</exception>
    public string ReadKernelVersion()
    {
        Span<byte> text = stackalloc byte[512];
        mach_port_name_t host = Right.BorrowName();
        kern_return_t code = Calls.host_kernel_version(host, text);
        Right.ReturnName();
        MachException.ThrowIfFailed(code, "host_kernel_version");
        int end = text.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? text : text[..end]);
    }

    /// <summary>How many threads wanted to run, on average.</summary>
    /// <exception cref="MachException">The kernel refused.</exception>
    public HostLoad ReadLoad()
    {
        const double scale = 1000;
        Span<int> words = stackalloc int[(int)HOST_LOAD_INFO_COUNT];
        var load = Checked<host_load_info_data_t>(Statistics(HOST_LOAD_INFO, words), "host_statistics", words);
        return new HostLoad(load.avenrun[0] / scale, load.avenrun[1] / scale, load.avenrun[2] / scale);
    }

    /// <summary>What all processors together did since the machine booted.</summary>
    /// <exception cref="MachException">The kernel refused.</exception>
    public HostProcessorTime ReadProcessorTime()
    {
        Span<int> words = stackalloc int[(int)HOST_CPU_LOAD_INFO_COUNT];
        var load = Checked<host_cpu_load_info_data_t>(Statistics(HOST_CPU_LOAD_INFO, words), "host_statistics", words);
        return new HostProcessorTime(
            Tick * load.cpu_ticks[CPU_STATE_USER], Tick * load.cpu_ticks[CPU_STATE_SYSTEM], Tick * load.cpu_ticks[CPU_STATE_IDLE]);
    }

    /// <summary>What the machine's memory is used for.</summary>
    /// <exception cref="MachException">The kernel refused.</exception>
    public HostMemoryUse ReadMemoryUse()
    {
        Span<int> words = stackalloc int[(int)HOST_VM_INFO64_COUNT];
        mach_port_name_t host = Right.BorrowName();
        vm_size_t page = 0;
        kern_return_t code = Calls.host_statistics64(host, HOST_VM_INFO64, words, out _);
        if (code == KERN_SUCCESS)
            code = Calls._host_page_size(host, out page);
        Right.ReturnName();
        var memory = Checked<vm_statistics64_data_t>(code, "host_statistics64", words);
        return new HostMemoryUse(Bytes(memory.free_count), Bytes(memory.active_count), Bytes(memory.inactive_count), Bytes(memory.wire_count));

        long Bytes(uint pages) => pages * (long)page;
    }

    /// <summary>Releases the right.</summary>
    public void Dispose() => Right.Dispose();

    private MachHostClient Calls => new(Right.Task.CurrentThread);

    private kern_return_t Statistics(int flavor, Span<int> words)
    {
        mach_port_name_t host = Right.BorrowName();
        kern_return_t code = Calls.host_statistics(host, flavor, words, out _);
        Right.ReturnName();
        return code;
    }

    private static T Checked<T>(kern_return_t code, string routine, Span<int> words)
        where T : unmanaged
    {
        MachException.ThrowIfFailed(code, routine);
        return MemoryMarshal.Read<T>(MemoryMarshal.AsBytes(words));
    }
}

/// <summary>What a machine is.</summary>
/// <param name="Processors">Processors that threads run on.</param>
/// <param name="AvailableProcessors">Of these, the ones that this process may use.</param>
/// <param name="Cores">Cores, each of which may be several processors.</param>
/// <param name="MemoryBytes">Its memory.</param>
/// <param name="CpuType">The processors' type: <c>CPU_TYPE_ARM64</c>, …</param>
/// <param name="CpuSubtype">Their subtype.</param>
public sealed record HostInfo(int Processors, int AvailableProcessors, int Cores, long MemoryBytes, int CpuType, int CpuSubtype);

/// <summary>Threads that wanted to run, on average over a time.</summary>
/// <param name="OneMinute">The last minute.</param>
/// <param name="FiveMinutes">The last five.</param>
/// <param name="FifteenMinutes">The last fifteen.</param>
public sealed record HostLoad(double OneMinute, double FiveMinutes, double FifteenMinutes);

/// <summary>Time that processors spent.</summary>
/// <param name="User">In programs.</param>
/// <param name="System">In the operating system.</param>
/// <param name="Idle">With nothing to do.</param>
public sealed record HostProcessorTime(TimeSpan User, TimeSpan System, TimeSpan Idle);

/// <summary>Bytes of memory by use.</summary>
/// <param name="Free">Not used.</param>
/// <param name="Active">Used lately.</param>
/// <param name="Inactive">Not used lately; the first to be taken.</param>
/// <param name="Wired">Never taken.</param>
public sealed record HostMemoryUse(long Free, long Active, long Inactive, long Wired);
