namespace Mach.Conformance.Exceptions;

public class The_numbers_of_exceptions
{
    [Fact, Rule("R-EXC-1")]
    public void Are_xnus_and_each_has_its_bit_of_the_masks()
    {
        int[] types =
        [
            EXC_BAD_ACCESS, EXC_BAD_INSTRUCTION, EXC_ARITHMETIC, EXC_EMULATION, EXC_SOFTWARE, EXC_BREAKPOINT, EXC_SYSCALL,
            EXC_MACH_SYSCALL, EXC_RPC_ALERT, EXC_CRASH, EXC_RESOURCE, EXC_GUARD, EXC_CORPSE_NOTIFY,
        ];
        Assert.Equal(Enumerable.Range(1, 13), types);
        Assert.Equal(
            types.Select(static type => 1L << type),
            [
                EXC_MASK_BAD_ACCESS, EXC_MASK_BAD_INSTRUCTION, EXC_MASK_ARITHMETIC, EXC_MASK_EMULATION, EXC_MASK_SOFTWARE, EXC_MASK_BREAKPOINT,
                EXC_MASK_SYSCALL, EXC_MASK_MACH_SYSCALL, EXC_MASK_RPC_ALERT, EXC_MASK_CRASH, EXC_MASK_RESOURCE, EXC_MASK_GUARD,
                EXC_MASK_CORPSE_NOTIFY,
            ]);
        long rest = types.Except([EXC_CRASH, EXC_CORPSE_NOTIFY]).Aggregate(0, static (mask, type) => mask | 1 << type);
        Assert.Equal(EXC_MASK_ALL & 0x3fff, rest);
        Assert.Equal(0, EXC_MASK_ALL & (EXC_MASK_CRASH | EXC_MASK_CORPSE_NOTIFY));
    }
}
