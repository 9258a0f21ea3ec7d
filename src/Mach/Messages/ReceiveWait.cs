namespace Mach;

/// <summary>An awaited receive.</summary>
internal sealed class ReceiveWait(MachTask task) : TrapWait<ReceivedMessage>(task)
{
    private MachRight? _source;
    private Parcel? _parcel;
    private mach_port_name_t _name;
    private MachTimeout _timeout;
    private kern_return_t _outcome;

    /// <summary>Starts a receive.</summary>
    internal static ValueTask<ReceivedMessage> Start(MachRight source, MachTimeout timeout, bool resumeHere, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
            return ValueTask.FromCanceled<ReceivedMessage>(cancellation);
        MachTask task = source.Task;
        mach_port_name_t name = source.BorrowNameForWait(Carrier.Current);
        ReceiveWait? wait = null;
        try
        {
            Parcel parcel = task.Parcels.Rent(task.CurrentThread);
            wait = task.Receives.Rent();
            wait._parcel = parcel;
        }
        finally
        {
            if (wait is null)
                source.ReturnNameOfWait();
        }

        wait._source = source;
        wait._name = name;
        wait._timeout = timeout;
        TrapFrame frame = default;
        wait._parcel.Receive(ref frame, name, timeout);
        return wait.Start(ref frame, resumeHere, cancellation);
    }

    private protected override bool NeedsAnother(kern_return_t code, ref TrapFrame next)
    {
        if (IsStrayInterrupt(code) || _parcel!.MustReceiveAgain(code, out _outcome))
        {
            _parcel!.Receive(ref next, _name, _timeout);
            return true;
        }

        return false;
    }

    private protected override ReceivedMessage Finish()
    {
        Parcel parcel = _parcel!;
        MachRight source = _source!;
        _parcel = null;
        _source = null;
        if (_outcome == KERN_SUCCESS)
        {
            source.ReturnNameOfWait();
            return new ReceivedMessage(parcel);
        }

        parcel.Recycle();
        source.ReturnNameOfWait();
        ThrowIfCancelled(_outcome);
        throw new MachException(_outcome, "mach_msg", new RawMachPort(_name));
    }

    private protected override void Reset() => Task.Receives.Return(this);
}
