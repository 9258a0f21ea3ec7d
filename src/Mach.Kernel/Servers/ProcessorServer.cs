namespace Mach.Kernel;

/// <summary>Subsystem processor: one processor of the machine, to be looked at.</summary>
internal sealed class ProcessorServer(ManagedKernel kernel) : ProcessorServer<KThread, KPort?, KProcessor>
{
    private const string NotOurs = "the processors belong to the system below, which alone starts, stops and assigns them";

    protected override kern_return_t Translate(KThread caller, KPort? port, MigSubject kind, out KProcessor subject)
    {
        subject = (port?.KernelObject as KProcessor)!;
        return subject is null ? KERN_INVALID_ARGUMENT : KERN_SUCCESS;
    }

    [Refuses(NotOurs)]
    protected override kern_return_t processor_start(KThread caller, KProcessor processor) => KERN_FAILURE;

    [Refuses(NotOurs)]
    protected override kern_return_t processor_exit(KThread caller, KProcessor processor) => KERN_FAILURE;

    protected override kern_return_t processor_info(
        KThread caller, KProcessor processor, int flavor, out KPort? host, Span<int> processor_info_out, out uint processor_info_outCnt)
    {
        host = null;
        var code = ProcessorInfo.Read(processor.Slot, flavor, processor_info_out, out processor_info_outCnt);
        if (code == KERN_SUCCESS)
            host = kernel.Host.TryMakeSend() ? kernel.Host : null;
        return code;
    }

    [Refuses(NotOurs)]
    protected override kern_return_t processor_control(KThread caller, KProcessor processor, ReadOnlySpan<int> processor_cmd) => KERN_FAILURE;

    [Refuses(NotOurs)]
    protected override kern_return_t processor_assign(KThread caller, KProcessor processor, KPort? new_set, int wait) => KERN_FAILURE;

    protected override kern_return_t processor_get_assignment(KThread caller, KProcessor processor, out KPort? assigned_set)
    {
        assigned_set = kernel.HostPorts.SetName;
        return assigned_set.TryMakeSend() ? KERN_SUCCESS : KERN_FAILURE;
    }
}
