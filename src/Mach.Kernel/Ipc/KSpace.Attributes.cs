namespace Mach.Kernel;

/// <summary>What can be asked of and set on a receive right (spec section 32).</summary>
internal sealed partial class KSpace
{
    private const int StatusWords = 10;
    private const int ExtendedWords = 17;

    /// <summary>mach_port_get_attributes: fills the words and says how many they are (R-ATTR-1 to 7).</summary>
    internal kern_return_t GetAttributes(uint name, int flavor, Span<int> words, ref uint count)
    {
        uint needed = flavor switch
        {
            MACH_PORT_LIMITS_INFO or MACH_PORT_DNREQUESTS_SIZE => 1,
            MACH_PORT_RECEIVE_STATUS => StatusWords,
            MACH_PORT_INFO_EXT => ExtendedWords,
            MACH_PORT_SERVICE_THROTTLED => 0,
            _ => uint.MaxValue,
        };
        if (needed == uint.MaxValue)
            return KERN_INVALID_ARGUMENT;
        if (count < needed)
            return KERN_FAILURE;
        if (!IsValidName(name))
            return GetAttributesOfNothing(flavor, words, ref count);
        var code = LockReceive(name, out var port);
        if (code != KERN_SUCCESS)
            return code;
        switch (flavor)
        {
            case MACH_PORT_LIMITS_INFO:
                words[0] = (int)port!.QueueLimit;
                break;
            case MACH_PORT_DNREQUESTS_SIZE:
                words[0] = port!.CountRequests().Slots;
                break;
            case MACH_PORT_SERVICE_THROTTLED when port!.Service is null:
                code = KERN_INVALID_CAPABILITY;
                break;
            case MACH_PORT_SERVICE_THROTTLED when words.Length > 0:
                words[0] = port.Service.Throttled ? 1 : 0;
                needed = 1;
                break;
            case MACH_PORT_INFO_EXT:
                words[..ExtendedWords].Clear();
                WriteStatus(port!, words);
                break;
            case MACH_PORT_RECEIVE_STATUS:
                WriteStatus(port!, words);
                break;
        }
        port!.Gate.Exit();
        if (code == KERN_SUCCESS)
            count = needed;
        return code;
    }

    private static kern_return_t GetAttributesOfNothing(int flavor, Span<int> words, ref uint count)
    {
        switch (flavor)
        {
            case MACH_PORT_LIMITS_INFO:
                count = 0;
                return KERN_SUCCESS;
            case MACH_PORT_DNREQUESTS_SIZE:
                words[0] = 0;
                count = 1;
                return KERN_SUCCESS;
            default:
                return KERN_INVALID_RIGHT;
        }
    }

    /// <summary>mach_port_status: the order is the header's (R-ATTR-4, R-ATTR-5). Gate of the port held.</summary>
    private static void WriteStatus(KPort port, Span<int> words)
    {
        words[0] = port.InAnySet ? 1 : 0;
        words[1] = (int)port.Sequence;
        words[2] = (int)port.MakeSendCount;
        words[3] = (int)port.QueueLimit;
        words[4] = port.MessageCount;
        words[5] = port.SendOnceRights;
        words[6] = port.SendRights > 0 ? 1 : 0;
        words[7] = port.PortDestroyed is null ? 0 : 1;
        words[8] = port.NoSenders is null ? 0 : 1;
        words[9] = StatusFlags(port);
    }

    private static int StatusFlags(KPort port)
    {
        var flags = 0;
        if (port.Is(PortFlags.TempOwner))
            flags |= MACH_PORT_STATUS_FLAG_TEMPOWNER;
        if (port.Is(PortFlags.ImportanceReceiver | PortFlags.DenapReceiver))
            flags |= MACH_PORT_STATUS_FLAG_IMP_DONATION;
        if (!port.Is(PortFlags.Guarded))
            return flags;
        flags |= MACH_PORT_STATUS_FLAG_GUARDED;
        if (port.Is(PortFlags.StrictGuard))
            flags |= MACH_PORT_STATUS_FLAG_STRICT_GUARD;
        if (port.Is(PortFlags.ImmovableReceive))
            flags |= MACH_PORT_STATUS_FLAG_GUARD_IMMOVABLE_RECEIVE;
        return flags;
    }

    /// <summary>mach_port_set_attributes (R-ATTR-8).</summary>
    internal kern_return_t SetAttributes(uint name, int flavor, ReadOnlySpan<int> words, ref Aftermath after)
    {
        switch (flavor)
        {
            case MACH_PORT_LIMITS_INFO:
                if (words.Length < 1)
                    return KERN_FAILURE;
                return (uint)words[0] > MACH_PORT_QLIMIT_MAX ? KERN_INVALID_VALUE : SetLimit(name, (uint)words[0], ref after);
            case MACH_PORT_DNREQUESTS_SIZE:
                return words.Length < 1 ? KERN_FAILURE : SetFlags(name, PortFlags.None, anyKind: true);
            case MACH_PORT_TEMPOWNER:
                return SetFlags(name, PortFlags.TempOwner);
            case MACH_PORT_IMPORTANCE_RECEIVER:
                return SetFlags(name, PortFlags.ImportanceReceiver);
            case MACH_PORT_DENAP_RECEIVER:
                return SetFlags(name, PortFlags.DenapReceiver);
            case MACH_PORT_SERVICE_THROTTLED:
                return SetThrottled(name, words);
            default:
                return KERN_INVALID_ARGUMENT;
        }
    }

    private kern_return_t SetLimit(uint name, uint limit, ref Aftermath after)
    {
        if (!IsValidName(name))
            return KERN_INVALID_RIGHT;
        var code = LockReceive(name, out var port);
        if (code != KERN_SUCCESS)
            return code;
        var old = port!.QueueLimit;
        port.QueueLimit = limit;
        if (limit > old)
            port.AdmitSenders(limit - old, ref after);
        port.Gate.Exit();
        return KERN_SUCCESS;
    }

    private kern_return_t SetFlags(uint name, PortFlags flags, bool anyKind = false)
    {
        if (!IsValidName(name))
            return KERN_INVALID_RIGHT;
        var code = LockReceive(name, out var port);
        if (code != KERN_SUCCESS)
            return code;
        if (!anyKind && (port!.KernelObject is not null || port.SpecialReplyOf is not null))
            code = KERN_INVALID_ARGUMENT;
        else
            port!.Flags |= flags;
        port.Gate.Exit();
        return code;
    }

    private kern_return_t SetThrottled(uint name, ReadOnlySpan<int> words)
    {
        if (words.Length < 1)
            return KERN_FAILURE;
        if (!IsValidName(name))
            return KERN_INVALID_RIGHT;
        var code = LockReceive(name, out var port);
        if (code != KERN_SUCCESS)
            return code;
        if (port!.Service is { } service)
            service.Throttled = words[0] != 0;
        else
            code = KERN_INVALID_CAPABILITY;
        port.Gate.Exit();
        return code;
    }

    /// <summary>mach_port_set_mscount and mach_port_set_seqno take what they are given (R-ATTR-9).</summary>
    internal kern_return_t SetMakeSendCount(uint name, uint count)
    {
        var code = IsValidName(name) ? LockReceive(name, out var port) : Refuse(out port);
        if (code != KERN_SUCCESS)
            return code;
        port!.MakeSendCount = count;
        port.Gate.Exit();
        return KERN_SUCCESS;
    }

    /// <inheritdoc cref="SetMakeSendCount"/>
    internal kern_return_t SetSequence(uint name, uint sequence)
    {
        var code = IsValidName(name) ? LockReceive(name, out var port) : Refuse(out port);
        if (code != KERN_SUCCESS)
            return code;
        port!.Sequence = sequence;
        port.Gate.Exit();
        return KERN_SUCCESS;
    }

    /// <summary>mach_port_get_srights: holders of send rights, in spaces and in flight (R-RIGHT-1).</summary>
    internal kern_return_t GetSendRights(uint name, out uint count)
    {
        count = 0;
        if (!IsValidName(name))
            return KERN_INVALID_NAME;
        var code = LockReceive(name, out var port);
        if (code != KERN_SUCCESS)
            return code;
        count = (uint)port!.SendRights;
        port.Gate.Exit();
        return KERN_SUCCESS;
    }

    /// <summary>mach_port_dnrequest_info (R-ATTR-10).</summary>
    internal kern_return_t GetRequests(uint name, out uint total, out uint used)
    {
        total = used = 0;
        var code = IsValidName(name) ? LockReceive(name, out var port) : Refuse(out port);
        if (code != KERN_SUCCESS)
            return code;
        var (slots, waiting) = port!.CountRequests();
        (total, used) = ((uint)slots, (uint)waiting);
        port.Gate.Exit();
        return KERN_SUCCESS;
    }

    private static kern_return_t Refuse(out KPort? port)
    {
        port = null;
        return KERN_INVALID_RIGHT;
    }
}
