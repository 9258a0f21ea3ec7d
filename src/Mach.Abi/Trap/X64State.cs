using System.Buffers.Binary;

namespace Mach.Abi;

/// <summary>The general registers of an x86_64 thread, in the order of <c>x86_thread_state64_t</c>.</summary>
public struct X64State
{
    private const uint MachClass = 1;
    private const int InRegisters = 6;

    /// <summary>A general register.</summary>
    public ulong Rax, Rbx, Rcx, Rdx, Rdi, Rsi, Rbp, Rsp, R8, R9, R10, R11, R12, R13, R14, R15;

    /// <summary>The next instruction: on entry it lies behind the <c>syscall</c>.</summary>
    public ulong Rip;

    /// <summary>The flags; carry is bit 0.</summary>
    public ulong Rflags;

    /// <summary>Tells a Mach trap from other calls: <c>eax</c> has class 1. The upper half of <c>rax</c> is not looked at.</summary>
    /// <param name="number">The number, negative.</param>
    public readonly bool TryGetMachTrap(out int number)
    {
        number = -(int)(Rax & 0xffffff);
        return (uint)Rax >> 24 == MachClass;
    }

    /// <summary>Copies <paramref name="count"/> arguments: six from registers, the rest from the stack above the return address.</summary>
    /// <returns><see cref="TrapEntry.Refused"/> when the stack cannot be read; <c>rax</c> is then <c>KERN_INVALID_ARGUMENT</c>.</returns>
    public TrapEntry Enter(int number, int count, IUserMemory memory, out TrapFrame frame)
    {
        frame = new(number) { A0 = Rdi, A1 = Rsi, A2 = Rdx, A3 = R10, A4 = R8, A5 = R9 };
        for (var i = count; i < InRegisters; i++)
            frame[i] = 0;
        if (count <= InRegisters)
            return TrapEntry.Trap;
        Span<byte> stack = stackalloc byte[(count - InRegisters) * sizeof(ulong)];
        if (!memory.TryRead(Rsp + sizeof(ulong), stack))
        {
            frame.Return(kern_return_t.KERN_INVALID_ARGUMENT);
            Leave(ref frame);
            return TrapEntry.Refused;
        }
        for (var i = InRegisters; i < count; i++)
            frame[i] = BinaryPrimitives.ReadUInt64LittleEndian(stack[((i - InRegisters) * sizeof(ulong))..]);
        return TrapEntry.Trap;
    }

    /// <summary>Stores a Mach trap's result, and what <c>sysret</c> leaves in <c>rcx</c> and <c>r11</c>. Carry is not touched.</summary>
    public void Leave(ref TrapFrame frame)
    {
        Rax = frame.R0;
        Rcx = Rip;
        R11 = Rflags;
    }
}
