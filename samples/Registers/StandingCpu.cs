using System.Runtime.InteropServices;
using Mach.Abi;
using static Mach.Abi.MachConstants;

/// <summary>A CPU between two instructions: there are registers to look at and nothing moves.</summary>
internal sealed class StandingCpu : TrapThread, IThreadCpu
{
    private arm_thread_state64_t _state;

    public StandingCpu(IUserMemory memory, ulong pc, ulong seed)
    {
        Memory = memory;
        _state = new arm_thread_state64_t { __pc = pc, __sp = 0x1_6fdf_f000, __fp = 0x1_6fdf_f010, __lr = pc - 0x40, __cpsr = 0x6000_0000 };
        for (int index = 0; index < 29; index++)
            _state.__x[index] = seed * (ulong)index;
    }

    public override IUserMemory Memory { get; }

    public override IThreadCpu Cpu => this;

    public CpuKind Kind => CpuKind.Arm64;

    public override void Complete(ref TrapFrame frame)
    {
    }

    public void Stop()
    {
    }

    public void Go()
    {
    }

    public void Halt()
    {
    }

    public bool TryRead(int flavor, Span<uint> words) =>
        flavor == ARM_THREAD_STATE64 && MemoryMarshal.Cast<arm_thread_state64_t, uint>([_state]).TryCopyTo(words);

    public bool TryWrite(int flavor, ReadOnlySpan<uint> words) =>
        flavor == ARM_THREAD_STATE64 && words.TryCopyTo(MemoryMarshal.Cast<arm_thread_state64_t, uint>(new Span<arm_thread_state64_t>(ref _state)));
}
