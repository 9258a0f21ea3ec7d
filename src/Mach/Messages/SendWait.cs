namespace Mach;

/// <summary>An awaited send.</summary>
internal sealed class SendWait(MachTask task) : TrapWait<SendOutcome>(task)
{
    private MachRight? _destination;
    private MessageBuilder? _message;
    private Parcel? _parcel;
    private kern_return_t _code;

    /// <summary>Starts a send.</summary>
    internal static ValueTask<SendOutcome> Start(SendRight destination, MessageBuilder message, MachTimeout timeout, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
            return ValueTask.FromCanceled<SendOutcome>(cancellation);
        MachTask task = destination.Task;
        mach_port_name_t name = destination.BorrowName();
        SendWait? wait = null;
        try
        {
            Parcel parcel = message.BeginFlight();
            wait = task.Sends.Rent();
            wait._parcel = parcel;
        }
        finally
        {
            if (wait is null)
                destination.ReturnName();
        }

        wait._destination = destination;
        wait._message = message;
        TrapFrame frame = default;
        wait._parcel.Send(ref frame, name, MACH_MSG_TYPE_COPY_SEND, message.Id, timeout, MACH_PORT_NULL);
        return wait.Start(ref frame, resumeHere: false, cancellation);
    }

    private protected override bool NeedsAnother(kern_return_t code, ref TrapFrame next)
    {
        _code = code;
        return false;
    }

    private protected override SendOutcome Finish()
    {
        MessageFate fate = _parcel!.EndSend(_code, out mach_port_name_t returned);
        SendRight.DropReturned(Task, returned);
        _message!.EndFlight();
        _destination!.ReturnName();
        _message = null;
        _destination = null;
        _parcel = null;
        ThrowIfCancelled(_code);
        return new SendOutcome(_code, fate);
    }

    private protected override void Reset() => Task.Sends.Return(this);
}
