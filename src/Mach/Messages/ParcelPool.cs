namespace Mach;

/// <summary>Idle parcels of a task: one or two at each of its threads, the rest together.</summary>
internal sealed class ParcelPool(MachTask task)
{
    private const int MostIdle = 64;

    private readonly MachTask _task = task;
    private readonly Lock _gate = new();
    private Parcel? _idle;     // _gate
    private int _count;        // _gate

    /// <summary>Gives an idle parcel.</summary>
    internal Parcel Rent(MachThread thread)
    {
        Parcel? parcel = thread.SpareParcel;
        if (parcel is not null)
        {
            thread.SpareParcel = parcel.Next;
            parcel.Next = null;
            return parcel;
        }

        lock (_gate)
        {
            parcel = _idle;
            if (parcel is not null)
            {
                _idle = parcel.Next;
                _count--;
                parcel.Next = null;
                return parcel;
            }
        }

        return new Parcel(_task);
    }

    /// <summary>Takes an idle parcel back.</summary>
    internal void Return(Parcel parcel)
    {
        if (Carrier.Current.Find(_task) is { } thread && thread.SpareParcel?.Next is null)
        {
            parcel.Next = thread.SpareParcel;
            thread.SpareParcel = parcel;
            return;
        }

        lock (_gate)
        {
            if (_count >= MostIdle)
                return;
            parcel.Next = _idle;
            _idle = parcel;
            _count++;
        }
    }
}
