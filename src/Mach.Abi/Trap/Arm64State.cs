using System.Runtime.CompilerServices;

namespace Mach.Abi;

/// <summary>The general registers of an arm64 thread, in the order of <c>arm_thread_state64_t</c>.</summary>
public struct Arm64State
{
    private const int AbsoluteTime = -3, ContinuousTime = -4, Platform = int.MinValue;

    /// <summary><c>x0</c> to <c>x28</c>.</summary>
    public Arm64Registers X;

    /// <summary>Frame pointer, link register, stack pointer.</summary>
    public ulong Fp, Lr, Sp;

    /// <summary>The next instruction: on entry it lies behind the <c>svc</c>.</summary>
    public ulong Pc;

    /// <summary>The flags; carry is <c>0x20000000</c>.</summary>
    public uint Cpsr;

    /// <summary>Tells a Mach trap from other calls: the low word of <c>x16</c> is negative, and none of the special numbers.</summary>
    /// <param name="number">The number, negative.</param>
    public readonly bool TryGetMachTrap(out int number)
    {
        number = (int)X[16];
        return number is < 0 and not (AbsoluteTime or ContinuousTime or Platform);
    }

    /// <summary>Copies <paramref name="count"/> arguments, whole, one register each.</summary>
    public readonly TrapEntry Enter(int number, int count, out TrapFrame frame)
    {
        frame = new(number);
        for (var i = 0; i < count; i++)
            frame[i] = X[i];
        return TrapEntry.Trap;
    }

    /// <summary>Stores a Mach trap's result. Nothing else changes: not <c>x1</c>, not carry.</summary>
    public void Leave(ref TrapFrame frame) => X[0] = frame.R0;
}

/// <summary>The registers <c>x0</c> to <c>x28</c>.</summary>
[InlineArray(29)]
public struct Arm64Registers
{
    private ulong _first;
}
