using System.Runtime.CompilerServices;

namespace Mach;

/// <summary>Receives from the thread that waits, for ports and for sets.</summary>
internal static class Receiving
{
    internal static kern_return_t TryReceive(MachRight source, MachTimeout timeout, out ReceivedMessage message)
    {
        message = default;
        MachTask task = source.Task;
        MachThread thread = task.CurrentThread;
        mach_port_name_t name = source.BorrowNameForWait(thread.Carrier);
        Parcel? parcel = null;
        try
        {
            parcel = task.Parcels.Rent(thread);
            TrapFrame frame = default;
            parcel.Receive(ref frame, name, timeout);
            thread.Trap(ref frame);
            kern_return_t code = frame.Code;
            kern_return_t outcome;
            while (parcel.MustReceiveAgain(code, out outcome))
            {
                parcel.Receive(ref frame, name, timeout);
                thread.Trap(ref frame);
                code = frame.Code;
            }

            if (outcome != KERN_SUCCESS)
                return outcome;
            message = new ReceivedMessage(parcel);
            parcel = null;
            return KERN_SUCCESS;
        }
        finally
        {
            parcel?.Recycle();
            source.ReturnNameOfWait();
        }
    }

    /// <summary>Sends a reply and receives the next message in one trap.</summary>
    internal static kern_return_t TryReplyAndReceive(
        MachRight source, ReceivedMessage request, MessageBuilder reply, MachTimeout timeout, out ReceivedMessage message)
    {
        message = default;
        MachThread thread = source.Task.CurrentThread;
        mach_port_name_t name = source.BorrowNameForWait(thread.Carrier);
        Parcel? parcel = null;
        bool keeps = true;
        try
        {
            if (!request.TryTakeForReply(reply.Task, out mach_port_name_t destination, out mach_msg_type_name_t disposition))
            {
                // Nobody awaits this reply.
                reply.Clear();
                request.Dispose();
                return TryReceive(source, timeout, out message);
            }

            request.Dispose();
            parcel = reply.BeginFlight();
            TrapFrame frame = default;
            parcel.Reply(ref frame, destination, disposition, reply.Id, timeout, name);
            thread.Trap(ref frame);
            kern_return_t code = frame.Code;
            if (code != KERN_SUCCESS && !Parcel.IsOfReceive(code))
            {
                // The requester is gone, or its queue is full: the reply is destroyed, as C's server loop does, and life goes on.
                MessageFate fate = parcel.EndSend(code, out mach_port_name_t returned);
                if (fate == MessageFate.Returned)
                    SendRight.DropReturned(source.Task, returned == MACH_PORT_NULL ? destination : returned);
                parcel.Empty();
                parcel.Receive(ref frame, name, timeout);
                thread.Trap(ref frame);
                code = frame.Code;
            }
            else
            {
                parcel.HasLeft();
            }

            kern_return_t outcome;
            while (parcel.MustReceiveAgain(code, out outcome))
            {
                parcel.Receive(ref frame, name, timeout);
                thread.Trap(ref frame);
                code = frame.Code;
            }

            if (outcome != KERN_SUCCESS)
                return outcome;
            keeps = false;
            message = new ReceivedMessage(parcel);
            return KERN_SUCCESS;
        }
        finally
        {
            if (parcel is not null)
                reply.EndFlight(keeps);
            source.ReturnNameOfWait();
        }
    }

    /// <summary>Receives until the source is disposed. Each message is disposed when the next one is asked for.</summary>
    internal static async IAsyncEnumerable<ReceivedMessage> ReadAllAsync(
        MachRight source, Func<bool> resumeOnSender, [EnumeratorCancellation] CancellationToken cancellation)
    {
        while (source.IsHeld)
        {
            ReceivedMessage message;
            try
            {
                message = await ReceiveWait.Start(source, MachTimeout.Infinite, resumeOnSender(), cancellation).ConfigureAwait(false);
            }
            catch (MachException end) when (!source.IsHeld && end.Code is MACH_RCV_PORT_CHANGED or MACH_RCV_PORT_DIED or MACH_RCV_INVALID_NAME)
            {
                yield break;
            }
            catch (MachRightException end) when (end.Fault == RightFault.Gone)
            {
                yield break;
            }

            using (message)
                yield return message;
        }
    }
}
