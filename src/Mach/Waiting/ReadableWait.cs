namespace Mach;

/// <summary>An awaited look: it ends when a message waits, which stays where it is.</summary>
internal sealed class ReadableWait(MachTask task) : TrapWait<RawMachPort>(task)
{
    private MachRight? _source;
    private Parcel? _parcel;
    private mach_port_name_t _name;
    private MachTimeout _timeout;
    private kern_return_t _code;

    /// <summary>Starts a look.</summary>
    internal static ValueTask<RawMachPort> Start(MachRight source, MachTimeout timeout, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
            return ValueTask.FromCanceled<RawMachPort>(cancellation);
        MachTask task = source.Task;
        mach_port_name_t name = source.BorrowNameForWait(Carrier.Current);
        ReadableWait? wait = null;
        try
        {
            Parcel parcel = task.Parcels.Rent(task.CurrentThread);
            wait = task.Looks.Rent();
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
        wait._parcel.Look(ref frame, name, timeout);
        return wait.Start(ref frame, resumeHere: false, cancellation);
    }

    /// <summary>As the wait, on the thread that waits.</summary>
    /// <returns>The port with a message; the null port when none came in time.</returns>
    internal static RawMachPort Look(MachRight source, MachTimeout timeout)
    {
        MachThread thread = source.Task.CurrentThread;
        mach_port_name_t name = source.BorrowNameForWait(thread.Carrier);
        Parcel? parcel = null;
        try
        {
            parcel = source.Task.Parcels.Rent(thread);
            TrapFrame frame = default;
            parcel.Look(ref frame, name, timeout);
            thread.Trap(ref frame);
            return Judge(frame.Code, parcel, name);
        }
        finally
        {
            parcel?.Recycle();
            source.ReturnNameOfWait();
        }
    }

    private protected override bool NeedsAnother(kern_return_t code, ref TrapFrame next)
    {
        _code = code;
        if (!IsStrayInterrupt(code))
            return false;
        _parcel!.Look(ref next, _name, _timeout);
        return true;
    }

    private protected override RawMachPort Finish()
    {
        Parcel parcel = _parcel!;
        MachRight source = _source!;
        _parcel = null;
        _source = null;
        try
        {
            ThrowIfCancelled(_code);
            return Judge(_code, parcel, _name);
        }
        finally
        {
            parcel.Recycle();
            source.ReturnNameOfWait();
        }
    }

    private protected override void Reset() => Task.Looks.Return(this);

    /// <summary>The message that was found had no room: its port's name was told instead.</summary>
    private static RawMachPort Judge(kern_return_t code, Parcel parcel, mach_port_name_t name) => code.Base switch
    {
        MACH_RCV_TOO_LARGE => new RawMachPort(parcel.SeenPort),
        MACH_RCV_TIMED_OUT => default,
        _ => throw new MachException(code, "mach_msg", new RawMachPort(name)),
    };
}
