namespace Mach;

/// <summary>An awaited call: a request, and its reply at a port that only this wait uses.</summary>
internal sealed class CallWait(MachTask task) : TrapWait<ReceivedMessage>(task)
{
    private SendRight? _destination;
    private MessageBuilder? _request;
    private Parcel? _parcel;
    private mach_port_name_t _replyPort;      // kept for the next call, unless a reply may still come to it
    private mach_port_name_t _name;
    private mach_msg_id_t _expected;
    private MachTimeout _timeout;
    private kern_return_t _outcome;
    private bool _left;                       // the request has left

    /// <summary>Starts a call.</summary>
    internal static ValueTask<ReceivedMessage> Start(
        SendRight destination, MessageBuilder request, MachTimeout timeout, bool resumeHere, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
            return ValueTask.FromCanceled<ReceivedMessage>(cancellation);
        MachTask task = destination.Task;
        mach_port_name_t name = destination.BorrowName();
        CallWait wait = task.Calls.Rent();
        try
        {
            if (wait._replyPort == MACH_PORT_NULL)
                wait._replyPort = ReplyPorts.Make(task.CurrentThread);
            if (wait._replyPort == MACH_PORT_NULL)
                MachException.Throw(KERN_RESOURCE_SHORTAGE, "mach_reply_port", MACH_PORT_NULL);
            wait._parcel = request.BeginFlight(wait._replyPort);
        }
        finally
        {
            if (wait._parcel is null)
            {
                task.Calls.Return(wait);
                destination.ReturnName();
            }
        }

        wait._destination = destination;
        wait._request = request;
        wait._name = name;
        wait._expected = request.ExpectedReply;
        wait._timeout = timeout;
        wait._left = false;
        TrapFrame frame = default;
        wait._parcel.Send(ref frame, name, MACH_MSG_TYPE_COPY_SEND, request.Id, timeout, wait._replyPort);
        return wait.Start(ref frame, resumeHere, cancellation);
    }

    private protected override bool NeedsAnother(kern_return_t code, ref TrapFrame next)
    {
        if (!_left)
        {
            if (code != KERN_SUCCESS && !Parcel.IsOfReceive(code))
            {
                _outcome = code;
                return false;
            }

            _left = true;
            _parcel!.HasLeft();
        }

        if (!IsStrayInterrupt(code) && !_parcel!.MustReceiveAgain(code, out _outcome))
            return false;
        _parcel!.Receive(ref next, _replyPort, _timeout);
        return true;
    }

    private protected override ReceivedMessage Finish()
    {
        Parcel parcel = _parcel!;
        MessageBuilder request = _request!;
        SendRight destination = _destination!;
        _parcel = null;
        _request = null;
        _destination = null;
        if (!_left)
            EndSend(parcel);
        else if (_outcome != KERN_SUCCESS)
            DropReplyPort();
        else
            _outcome = parcel.CheckReply(_expected);
        request.EndFlight(keepsParcel: !_left || _outcome != KERN_SUCCESS);
        destination.ReturnName();
        if (_outcome == KERN_SUCCESS)
            return new ReceivedMessage(parcel);
        ThrowIfCancelled(_outcome);
        throw new MachException(_outcome, "mach_msg", new RawMachPort(_name));
    }

    private protected override void Reset() => Task.Calls.Return(this);

    private void EndSend(Parcel parcel)
    {
        if (parcel.EndSend(_outcome, out mach_port_name_t returned) != MessageFate.Returned)
            return;
        SendRight.DropReturned(Task, returned);
        // The send-once right that came back ends with its port, without a notification that the next call would find there.
        if (parcel.CameBack)
            DropReplyPort();
        parcel.SetReply(MACH_PORT_NULL, 0, owned: false);
    }

    private void DropReplyPort()
    {
        if (Task.IsAlive)
            ReplyPorts.Destroy(Task.CurrentThread, _replyPort);
        _replyPort = MACH_PORT_NULL;
    }
}
