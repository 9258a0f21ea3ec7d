namespace Mach.Kernel;

/// <summary>The delivery of an exception: the thread asks one level after the other and waits for each answer (R-EXC-6).</summary>
internal sealed partial class KThread
{
    private ExceptionDelivery? _exception;      // Y1
    private RaisedException _guarded;           // touched only by whoever runs the thread's trap; told on the way back

    /// <summary>True while a handler has its exception.</summary>
    internal bool IsExcepting => _exception is not null;

    /// <summary>An exception of the thread's own program.</summary>
    /// <returns>Blocked when a handler has yet to answer; else the outcome is in the frame.</returns>
    internal TrapStatus Raise(in RaisedException exception, ref TrapFrame frame, ref Aftermath after)
    {
        var delivery = new ExceptionDelivery(exception, frame, answers: true);
        return Deliver(delivery, ref frame, ref after);
    }

    /// <summary>A routine that the thread called has broken a guard: the exception is told when the call returns, whose code stands (R-EXN-20).</summary>
    internal void NoteGuarded(in RaisedException exception)
    {
        _guarded = exception;
        Interlocked.Or(ref _pending, Guarded);
    }

    private TrapStatus RaiseGuarded(ref TrapFrame frame, ref Aftermath after)
    {
        if ((Interlocked.And(ref _pending, ~Guarded) & Guarded) == 0)
            return TrapStatus.Done;
        return Deliver(new ExceptionDelivery(_guarded, frame, answers: false), ref frame, ref after);
    }

    private TrapStatus Deliver(ExceptionDelivery delivery, ref TrapFrame frame, ref Aftermath after)
    {
        _exception = delivery;
        var status = Advance(delivery, ref after);
        if (status == TrapStatus.Blocked)
            return status;
        frame = delivery.Frame;
        return delivery.Answers && frame.Code != KERN_TERMINATED && IsDetained ? Detain(ref frame, ref after) : TrapStatus.Done;
    }

    /// <summary>The wait for an answer is over. No lock held.</summary>
    private TrapStatus GoOnExcepting(ref TrapFrame frame, ref Aftermath after)
    {
        var delivery = _exception!;
        var handled = false;
        if (Arrived is { } reply)
        {
            Arrived = null;
            handled = Judge(delivery, reply, ref after);
        }
        else
        {
            GiveUpReply(delivery, ref after);      // interrupted: this level has failed (R-THR-6)
        }
        var status = handled ? Conclude(delivery, Handled(delivery, ref after)) : Advance(delivery, ref after);
        if (status == TrapStatus.Blocked)
            return status;
        frame = delivery.Frame;
        if (!delivery.Answers || frame.Code != KERN_TERMINATED)
            return TrapStatus.Done;
        // Whoever raised it learns that the task has ended, though nothing goes on.
        User.Complete(ref frame);
        return TrapStatus.Blocked;
    }

    private sealed class AwaitedHandler : Continuation
    {
        internal static readonly AwaitedHandler Instance = new();

        internal override TrapStatus GoOn(KThread thread, ref TrapFrame frame, ref Aftermath after) =>
            thread.GoOnExcepting(ref frame, ref after);
    }

    /// <summary>Asks the remaining levels; Done when the delivery has ended.</summary>
    private TrapStatus Advance(ExceptionDelivery delivery, ref Aftermath after)
    {
        while (true)
        {
            if (!Task.IsAlive || IsEnded)
                return Conclude(delivery, KERN_TERMINATED);
            if (delivery.Level == ExceptionDelivery.Levels)
            {
                if (ActByDefault(delivery, ref after) is { } code)
                    return Conclude(delivery, code);
                continue;
            }
            if (!TrySend(delivery, ActionsOf(delivery.Level++), ref after))
                continue;
            var status = Await(delivery, out var reply, ref after);
            if (status == TrapStatus.Blocked)
                return status;
            if (reply is null)
                GiveUpReply(delivery, ref after);
            else if (Judge(delivery, reply, ref after))
                return Conclude(delivery, Handled(delivery, ref after));
        }
    }

    private ExceptionActions ActionsOf(int level) => level switch
    {
        0 => Exceptions,
        1 => Task.Exceptions,
        _ => Kernel.HostExceptions,
    };

    private bool TrySend(ExceptionDelivery delivery, ExceptionActions actions, ref Aftermath after)
    {
        if (!actions.TryTake(delivery.Exception.Type, out var action))
            return false;
        if (delivery.Exception.Type == EXC_CRASH && ReferenceEquals(action.Port!.Receiver, Space))
        {
            after.ReleaseNow(action.Port, (byte)MACH_MSG_TYPE_PORT_SEND);
            return false;
        }
        if (ExceptionMessage.Write(this, delivery, action, ref after) is not { } message)
            return false;
        var reply = Kernel.NewKernelPort(ExceptionReplyPort.Instance);
        reply.SendOnceRights = 1;
        delivery.ReplyPort = reply;
        message.Reply = reply;
        message.ReplyType = (byte)MACH_MSG_TYPE_PORT_SEND_ONCE;
        var port = action.Port!;
        port.Gate.Enter();
        var offer = port.IsKernelOwned ? Offer.Dead : port.Accept(message, force: true, ref after);
        port.Gate.Exit();
        if (offer == Offer.Taken)
            return true;
        message.ReleaseAll(ref after);
        GiveUpReply(delivery, ref after);
        return false;
    }

    private TrapStatus Await(ExceptionDelivery delivery, out KMessage? reply, ref Aftermath after)
    {
        var port = delivery.ReplyPort!;
        Receive = new ReceiveArguments { Size = int.MaxValue };
        ContinueWith(AwaitedHandler.Instance, delivery.Frame);
        port.Gate.Enter();
        reply = port.First is null ? null : port.TakeForReceiver(this, ref after);
        var sleeps = reply is null && BeginWait(port, timed: false);
        if (sleeps)
            port.AwaitMessage(this);
        port.Gate.Exit();
        return sleeps ? TrapStatus.Blocked : TrapStatus.Done;
    }

    private bool Judge(ExceptionDelivery delivery, KMessage reply, ref Aftermath after)
    {
        var handled = ExceptionMessage.IsHandled(this, delivery, reply);
        reply.ReleaseAll(ref after);
        GiveUpReply(delivery, ref after);
        return handled;
    }

    private static void GiveUpReply(ExceptionDelivery delivery, ref Aftermath after)
    {
        DemandPort.Kill(delivery.ReplyPort, ref after);
        delivery.ReplyPort = null;
    }

    /// <summary>Nobody has handled it. Null when the delivery begins anew, as the news of a crash.</summary>
    private kern_return_t? ActByDefault(ExceptionDelivery delivery, ref Aftermath after)
    {
        var isFatal = delivery is { Answers: false } && (Task.Policies.GuardBehaviour & TASK_EXC_GUARD_MP_FATAL) != 0;
        if (!delivery.IsCrash && !isFatal)
        {
            var signal = DefaultAction.SignalOf(delivery.Exception);
            if (signal == 0)
                return KERN_FAILURE;
            if (DefaultAction.IsCrash(signal))
            {
                delivery.BecomeCrash(signal);
                return null;
            }
        }
        Task.Terminate(ref after);
        return KERN_TERMINATED;
    }

    /// <summary>A handler has dealt with it; the news of a death it has only delayed (R-EXN-17).</summary>
    private kern_return_t Handled(ExceptionDelivery delivery, ref Aftermath after)
    {
        if (!delivery.IsCrash)
            return KERN_SUCCESS;
        Task.Terminate(ref after);
        return KERN_TERMINATED;
    }

    private TrapStatus Conclude(ExceptionDelivery delivery, kern_return_t code)
    {
        _exception = null;
        if (delivery.Answers)
            delivery.Frame.Return(code);
        return TrapStatus.Done;
    }
}
