using System.Runtime.CompilerServices;

namespace Mach.Kernel;

internal sealed partial class KThread
{
    private enum Phase : byte
    {
        Sending,
        Receiving,
        Other,
    }

    private Phase _phase;
    private Continuation? _continuation;      // with Phase.Other

    /// <summary>The trap is about to sleep, and this ends it. Before its thread can be found by anyone who might wake it.</summary>
    internal void ContinueWith(Continuation continuation, in TrapFrame frame)
    {
        _phase = Phase.Other;
        _continuation = continuation;
        Trap = frame.Number;
    }

    /// <summary>Runs a call's halves one after the other; its arguments are in Send and Receive.</summary>
    /// <returns>Blocked when the thread sleeps; <see cref="GoOn"/> will then go on where it stopped.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal TrapStatus RunSend(in OutgoingHeader header, long descriptors, ref TrapFrame frame)
    {
        var after = new Aftermath(Kernel);
        _phase = Phase.Sending;
        Trap = frame.Number;
        var status = Sending.Start(this, in header, descriptors, out var code, ref after);
        if (status == TrapStatus.Done && code == MACH_MSG_SUCCESS)
            Counts.Sent++;
        if (status == TrapStatus.Done && code == MACH_MSG_SUCCESS && Receive.Wanted)
        {
            RunKeepingReceive(ref after);
            return RunReceive(ref frame);
        }
        frame.Return(code);
        after.Run();
        return status;
    }

    /// <summary>
    /// What the send owes comes before the receive half: a receiver that answers on this very stack has then answered
    /// before we look. It may make traps as this thread, so the receive half is kept meanwhile.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void RunKeepingReceive(ref Aftermath after)
    {
        if (after.IsEmpty)
            return;
        var receive = Receive;
        after.Run();
        Receive = receive;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal TrapStatus RunReceive(ref TrapFrame frame)
    {
        var after = new Aftermath(Kernel);
        _phase = Phase.Receiving;
        Trap = frame.Number;
        var status = Receiving.Start(this, out var code, ref after);
        if (status == TrapStatus.Done && code == MACH_MSG_SUCCESS)
            Counts.Received++;
        frame.Return(code);
        after.Run();
        return status;
    }

    /// <summary>The wait is over. No lock held.</summary>
    internal void GoOn(ref Aftermath after)
    {
        if (_returns)
        {
            ReturnParked(ref after);
            return;
        }
        var frame = new TrapFrame(Trap);
        if (_phase == Phase.Other)
        {
            if (_continuation!.GoOn(this, ref frame, ref after) == TrapStatus.Done)
                Return(ref frame, ref after);
            return;
        }
        var code = WaitCode;
        if (_phase == Phase.Sending)
        {
            if (code != MACH_MSG_SUCCESS)
            {
                var message = Outgoing!;
                Outgoing = null;
                code = Sending.Failed(this, message, code, ref after);
            }
            if (code == MACH_MSG_SUCCESS)
                Counts.Sent++;
            if (code == MACH_MSG_SUCCESS && Receive.Wanted)
            {
                _phase = Phase.Receiving;
                if (Receiving.Start(this, out code, ref after) == TrapStatus.Blocked)
                    return;
            }
        }
        else if (Arrived is { } message)
        {
            Arrived = null;
            code = Receiving.Finish(this, message, ref after);
        }
        else if (code == MACH_RCV_TOO_LARGE)
        {
            code = Receiving.TooLarge(this);
        }
        if (_phase == Phase.Receiving && code == MACH_MSG_SUCCESS)
            Counts.Received++;
        frame.Return(code);
        Return(ref frame, ref after);
    }

    /// <summary>Notes what a message that stays queued needs. Gate of its port held.</summary>
    internal void NoteTooLarge(KMessage message, KPort port)
    {
        Receive.NeededSize = (uint)message.Size;
        Receive.NeededName = ReferenceEquals(port.Receiver, Space) ? port.ReceiverName : MACH_PORT_NULL;
        Receive.NeededAux = (uint)message.AuxSize;
    }
}
