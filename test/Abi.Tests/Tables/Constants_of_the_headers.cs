namespace Mach.Abi.Tests;

public class Constants_of_the_headers
{
    [Fact]
    [Rule("R-CODE-1", "R-CODE-2", "R-CODE-3", "R-CODE-4", "R-CODE-5", "R-CODE-6")]
    public void Every_public_constant_is_there_with_its_value_on_every_target_and_none_that_no_table_knows()
    {
        var constants = Facts.Compared.Constants;
        Assert.Empty(constants.Differences);
        Assert.InRange(constants.Equal, 1700, int.MaxValue);
    }

    [Fact]
    public void Every_macro_with_arguments_gives_what_the_compiler_gave()
    {
        var macros = Facts.Compared.Macros;
        Assert.Empty(macros.Differences);
        Assert.InRange(macros.Equal, 75, int.MaxValue);
        Assert.InRange(Facts.Compared.Samples, 120, int.MaxValue);
    }

    [Fact]
    public void Every_reason_for_leaving_a_name_out_is_needed() => Assert.Empty(Facts.Compared.IdleReasons);

    [Fact]
    public void A_constant_that_differs_between_targets_reads_as_the_running_one()
    {
        uint flavor = TASK_BASIC_INFO;
        Assert.Equal(TASK_BASIC_INFO.Here, flavor);
        Assert.Equal(TASK_BASIC_INFO[TargetConstant.Here], flavor);
        Assert.Equal(5u, TASK_BASIC_INFO[MachTarget.MacOSX64]);
        Assert.Equal(18u, TASK_BASIC_INFO[MachTarget.MacOSArm64]);
        Assert.Equal(18u, TASK_BASIC_INFO[MachTarget.IOSArm64]);
        Assert.Equal($"{flavor}", TASK_BASIC_INFO.ToString());
        Assert.True(SHARED_REGION_BASE + SHARED_REGION_SIZE > SHARED_REGION_NESTING_BASE);
    }
}
