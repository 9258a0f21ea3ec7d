using System.Numerics;
using System.Runtime.InteropServices;

namespace Mach.Kernel;

/// <summary>What mach_port_construct was asked for: checked in XNU's order (R-ALLOC-9 to R-ALLOC-14).</summary>
internal static class PortOptions
{
    private const uint OneOfService = MPO_TG_BLOCK_TRACKING | MPO_SERVICE_PORT | MPO_CONNECTION_PORT;
    private const uint OneOfReply = MPO_REPLY_PORT | MPO_ENFORCE_REPLY_PORT_SEMANTICS | MPO_EXCEPTION_PORT | MPO_PROVISIONAL_REPLY_PORT;
    private const int LongestServiceName = 255;

    /// <summary>Kinds that exclude each other; looked at before the task is.</summary>
    internal static bool KindsAreGood(uint flags) =>
        BitOperations.PopCount(flags & OneOfService) <= 1 && BitOperations.PopCount(flags & OneOfReply) <= 1;

    internal static kern_return_t Construct(
        KTask task, IUserMemory memory, in mach_port_options_t options, ulong context, out uint name)
    {
        name = MACH_PORT_NULL;
        var flags = options.flags;
        var policy = task.Kernel.Options.Policy;
        if ((flags & MPO_TG_BLOCK_TRACKING) != 0 && policy.DenyTrackedPorts)
            return KERN_DENIED;
        ServiceName? service = null;
        if ((flags & MPO_SERVICE_PORT) != 0)
        {
            if (policy.ServicePortsForBroker && !task.IsBroker)
                return KERN_DENIED;
            var code = ReadService(memory, options.service_port_info.Address, out service);
            if (code != KERN_SUCCESS)
                return code;
        }
        if ((flags & MPO_CONNECTION_PORT) != 0)
        {
            if (options.service_port_name == MACH_PORT_NULL)
                return KERN_INVALID_ARGUMENT;
            if (options.service_port_name == MACH_PORT_DEAD)
                return KERN_INVALID_NAME;
        }
        if ((flags & MPO_QLIMIT) != 0 && options.mpl.mpl_qlimit > MACH_PORT_QLIMIT_MAX)
            return KERN_INVALID_VALUE;
        return task.Space.Construct(flags, options.mpl.mpl_qlimit, KindOf(task, flags), service, context, out name);
    }

    private static PortFlags KindOf(KTask task, uint flags)
    {
        var kind = PortFlags.None;
        if ((flags & MPO_REPLY_PORT) != 0)
            kind |= task.Hardened ? PortFlags.HardReply | PortFlags.ImmovableReceive : PortFlags.ProvisionalReply;
        if ((flags & MPO_PROVISIONAL_REPLY_PORT) != 0)
            kind |= PortFlags.ProvisionalReply;
        if ((flags & MPO_ENFORCE_REPLY_PORT_SEMANTICS) != 0)
            kind |= PortFlags.NeedsReplyPort;
        if ((flags & MPO_EXCEPTION_PORT) != 0)
            kind |= PortFlags.Exception | PortFlags.ImmovableReceive;
        if ((flags & MPO_TEMPOWNER) != 0)
            kind |= PortFlags.TempOwner;
        if ((flags & MPO_IMPORTANCE_RECEIVER) != 0)
            kind |= PortFlags.ImportanceReceiver;
        if ((flags & MPO_DENAP_RECEIVER) != 0)
            kind |= PortFlags.DenapReceiver;
        return kind;
    }

    private static kern_return_t ReadService(IUserMemory memory, ulong address, out ServiceName? service)
    {
        service = null;
        if (address == 0)
            return KERN_INVALID_ARGUMENT;
        var info = default(mach_service_port_info_data_t);
        var bytes = MemoryMarshal.AsBytes(new Span<mach_service_port_info_data_t>(ref info));
        if (!memory.TryRead(address, bytes))
            return KERN_MEMORY_ERROR;
        if (!bytes[..LongestServiceName].Contains((byte)0))
            return KERN_INVALID_ARGUMENT;
        service = new ServiceName(info);
        return KERN_SUCCESS;
    }
}
