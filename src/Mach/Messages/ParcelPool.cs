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
        Parcel? parcel = thread.FirstSpare;
        if (parcel is not null)
        {
            thread.FirstSpare = null;
            return parcel;
        }

        parcel = thread.SecondSpare;
        if (parcel is not null)
        {
            thread.SecondSpare = null;
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
        if (Carrier.Current.Find(_task) is { } thread)
        {
            if (thread.FirstSpare is null)
            {
                thread.FirstSpare = parcel;
                return;
            }

            if (thread.SecondSpare is null)
            {
                thread.SecondSpare = parcel;
                return;
            }
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
