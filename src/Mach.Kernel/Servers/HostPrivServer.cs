using System.Buffers.Binary;

namespace Mach.Kernel;

/// <summary>Subsystem host_priv: what the host's privileged port is needed for, by tasks whose own host port it is (R-HST-1).</summary>
internal sealed partial class HostPrivServer(ManagedKernel kernel) : HostPrivServer<KThread, KPort?, KHost>
{
    /// <summary>Which code says that there is no privileged host is each routine's own (R-HST-2).</summary>
    protected override kern_return_t Translate(KThread caller, KPort? port, MigSubject kind, out KHost subject)
    {
        subject = (port?.KernelObject as KHost)!;
        return kernel.HostPorts.GivesPrivilege(port, caller.Task) ? KERN_SUCCESS : KERN_INVALID_HOST;
    }

    /// <summary>As generated, but that some routines call a missing host an invalid argument.</summary>
    public override kern_return_t Dispatch(KThread caller, ref MigRequest<KPort?> request, ref MigReply<KPort?> reply)
    {
        var code = base.Dispatch(caller, ref request, ref reply);
        return code == KERN_INVALID_HOST && CallsItAnArgument(BinaryPrimitives.ReadInt32LittleEndian(request.Bytes[20..])) ? KERN_INVALID_ARGUMENT : code;
    }

    private static bool CallsItAnArgument(int id) => id is
        HostPrivRoutines.host_processors or HostPrivRoutines.host_processor_sets or HostPrivRoutines.host_processor_set_priv
        or HostPrivRoutines.host_get_special_port or HostPrivRoutines.host_set_special_port
        or HostPrivRoutines.host_set_exception_ports or HostPrivRoutines.host_get_exception_ports or HostPrivRoutines.host_swap_exception_ports
        or HostPrivRoutines.thread_wire or HostPrivRoutines.kext_request
        or HostPrivRoutines.host_set_UNDServer or HostPrivRoutines.host_get_UNDServer;

    /// <summary>Nothing was said to it when it booted.</summary>
    protected override kern_return_t host_get_boot_info(KThread caller, KHost host_priv, Span<byte> boot_info)
    {
        boot_info.Clear();
        return KERN_SUCCESS;
    }

    [Refuses("a library must not halt or restart the machine that it runs on")]
    protected override kern_return_t host_reboot(KThread caller, KHost host_priv, int options) => KERN_NO_ACCESS;

    protected override kern_return_t host_priv_statistics(
        KThread caller, KHost host_priv, int flavor, Span<int> host_info_out, out uint host_info_outCnt) =>
        HostStatistics.Read(flavor, host_info_out, out host_info_outCnt);

    protected override kern_return_t host_processors(KThread caller, KHost host_priv, out KPort?[] out_processor_list)
    {
        out_processor_list = [.. kernel.HostPorts.Processors.Select(SendTo)];
        return KERN_SUCCESS;
    }

    protected override kern_return_t host_get_special_port(KThread caller, KHost host_priv, int node, int which, out KPort? port) =>
        kernel.HostPorts.GetSpecial(which, out port);

    protected override kern_return_t host_set_special_port(KThread caller, KHost host_priv, int which, KPort? port)
    {
        var after = new Aftermath(kernel);
        var code = kernel.HostPorts.SetSpecial(caller.Task, which, port, ref after);
        after.Run();
        return code;
    }

    protected override kern_return_t host_processor_sets(KThread caller, KHost host_priv, out KPort?[] processor_sets)
    {
        processor_sets = [SendTo(kernel.HostPorts.SetName)];
        return KERN_SUCCESS;
    }

    protected override kern_return_t host_processor_set_priv(KThread caller, KHost host_priv, KPort? set_name, out KPort? set)
    {
        set = null;
        if (set_name?.KernelObject is not KProcessorSet)
            return KERN_INVALID_ARGUMENT;
        var after = new Aftermath(kernel);
        after.Release(set_name, (byte)MACH_MSG_TYPE_PORT_SEND);
        after.Run();
        set = SendTo(kernel.HostPorts.SetControl);
        return KERN_SUCCESS;
    }

    private static KPort SendTo(KPort port) => port.TryMakeSend() ? port : KPort.Dead;
}
