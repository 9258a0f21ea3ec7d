using System.Buffers.Binary;
using System.Text;

namespace Mach.Kernel;

/// <summary>Subsystem mach_host: facts of the machine, for everybody who has one of its ports.</summary>
internal sealed partial class HostServer(ManagedKernel kernel) : MachHostServer<KThread, KPort?, KHost>
{
    /// <summary>A host there must be; which code says that there is none is each routine's own (R-HST-2).</summary>
    protected override kern_return_t Translate(KThread caller, KPort? port, MigSubject kind, out KHost subject)
    {
        subject = (port?.KernelObject as KHost)!;
        var fits = kind == MigSubject.HostPrivileged ? kernel.HostPorts.GivesPrivilege(port, caller.Task) : subject is not null;
        return fits ? KERN_SUCCESS : KERN_INVALID_HOST;
    }

    /// <summary>As generated, but that some routines call a missing host an invalid argument.</summary>
    public override kern_return_t Dispatch(KThread caller, ref MigRequest<KPort?> request, ref MigReply<KPort?> reply)
    {
        var code = base.Dispatch(caller, ref request, ref reply);
        return code == KERN_INVALID_HOST && CallsItAnArgument(BinaryPrimitives.ReadInt32LittleEndian(request.Bytes[20..])) ? KERN_INVALID_ARGUMENT : code;
    }

    private static bool CallsItAnArgument(int id) => id is
        MachHostRoutines.host_info or MachHostRoutines.host_kernel_version or MachHostRoutines._host_page_size
        or MachHostRoutines.host_processor_info or MachHostRoutines.host_get_io_main or MachHostRoutines.host_get_clock_service
        or MachHostRoutines.processor_set_default or MachHostRoutines.host_request_notification
        or MachHostRoutines.host_create_mach_voucher or MachHostRoutines.host_set_atm_diagnostic_flag
        or MachHostRoutines.host_set_multiuser_config_flags or MachHostRoutines.kmod_get_info;

    protected override kern_return_t host_info(KThread caller, KHost host, int flavor, Span<int> host_info_out, out uint host_info_outCnt) =>
        HostInfo.Read(flavor, host_info_out, out host_info_outCnt);

    protected override kern_return_t host_kernel_version(KThread caller, KHost host, Span<byte> kernel_version)
    {
        kernel_version.Clear();
        var version = Encoding.UTF8.GetBytes(HostFacts.Version);
        version.AsSpan(0, Math.Min(version.Length, kernel_version.Length - 1)).CopyTo(kernel_version);
        return KERN_SUCCESS;
    }

    protected override kern_return_t _host_page_size(KThread caller, KHost host, out ulong out_page_size)
    {
        out_page_size = HostFacts.PageSize;
        return KERN_SUCCESS;
    }

    protected override kern_return_t host_processor_info(
        KThread caller, KHost host, int flavor, out uint out_processor_count, out ReadOnlyMemory<int> out_processor_info)
    {
        var code = ProcessorInfo.ReadAll(flavor, out var words);
        out_processor_count = code == KERN_SUCCESS ? (uint)HostFacts.LogicalProcessors : 0;
        out_processor_info = words;
        return code;
    }

    protected override kern_return_t host_statistics(
        KThread caller, KHost host_priv, int flavor, Span<int> host_info_out, out uint host_info_outCnt) =>
        HostStatistics.Read(flavor, host_info_out, out host_info_outCnt);

    protected override kern_return_t host_statistics64(
        KThread caller, KHost host_priv, int flavor, Span<int> host_info64_out, out uint host_info64_outCnt) =>
        HostStatistics.Read64(flavor, host_info64_out, out host_info64_outCnt);

    protected override kern_return_t host_get_clock_service(KThread caller, KHost host, int clock_id, out KPort? clock_serv)
    {
        clock_serv = clock_id switch
        {
            SYSTEM_CLOCK => kernel.SystemClockPort,
            CALENDAR_CLOCK => kernel.CalendarClockPort,
            _ => null,
        };
        return clock_serv is not null && clock_serv.TryMakeSend() ? KERN_SUCCESS : KERN_INVALID_ARGUMENT;
    }

    /// <summary>No devices are found through the kernel, so there is no port to find them by.</summary>
    protected override kern_return_t host_get_io_main(KThread caller, KHost host, out KPort? io_main) =>
        kernel.HostPorts.GetSpecial(HOST_IO_MAIN_PORT, out io_main);

    protected override kern_return_t processor_set_default(KThread caller, KHost host, out KPort? default_set)
    {
        default_set = kernel.HostPorts.SetName;
        return default_set.TryMakeSend() ? KERN_SUCCESS : KERN_FAILURE;
    }

    protected override kern_return_t host_request_notification(KThread caller, KHost host, int notify_type, KPort? notify_port) =>
        kernel.HostPorts.AwaitCalendar(notify_type, notify_port);

    protected override kern_return_t host_create_mach_voucher(KThread caller, KHost host, ReadOnlySpan<byte> recipes, out KPort? voucher) =>
        VoucherRecipes.Make(caller.Task, recipes, out voucher);

    [Refuses("there is no activity tracing in the kernel whose settings this word could be")]
    protected override kern_return_t host_set_atm_diagnostic_flag(KThread caller, KHost host, uint diagnostic_flag) => KERN_NO_ACCESS;

    [Refuses("the kernel knows no users who take turns at the machine")]
    protected override kern_return_t host_set_multiuser_config_flags(KThread caller, KHost host_priv, uint multiuser_flags) => KERN_NOT_SUPPORTED;
}
