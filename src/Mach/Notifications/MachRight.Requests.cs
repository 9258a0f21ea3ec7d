namespace Mach;

public abstract partial class MachRight
{
    /// <summary>Asks for a notification about this right's name.</summary>
    /// <param name="id"><c>MACH_NOTIFY_*</c>.</param>
    /// <param name="sync">What the kind of notification makes of it.</param>
    /// <param name="notify">Where it goes; null cancels.</param>
    /// <returns>Where the former request would have gone, if there was one: the caller's.</returns>
    private protected SendOnceRight? Request(mach_msg_id_t id, mach_port_mscount_t sync, ReceiveRight? notify)
    {
        notify?.RequireTask(Task);
        mach_port_name_t name = BorrowName();
        try
        {
            mach_port_name_t target = notify?.BorrowName() ?? MACH_PORT_NULL;
            try
            {
                return Request(name, id, sync, target, MACH_MSG_TYPE_MAKE_SEND_ONCE);
            }
            finally
            {
                notify?.ReturnName();
            }
        }
        finally
        {
            ReturnName();
        }
    }

    /// <inheritdoc cref="Request(mach_msg_id_t, mach_port_mscount_t, ReceiveRight?)"/>
    private protected SendOnceRight? Request(mach_msg_id_t id, mach_port_mscount_t sync, SendOnceRight notify)
    {
        ArgumentNullException.ThrowIfNull(notify);
        notify.RequireTask(Task);
        mach_port_name_t name = BorrowName();
        try
        {
            // The kernel takes the right whatever it answers.
            mach_port_name_t target = notify.BeginMove();
            notify.EndMove(moved: true);
            return Request(name, id, sync, target, MACH_MSG_TYPE_MOVE_SEND_ONCE);
        }
        finally
        {
            ReturnName();
        }
    }

    private SendOnceRight? Request(
        mach_port_name_t name, mach_msg_id_t id, mach_port_mscount_t sync, mach_port_name_t target, mach_msg_type_name_t disposition)
    {
        kern_return_t code = new PortCalls(Task.CurrentThread)
            .RequestNotification(name, id, sync, target, disposition, out mach_port_name_t previous);
        MachException.ThrowIfFailed(code, "mach_port_request_notification", name);
        return MACH_PORT_VALID(previous) ? new SendOnceRight(Task, previous) : null;
    }
}
