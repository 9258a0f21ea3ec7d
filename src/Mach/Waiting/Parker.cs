using System.Diagnostics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Mach;

/// <summary>Where one thread waits for a permit that any thread may give.</summary>
/// <remarks>
/// K1 There is at most one permit: giving a second changes nothing.
/// K2 Only one thread parks at a time.
/// K3 Nobody is woken by the system unless somebody sleeps: giving a permit to a spinning or running thread is one exchange.
/// </remarks>
public sealed unsafe class Parker
{
    private const int Empty = 0;
    private const int Permit = 1;
    private const int Asleep = 2;

    // The word lives on the pinned heap, alone in its cache line, and as long as this object.
    private readonly int[] _line = GC.AllocateArray<int>(32, pinned: true);
    private readonly int* _word;
    private readonly object? _sleeper;     // the condition that stands in where the system has no wait on an address
    private SpinBudget _budget = SpinBudget.Fresh;   // the parking thread's

    /// <summary>Makes a parker without a permit.</summary>
    public Parker()
    {
        fixed (int* start = _line)
            _word = (int*)(((nuint)start + 63) & ~(nuint)63);
        if (!AddressWait.IsSupported)
            _sleeper = new object();
    }

    /// <summary>Waits for the permit and takes it. Spins for a while first, as far as that has paid before.</summary>
    public void Park()
    {
        if (TryTake())
            return;
        long budget = _budget.Next();
        if (budget != 0)
        {
            if (Spin(budget))
            {
                _budget.Paid();
                return;
            }

            _budget.Failed();
        }

        Sleep();
    }

    /// <summary>Gives the permit, waking the thread that sleeps for it.</summary>
    public void Unpark()
    {
        if (Interlocked.Exchange(ref *_word, Permit) == Asleep)
            Wake();
        GC.KeepAlive(this);
    }

    private bool TryTake() =>
        Volatile.Read(ref *_word) == Permit && Interlocked.Exchange(ref *_word, Empty) == Permit;

    private bool Spin(long budget)
    {
        long start = Stopwatch.GetTimestamp();
        do
        {
            for (int i = 0; i < 16; i++)
            {
                if (TryTake())
                    return true;
                Pause();
            }
        }
        while (Stopwatch.GetTimestamp() - start < budget);
        return false;
    }

    private void Sleep()
    {
        if (Interlocked.CompareExchange(ref *_word, Asleep, Empty) == Empty)
        {
            do
            {
                if (_sleeper is null)
                    AddressWait.Wait(_word, Asleep);
                else
                    WaitForPulse(_sleeper);
            }
            while (Volatile.Read(ref *_word) == Asleep);
        }

        _ = Interlocked.Exchange(ref *_word, Empty);
        GC.KeepAlive(this);
    }

    private void Wake()
    {
        if (_sleeper is null)
        {
            AddressWait.WakeOne(_word);
            return;
        }

        lock (_sleeper)
            Monitor.Pulse(_sleeper);
    }

    private void WaitForPulse(object sleeper)
    {
        lock (sleeper)
        {
            while (Volatile.Read(ref *_word) == Asleep)
                _ = Monitor.Wait(sleeper);
        }
    }

    private static void Pause()
    {
        if (X86Base.IsSupported)
            X86Base.Pause();
        else if (ArmBase.IsSupported)
            ArmBase.Yield();
        else
            Thread.SpinWait(1);
    }
}
