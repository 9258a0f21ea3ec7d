namespace Mach.Abi;

/// <summary>The registers of one trap: its number, eight arguments, two results and carry.</summary>
/// <remarks>Negative numbers are Mach traps, as in <c>x16</c> on arm64; positive numbers are BSD calls.</remarks>
public struct TrapFrame
{
    /// <summary>The number of the trap: -31 is <c>mach_msg_trap</c>, 20 is <c>getpid</c>.</summary>
    public int Number;

    /// <summary>An argument.</summary>
    public ulong A0, A1, A2, A3, A4, A5, A6, A7;

    /// <summary>A result. Mach traps use <see cref="R0"/> only, its low 32 bits sign-extended; those that tell the time fill it.</summary>
    public ulong R0, R1;

    /// <summary>Set by a BSD call that failed; <see cref="R0"/> is then an errno. Mach traps leave it alone.</summary>
    public bool Carry;

    /// <summary>A frame for a Mach trap.</summary>
    /// <param name="number">Its number, negative.</param>
    public TrapFrame(int number)
    {
        this = default;
        Number = number;
    }

    /// <summary>An argument by its place, 0 to 7.</summary>
    public ulong this[int index]
    {
        readonly get => index switch
        {
            0 => A0, 1 => A1, 2 => A2, 3 => A3, 4 => A4, 5 => A5, 6 => A6, 7 => A7,
            _ => throw new ArgumentOutOfRangeException(nameof(index)),
        };
        set
        {
            switch (index)
            {
                case 0: A0 = value; break;
                case 1: A1 = value; break;
                case 2: A2 = value; break;
                case 3: A3 = value; break;
                case 4: A4 = value; break;
                case 5: A5 = value; break;
                case 6: A6 = value; break;
                case 7: A7 = value; break;
                default: throw new ArgumentOutOfRangeException(nameof(index));
            }
        }
    }

    /// <summary>Stores a Mach trap's 32-bit result as XNU does: sign-extended.</summary>
    public void Return(int result) => R0 = (ulong)(long)result;

    /// <inheritdoc cref="Return(int)"/>
    public void Return(uint result) => Return((int)result);

    /// <inheritdoc cref="Return(int)"/>
    public void Return(kern_return_t result) => Return((int)result);

    /// <summary>The 32-bit result as a code.</summary>
    public readonly kern_return_t Code => (kern_return_t)(int)R0;
}
