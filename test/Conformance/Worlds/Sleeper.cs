namespace Mach.Conformance;

/// <summary>
/// A thread of a task that needs no OS thread: a call of its that blocks is something to look at and to go on from.
/// One call at a time.
/// </summary>
public sealed class Sleeper : TrapThread, IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    private readonly Party _party;
    private readonly IKernelHost _host;
    private readonly IKernel _kernel;
    private readonly ManualResetEventSlim _ended = new(true);
    private TrapFrame _frame;
    private ulong _buffer;
    private int _room;

    internal Sleeper(Party party, IKernel kernel, IKernelHost host)
    {
        _party = party;
        _kernel = kernel;
        _host = host;
    }

    public override IUserMemory Memory => _party.Task.Memory;

    /// <summary>True while its call has not ended.</summary>
    public bool Sleeps => !_ended.IsSet;

    /// <summary>Runs where its call ends, before anyone else is told.</summary>
    public Action? OnWake { get; set; }

    /// <summary>How its call ended; waits for the end if it must.</summary>
    public kern_return_t Code => (kern_return_t)(int)Result;

    /// <summary>All of what its call answered; waits for the end if it must.</summary>
    public ulong Result
    {
        get
        {
            Assert.True(_ended.Wait(s_patience, TestContext.Current.CancellationToken), "The call has not ended.");
            return _frame.R0;
        }
    }

    /// <summary>The buffer of its call as it is now, as a message.</summary>
    public Letter Letter => new(Party.Memory(_buffer, _room).ToArray());

    /// <summary>Where that buffer is.</summary>
    public ulong Buffer => _buffer;

    /// <summary>Sends a note; sleeps if the queue is full.</summary>
    public Sleeper Send(Note note, ulong options = 0, uint timeout = 0, MessageTrap trap = MessageTrap.MachMsg)
    {
        var bytes = note.Bytes;
        (_buffer, _room) = (_party.Buffer(bytes), bytes.Length);
        return Start(MessageCalls.Sending(note, _buffer, options, timeout).Frame(trap));
    }

    /// <summary>Receives; sleeps if nothing is there. Without a time it waits for ever.</summary>
    public Sleeper Receive(uint name, ulong options = 0, uint? timeout = null, int room = 4096, MessageTrap trap = MessageTrap.MachMsg)
    {
        (_buffer, _room) = (_party.Buffer(room), room);
        var timed = timeout is null ? options : options | MACH64_RCV_TIMEOUT;
        return Start(MessageCalls.Receiving(name, _buffer, (uint)room, timed, timeout ?? 0).Frame(trap));
    }

    /// <summary>Waits until an absolute time.</summary>
    public Sleeper WaitUntil(ulong deadline) => Start(new TrapFrame(MachTrapNumbers.mach_wait_until_trap) { A0 = deadline });

    /// <summary>Makes any trap.</summary>
    public Sleeper Start(TrapFrame frame)
    {
        Assert.False(Sleeps, "It has a call that has not ended.");
        _ended.Reset();
        if (_kernel.Trap(this, ref frame) == TrapStatus.Done)
            Complete(ref frame);
        return this;
    }

    /// <summary>Meets an exception.</summary>
    public Sleeper Raise(int type, long code = 0, long subcode = 0)
    {
        Assert.False(Sleeps, "It has a call that has not ended.");
        _ended.Reset();
        var frame = default(TrapFrame);
        if (_host.Raise(this, new RaisedException(type, code, subcode), ref frame) == TrapStatus.Done)
            Complete(ref frame);
        return this;
    }

    /// <summary>Ends its wait as thread_abort does.</summary>
    public void Interrupt() => _host.Interrupt(this);

    public override void Complete(ref TrapFrame frame)
    {
        _frame = frame;
        OnWake?.Invoke();
        _ended.Set();
    }

    public void Dispose() => _ended.Dispose();
}
