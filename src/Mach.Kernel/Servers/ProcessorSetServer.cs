using System.Buffers.Binary;

namespace Mach.Kernel;

/// <summary>Subsystem processor_set: the one set of all processors, and all tasks in it.</summary>
internal sealed class ProcessorSetServer(ManagedKernel kernel) : ProcessorSetServer<KThread, KPort?, KProcessorSet>
{
    private const int EnabledPolicies = 3, LoadInfo = 4, BasicInfo = 5, TimeshareDefault = 10, TimeshareLimits = 11;
    private const int RoundRobinDefault = 20, RoundRobinLimits = 21, FifoDefault = 30, FifoLimits = 31;
    private const int AllPolicies = 7, BasePriority = 31, HighestPriority = 95, QuantumEnabled = 1;

    protected override kern_return_t Translate(KThread caller, KPort? port, MigSubject kind, out KProcessorSet subject)
    {
        subject = (port?.KernelObject as KProcessorSet)!;
        return subject is null || (kind == MigSubject.ProcessorSet && subject.IsNameOnly) ? KERN_INVALID_ARGUMENT : KERN_SUCCESS;
    }

    /// <summary>As generated, but that statistics call what is not the default set an invalid set (R-HST-12).</summary>
    public override kern_return_t Dispatch(KThread caller, ref MigRequest<KPort?> request, ref MigReply<KPort?> reply)
    {
        var code = base.Dispatch(caller, ref request, ref reply);
        return code == KERN_INVALID_ARGUMENT && request.Destination?.KernelObject is not KProcessorSet
            && BinaryPrimitives.ReadInt32LittleEndian(request.Bytes[20..]) == ProcessorSetRoutines.processor_set_statistics
            ? KERN_INVALID_PROCESSOR_SET
            : code;
    }

    protected override kern_return_t processor_set_statistics(
        KThread caller, KProcessorSet pset, int flavor, Span<int> info_out, out uint info_outCnt)
    {
        info_outCnt = 0;
        if (flavor != LoadInfo)
            return KERN_INVALID_ARGUMENT;
        if (info_out.Length < PROCESSOR_SET_LOAD_INFO_COUNT)
            return KERN_FAILURE;
        Span<int> averages = stackalloc int[3], factors = stackalloc int[3];
        if (!HostStatistics.TryLoad(averages, factors))
            return KERN_NOT_SUPPORTED;
        return Words.Give(
            new processor_set_load_info_data_t
            {
                task_count = kernel.AllTasks().Length, thread_count = kernel.ThreadCount, load_average = averages[0], mach_factor = factors[0],
            },
            info_out,
            out info_outCnt);
    }

    protected override kern_return_t processor_set_info(
        KThread caller, KProcessorSet set_name, int flavor, out KPort? host, Span<int> info_out, out uint info_outCnt)
    {
        ReadOnlySpan<int> words = flavor switch
        {
            BasicInfo => [HostFacts.LogicalProcessors, POLICY_TIMESHARE],
            EnabledPolicies => [AllPolicies],
            TimeshareDefault => [BasePriority],
            TimeshareLimits => [HighestPriority],
            RoundRobinDefault => [BasePriority, QuantumEnabled],
            RoundRobinLimits => [HighestPriority],
            FifoDefault => [BasePriority],
            FifoLimits => [HighestPriority],
            _ => [],
        };
        (host, info_outCnt) = (null, 0);
        if (words.IsEmpty)
            return KERN_INVALID_ARGUMENT;
        if (!words.TryCopyTo(info_out))
            return KERN_FAILURE;
        info_outCnt = (uint)words.Length;
        host = kernel.Host.TryMakeSend() ? kernel.Host : null;
        return KERN_SUCCESS;
    }

    protected override kern_return_t processor_set_tasks(KThread caller, KProcessorSet processor_set, out KPort?[] task_list)
    {
        task_list = Tasks(Flavour.Control);
        return KERN_SUCCESS;
    }

    protected override kern_return_t processor_set_tasks_with_flavor(
        KThread caller, KProcessorSet processor_set, uint flavor, out KPort?[] task_list)
    {
        task_list = [];
        Flavour? wanted = flavor switch
        {
            TASK_FLAVOR_CONTROL => Flavour.Control,
            TASK_FLAVOR_READ => Flavour.Read,
            TASK_FLAVOR_INSPECT => Flavour.Inspect,
            TASK_FLAVOR_NAME => Flavour.Name,
            _ => null,
        };
        if (wanted is null)
            return KERN_INVALID_ARGUMENT;
        task_list = Tasks(wanted.Value);
        return KERN_SUCCESS;
    }

    [Refuses("as on every Darwin but macOS: ask each task for its threads")]
    protected override kern_return_t processor_set_threads(KThread caller, KProcessorSet processor_set, out KPort?[] thread_list)
    {
        thread_list = [];
        return KERN_NOT_SUPPORTED;
    }

    [Refuses("the kernel has no stacks of its own: it runs on those of the threads that call it")]
    protected override kern_return_t processor_set_stack_usage(
        KThread caller, KProcessorSet pset, out uint ltotal, out ulong space, out ulong resident, out ulong maxusage, out ulong maxstack)
    {
        (ltotal, space, resident, maxusage, maxstack) = (0, 0, 0, 0, 0);
        return KERN_NOT_SUPPORTED;
    }

    private KPort?[] Tasks(Flavour flavour) =>
        [.. kernel.AllTasks().Select(task => task.SendTo(flavour)).Where(KPort.IsLive)];
}
