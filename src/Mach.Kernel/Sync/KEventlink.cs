namespace Mach.Kernel;

/// <summary>One end of an event link: a counter that signals of the other end raise, and the one thread that may wait for it.</summary>
/// <remarks>
/// L1 Both ends share one gate and end together.
/// L2 While a thread waits here the counter is not above what it waits for.
/// </remarks>
internal sealed class KEventlink : KernelObject, IWaitable
{
    private readonly Bond _bond;
    private KEventlink _other = null!;     // set at birth
    private ulong _counter;                // the bond's gate
    private KThread? _owner;               // the bond's gate; who may wait
    private bool _anyone;                  // the bond's gate; whoever waits may, one at a time
    private KThread? _waiter;              // the bond's gate

    private KEventlink(ManagedKernel kernel, Bond bond)
    {
        _bond = bond;
        Port = kernel.NewKernelPort(this);
        Port.TryMakeSend();
    }

    /// <summary>The port by which it is known.</summary>
    internal KPort Port { get; }

    internal bool HasEnded => Volatile.Read(ref _bond.HasEnded);

    internal override uint ObjectType => 43;

    /// <summary>Makes the two ends of a pair, each with a send right for the caller.</summary>
    internal static (KEventlink One, KEventlink Other) NewPair(ManagedKernel kernel)
    {
        var bond = new Bond();
        var (one, other) = (new KEventlink(kernel, bond), new KEventlink(kernel, bond));
        (one._other, other._other) = (other, one);
        return (one, other);
    }

    /// <summary>Binds the end to a thread, or for null to whoever waits.</summary>
    internal kern_return_t Associate(KThread? thread)
    {
        _bond.Gate.Enter();
        var code = _bond.HasEnded ? KERN_TERMINATED : _owner is not null || _anyone ? KERN_NAME_EXISTS : KERN_SUCCESS;
        if (code == KERN_SUCCESS)
        {
            _owner = thread;
            _anyone = thread is null;
        }
        _bond.Gate.Exit();
        return code;
    }

    /// <summary>Frees the end from its thread; one that waits is told that it is over.</summary>
    internal kern_return_t Disassociate(ref Aftermath after)
    {
        _bond.Gate.Enter();
        var code = _bond.HasEnded ? KERN_TERMINATED : _owner is null && !_anyone ? KERN_INVALID_ARGUMENT : KERN_SUCCESS;
        if (code == KERN_SUCCESS)
        {
            _owner = null;
            _anyone = false;
            Wake(KERN_TERMINATED, ref after);
        }
        _bond.Gate.Exit();
        return code;
    }

    /// <summary>Raises the other end's counter.</summary>
    internal kern_return_t Signal(ref Aftermath after)
    {
        _bond.Gate.Enter();
        var code = _bond.HasEnded ? KERN_TERMINATED : KERN_SUCCESS;
        if (code == KERN_SUCCESS)
            _other.Raise(ref after);
        _bond.Gate.Exit();
        return code;
    }

    /// <summary>
    /// Waits until the counter is above a count, and signals the other end if that is wanted: in one hold of the gate, so that whoever is
    /// woken by it finds the wait begun.
    /// </summary>
    /// <param name="thread">Who waits; how its call goes on is settled before.</param>
    /// <param name="signals">The other end is signalled.</param>
    /// <param name="polls">It does not sleep.</param>
    /// <param name="timed">When it sleeps, a deadline is given to the timers.</param>
    /// <param name="count">What the counter is to exceed; what the call answers, when it is done.</param>
    /// <param name="code">How it ended, when it is done.</param>
    /// <param name="serial">The wait, when it sleeps.</param>
    /// <param name="after">What is owed afterwards.</param>
    internal TrapStatus Wait(
        KThread thread, bool signals, bool polls, bool timed, ref ulong count, out kern_return_t code, out uint serial, ref Aftermath after)
    {
        _bond.Gate.Enter();
        var sleeps = false;
        if (_bond.HasEnded)
        {
            code = KERN_TERMINATED;
        }
        else if (_waiter is not null || (!_anyone && !ReferenceEquals(_owner, thread)))
        {
            code = KERN_INVALID_ARGUMENT;
        }
        else
        {
            code = _counter > count ? KERN_SUCCESS : polls ? KERN_OPERATION_TIMED_OUT : KERN_ABORTED;
            sleeps = code == KERN_ABORTED && thread.BeginWait(this, timed);
            if (sleeps)
            {
                _waiter = thread;
                thread.LinkWait = new EventlinkWait(count, _counter);
            }
            else
            {
                count = _counter;
            }
            if (signals)
                _other.Raise(ref after);
        }
        serial = thread.WaitSerial;
        _bond.Gate.Exit();
        return sleeps ? TrapStatus.Blocked : TrapStatus.Done;
    }

    /// <summary>Both ends are over; the port of the other one lives on for those who have rights to it (R-TIM-27).</summary>
    internal void End(ref Aftermath after)
    {
        _bond.Gate.Enter();
        Volatile.Write(ref _bond.HasEnded, true);
        Wake(KERN_TERMINATED, ref after);
        _other.Wake(KERN_TERMINATED, ref after);
        _bond.Gate.Exit();
    }

    internal override void NoSenders(KPort port, ref Aftermath after) => port.Die(ref after);

    internal override void PortDies(ref Aftermath after) => End(ref after);

    public bool TryStop(KThread thread, uint? serial, bool interrupted)
    {
        _bond.Gate.Enter();
        var stops = thread.SleepsOn(this, serial);
        if (stops)
        {
            _waiter = null;
            thread.EndWait();
            thread.WaitCode = interrupted ? KERN_ABORTED : KERN_OPERATION_TIMED_OUT;
        }
        _bond.Gate.Exit();
        return stops;
    }

    private void Raise(ref Aftermath after)
    {
        _counter++;
        if (_waiter is { } waiter && _counter > waiter.LinkWait.Count)
            Wake(KERN_SUCCESS, ref after);
    }

    private void Wake(kern_return_t code, ref Aftermath after)
    {
        if (_waiter is not { } waiter)
            return;
        _waiter = null;
        waiter.EndWait();
        waiter.WaitCode = code;
        after.Wake(waiter);
    }

    /// <summary>What the two ends share.</summary>
    private sealed class Bond
    {
        internal RankedLock Gate = new(LockRank.Wait);
        internal bool HasEnded;      // Gate
    }
}
