namespace Mach.Conformance;

/// <summary>
/// A thread with a CPU whose program is the test: it makes traps and meets exceptions when the test says so, its registers are arrays,
/// and it shows whether it may run. It needs no OS thread.
/// </summary>
public sealed class Robot : TrapThread, IThreadCpu, IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    private readonly IKernelHost _host;
    private readonly IKernel _kernel;
    private readonly Lock _gate = new();
    private readonly Dictionary<int, uint[]> _registers = [];     // _gate
    private readonly ManualResetEventSlim _ended = new(true);
    private TrapFrame _frame;
    private int _stops;                                           // interlocked
    private int _halts;                                           // interlocked

    internal Robot(IUserMemory memory, IKernelHost host, IKernel kernel, CpuKind kind, int stops = 0)
    {
        Memory = memory;
        (_host, _kernel, Kind, _stops) = (host, kernel, kind, stops);
    }

    public override IUserMemory Memory { get; }

    public override IThreadCpu Cpu => this;

    public CpuKind Kind { get; }

    public long UserTime { get; set; }

    /// <summary>True while nothing keeps its program from running.</summary>
    public bool Runs => Volatile.Read(ref _stops) <= 0 && !IsHalted && !Waits;

    /// <summary>How many stops are counted.</summary>
    public int Stops => Volatile.Read(ref _stops);

    /// <summary>True once the kernel has said that the thread is over; it says so once.</summary>
    public bool IsHalted => Volatile.Read(ref _halts) == 1;

    /// <summary>True while a trap or an exception of its has not ended.</summary>
    public bool Waits => !_ended.IsSet;

    /// <summary>Runs where a trap or an exception of its ends.</summary>
    public Action? OnEnd { get; set; }

    /// <summary>How its trap or exception ended; waits for the end if it must.</summary>
    public kern_return_t Code
    {
        get
        {
            Assert.True(_ended.Wait(s_patience, TestContext.Current.CancellationToken), "The trap or exception has not ended.");
            return _frame.Code;
        }
    }

    /// <summary>How its trap or exception ended; KERN_TERMINATED when the thread is over and it gets no answer any more.</summary>
    public kern_return_t CodeOrEnd
    {
        get
        {
            Assert.True(SpinWait.SpinUntil(() => _ended.Wait(1, TestContext.Current.CancellationToken) || IsHalted, s_patience));
            return Waits ? KERN_TERMINATED : _frame.Code;
        }
    }

    /// <summary>The words of a flavor; all 0 at first.</summary>
    public uint[] Registers(int flavor, int count)
    {
        lock (_gate)
        {
            if (!_registers.TryGetValue(flavor, out var words))
                _registers.Add(flavor, words = new uint[count]);
            return words;
        }
    }

    /// <summary>Its general registers, as 64-bit words: x0 to x28, fp, lr, sp, pc, or rax to gs.</summary>
    public ulong this[int register]
    {
        get
        {
            var words = General;
            return words[2 * register] | (ulong)words[(2 * register) + 1] << 32;
        }
        set
        {
            var words = General;
            (words[2 * register], words[(2 * register) + 1]) = ((uint)value, (uint)(value >> 32));
        }
    }

    private uint[] General => Kind == CpuKind.Arm64
        ? Registers(ARM_THREAD_STATE64, (int)ARM_THREAD_STATE64_COUNT)
        : Registers(x86_THREAD_STATE64, (int)x86_THREAD_STATE64_COUNT);

    /// <summary>Its program makes a trap.</summary>
    public Robot Trap(TrapFrame frame)
    {
        Begin();
        if (_kernel.Trap(this, ref frame) == TrapStatus.Done)
            Complete(ref frame);
        return this;
    }

    /// <summary>Its program meets an exception.</summary>
    public Robot Raise(int type, long code = 0, long subcode = 0)
    {
        Begin();
        var frame = default(TrapFrame);
        if (_host.Raise(this, new RaisedException(type, code, subcode), ref frame) == TrapStatus.Done)
            Complete(ref frame);
        return this;
    }

    /// <summary>Its OS thread, if it had one, is gone.</summary>
    public void Detach() => _host.Detach(this);

    public override void Complete(ref TrapFrame frame)
    {
        _frame = frame;
        _ended.Set();
        OnEnd?.Invoke();
    }

    public void Stop() => Interlocked.Increment(ref _stops);

    public void Go() => Interlocked.Decrement(ref _stops);

    public void Halt() => Interlocked.Increment(ref _halts);

    public bool TryRead(int flavor, Span<uint> words)
    {
        Assert.False(Runs, "Registers were read while the CPU ran.");
        lock (_gate)
            Registers(flavor, words.Length).CopyTo(words);
        return true;
    }

    public bool TryWrite(int flavor, ReadOnlySpan<uint> words)
    {
        Assert.False(Runs, "Registers were written while the CPU ran.");
        lock (_gate)
            words.CopyTo(Registers(flavor, words.Length));
        return true;
    }

    public void Dispose() => _ended.Dispose();

    private void Begin()
    {
        Assert.False(Waits, "It has a trap or an exception that has not ended.");
        _ended.Reset();
    }
}
