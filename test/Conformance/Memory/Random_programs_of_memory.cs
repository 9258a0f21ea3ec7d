using FsCheck;
using FsCheck.Fluent;

namespace Mach.Conformance.Memory;

/// <summary>Random programs of map calls, in a task's memory and in an array of pages side by side.</summary>
public class Random_programs_of_memory
{
    private const int Programs = 200;

    [Theory, EverySpace, Rule("R-VMA-13", "R-VMA-14", "R-VMA-21", "R-VMA-24", "R-VMA-25", "R-VMA-26", "R-VMA-37", "R-VMR-11", "R-VMR-14", "R-VMR-22", "R-MEM-18")]
    public void Leave_the_bytes_and_the_regions_that_the_model_says(SpaceKind kind)
    {
        var config = Config.QuickThrowOnFailure.WithMaxTest(Soak.Times(Programs)).WithQuietOnSuccess(true).WithEndSize(120);
        Check.One(config, Prop.ForAll(MemoryStep.Program, program => MemoryExecution.Run(kind, program)));
    }
}
