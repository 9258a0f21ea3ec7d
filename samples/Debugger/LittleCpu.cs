using System.Runtime.InteropServices;
using Mach;
using Mach.Abi;
using static Mach.Abi.MachConstants;

/// <summary>A CPU with one instruction: load x1 from where x0 points, and go on with the next.</summary>
internal sealed class LittleCpu(IUserMemory memory) : TrapThread, IThreadCpu, IDisposable
{
    private readonly ManualResetEventSlim _told = new();
    private TrapFrame _outcome;

    public arm_thread_state64_t State;

    public ulong X1 => State.__x[1];
    public override IUserMemory Memory => memory;
    public override IThreadCpu Cpu => this;
    public CpuKind Kind => CpuKind.Arm64;

    public void Load(MachTask task)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        while (!Memory.TryRead(State.__x[0], bytes))
        {
            // The kernel tells the handler; the instruction is tried again from the state that comes back.
            _told.Reset();
            _outcome = default;
            var fault = new RaisedException(EXC_BAD_ACCESS, (long)kern_return_t.KERN_INVALID_ADDRESS, (long)State.__x[0]);
            if (task.Raise(this, fault, ref _outcome) == TrapStatus.Blocked)
                _told.Wait();
            if (_outcome.Code != kern_return_t.KERN_SUCCESS)
                return;
        }
        State.__x[1] = BitConverter.ToUInt64(bytes);
        State.__pc += 4;
    }

    public override void Complete(ref TrapFrame frame)
    {
        _outcome = frame;
        _told.Set();
    }

    // It only ever stands in an exception when somebody looks at it.
    public void Stop() { }
    public void Go() { }
    public void Halt() { }
    public void Dispose() => _told.Dispose();

    public bool TryRead(int flavor, Span<uint> words) =>
        flavor == ARM_THREAD_STATE64 && MemoryMarshal.Cast<arm_thread_state64_t, uint>([State]).TryCopyTo(words);

    public bool TryWrite(int flavor, ReadOnlySpan<uint> words) =>
        flavor == ARM_THREAD_STATE64 && words.TryCopyTo(MemoryMarshal.Cast<arm_thread_state64_t, uint>(new Span<arm_thread_state64_t>(ref State)));
}
