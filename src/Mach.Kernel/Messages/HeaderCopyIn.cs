namespace Mach.Kernel;

/// <summary>Takes the rights that a message's header names (spec section 21). It is atomic: a refusal moves nothing.</summary>
internal static class HeaderCopyIn
{
    /// <summary>The checks that need no look-up, in their order (R-HDR-2 to R-HDR-7).</summary>
    internal static kern_return_t CheckFields(in OutgoingHeader header, bool strictReply)
    {
        var (remote, local, voucher) = Dispositions(header.Bits);
        if (local == 0 ? header.Local != MACH_PORT_NULL : !IsSendDisposition(local))
            return MACH_SEND_INVALID_HEADER;
        if (voucher is not (0 or MACH_MSG_TYPE_MOVE_SEND or MACH_MSG_TYPE_COPY_SEND))
            return MACH_SEND_INVALID_VOUCHER;
        if (voucher != 0 && header.Voucher == MACH_PORT_DEAD)
            return MACH_SEND_INVALID_VOUCHER;
        if (!IsSendDisposition(remote))
            return MACH_SEND_INVALID_HEADER;
        if (!KSpace.IsValidName(header.Remote))
            return MACH_SEND_INVALID_DEST;
        var hasVoucher = voucher != 0 && header.Voucher != MACH_PORT_NULL;
        if (hasVoucher && header.Voucher == header.Remote && remote is not (MACH_MSG_TYPE_MOVE_SEND or MACH_MSG_TYPE_COPY_SEND))
            return MACH_SEND_INVALID_DEST;
        if (local != 0 && header.Local == header.Remote && (remote == MACH_MSG_TYPE_MOVE_SEND_ONCE || local == MACH_MSG_TYPE_MOVE_SEND_ONCE))
            return MACH_SEND_INVALID_DEST;
        if (strictReply && (!KSpace.IsValidName(header.Local) || local is not (MACH_MSG_TYPE_MAKE_SEND_ONCE or MACH_MSG_TYPE_MOVE_SEND_ONCE)))
            return MACH_SEND_INVALID_REPLY;
        if (hasVoucher && KSpace.IsValidName(header.Local) && header.Local == header.Voucher)
            return MACH_SEND_INVALID_REPLY;
        return MACH_MSG_SUCCESS;
    }

    internal static (uint Remote, uint Local, uint Voucher) Dispositions(uint bits) =>
        (bits & MACH_MSGH_BITS_REMOTE_MASK, (bits & MACH_MSGH_BITS_LOCAL_MASK) >> 8, (bits & MACH_MSGH_BITS_VOUCHER_MASK) >> 16);

    /// <summary>Looks the names up and takes the rights into the message (R-HDR-8 to R-HDR-16).</summary>
    internal static kern_return_t Take(KSpace space, in OutgoingHeader header, KMessage message, ref Aftermath after)
    {
        space.Gate.Enter();
        var code = space.Active ? TakeLocked(space, header, message, ref after) : MACH_SEND_INVALID_DEST;
        space.Gate.Exit();
        return code;
    }

    private static kern_return_t TakeLocked(KSpace space, in OutgoingHeader header, KMessage message, ref Aftermath after)
    {
        var (remote, local, voucher) = Dispositions(header.Bits);
        var hasVoucher = voucher != 0 && header.Voucher != MACH_PORT_NULL;
        var hasReply = KSpace.IsValidName(header.Local);

        if (hasVoucher && !IsVoucher(ref space.Find(header.Voucher)))
            return MACH_SEND_INVALID_VOUCHER;
        ref var destination = ref space.Find(header.Remote);
        if (KSpace.Missing(ref destination) || !destination.Has(MACH_PORT_TYPE_PORT_RIGHTS))
            return MACH_SEND_INVALID_DEST;
        if (hasReply)
        {
            ref var reply = ref space.Find(header.Local);
            if (KSpace.Missing(ref reply) || !reply.Has(MACH_PORT_TYPE_PORT_RIGHTS) || !ReplyFits(space, ref reply, local))
                return MACH_SEND_INVALID_REPLY;
        }
        if (!Fits(ref destination, remote))
            return MACH_SEND_INVALID_DEST;
        if (!EnoughReferences(ref destination, header, remote, local, voucher, hasVoucher))
            return MACH_SEND_INVALID_DEST;
        if (destination.Port.Is(PortFlags.NeedsReplyPort) && hasReply && !IsReplyPort(ref space.Find(header.Local)))
            return MACH_SEND_INVALID_REPLY;

        // A right that goes with its last reference must not go before it was copied.
        var replyFirst = hasReply && header.Local == header.Remote && remote == MACH_MSG_TYPE_MOVE_SEND && local != MACH_MSG_TYPE_MOVE_SEND;
        var voucherFirst = hasVoucher && header.Voucher == header.Remote && voucher == MACH_MSG_TYPE_COPY_SEND;
        if (replyFirst)
            TakeReply(space, header.Local, local, message, ref after);
        if (voucherFirst)
            TakeVoucher(space, header.Voucher, voucher, message, ref after);
        if (!TakeDestination(space, header.Remote, remote, message, ref after))
        {
            message.ReleaseHeaderLater(ref after);
            return MACH_SEND_INVALID_DEST;
        }
        if (hasReply && !replyFirst)
            TakeReply(space, header.Local, local, message, ref after);
        if (!hasReply)
            SetNoReply(header.Local, local, message);
        if (hasVoucher && !voucherFirst)
            TakeVoucher(space, header.Voucher, voucher, message, ref after);
        message.VoucherType = (byte)voucher;
        message.VoucherName = header.Voucher;
        message.OpaqueVoucher = voucher == 0 ? header.Voucher : 0;
        return MACH_MSG_SUCCESS;
    }

    private static bool IsSendDisposition(uint disposition) =>
        disposition is >= MACH_MSG_TYPE_MOVE_SEND and <= MACH_MSG_TYPE_MAKE_SEND_ONCE;

    private static bool IsVoucher(ref Entry entry) =>
        !KSpace.Missing(ref entry) && entry.Has(MACH_PORT_TYPE_SEND) && entry.Port.KernelObject is KVoucher && KSpace.IsActive(entry.Port);

    private static bool Fits(ref Entry entry, uint disposition) => disposition switch
    {
        MACH_MSG_TYPE_MAKE_SEND or MACH_MSG_TYPE_MAKE_SEND_ONCE => entry.Has(MACH_PORT_TYPE_RECEIVE),
        MACH_MSG_TYPE_MOVE_SEND_ONCE => entry.Has(MACH_PORT_TYPE_SEND_ONCE),
        _ => entry.Has(MACH_PORT_TYPE_SEND),
    };

    private static bool ReplyFits(KSpace space, ref Entry entry, uint disposition)
    {
        var makes = disposition is MACH_MSG_TYPE_MAKE_SEND or MACH_MSG_TYPE_MAKE_SEND_ONCE;
        if (!makes && !KSpace.IsActive(entry.Port))
            return true;    // R-HDR-16: the receiver will see DEAD
        if (!Fits(ref entry, disposition))
            return false;
        var port = entry.Port;
        if (port.Is(PortFlags.HardReply))
            return disposition == MACH_MSG_TYPE_MAKE_SEND_ONCE;
        return makes || !space.IsImmovable(port);
    }

    private static bool IsReplyPort(ref Entry entry) => !KSpace.IsActive(entry.Port) || entry.Port.Is(PortFlags.AnyReply);

    /// <summary>One name in two places needs references for both moves (R-CIN-22, R-CIN-23).</summary>
    private static bool EnoughReferences(
        ref Entry destination, in OutgoingHeader header, uint remote, uint local, uint voucher, bool hasVoucher)
    {
        if (remote != MACH_MSG_TYPE_MOVE_SEND)
            return true;
        var moves = 1;
        if (header.Local == header.Remote && local == MACH_MSG_TYPE_MOVE_SEND)
            moves++;
        if (hasVoucher && header.Voucher == header.Remote && voucher == MACH_MSG_TYPE_MOVE_SEND)
            moves++;
        return destination.Urefs >= moves;
    }

    private static bool TakeDestination(KSpace space, uint name, uint disposition, KMessage message, ref Aftermath after)
    {
        ref var entry = ref space.Find(name);
        var code = space.CopyIn(
            name, disposition, CopyInFor.Destination, out message.Destination, out message.DestinationType, ref after);
        message.NotifyRequest = entry.Request;
        return code == KERN_SUCCESS;
    }

    private static void TakeReply(KSpace space, uint name, uint disposition, KMessage message, ref Aftermath after) =>
        space.CopyIn(name, disposition, CopyInFor.Reply, out message.Reply, out message.ReplyType, ref after);

    private static void SetNoReply(uint name, uint disposition, KMessage message)
    {
        message.Reply = name == MACH_PORT_NULL ? null : KPort.Dead;
        message.ReplyType = KSpace.CarriedType(disposition);
    }

    private static void TakeVoucher(KSpace space, uint name, uint disposition, KMessage message, ref Aftermath after) =>
        space.CopyIn(name, disposition, CopyInFor.KernelBody, out message.Voucher, out _, ref after);
}
