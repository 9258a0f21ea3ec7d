namespace Mach.Abi.Tests;

public class Structures_of_the_headers
{
    [Fact]
    [Rule("R-ALLOC-15", "R-DSC-1", "R-DSC-2", "R-DSC-3", "R-DSC-4", "R-TLR-7")]
    public void Every_public_structure_has_the_size_and_the_fields_that_the_compiler_gave_it_and_no_others()
    {
        var records = Facts.Compared.Records;
        Assert.Empty(records.Differences);
        Assert.InRange(records.Equal, 230, int.MaxValue);
        Assert.InRange(Facts.Compared.Fields, 1400, int.MaxValue);
    }

    [Fact]
    public void Every_public_name_of_a_type_stands_for_a_type_of_that_size_and_sign_and_none_is_ours_alone()
    {
        var names = Facts.Compared.TypeNames;
        Assert.Empty(names.Differences);
        Assert.InRange(names.Equal, 550, int.MaxValue);
    }

    [Fact]
    public void Each_processor_has_its_own_record_where_the_layout_differs()
    {
        Assert.Equal(TASK_POWER_INFO_V2_COUNT[MachTarget.MacOSArm64] * 4, (uint)System.Runtime.CompilerServices.Unsafe.SizeOf<task_power_info_v2_data_t>());
        Assert.Equal(TASK_POWER_INFO_V2_COUNT[MachTarget.MacOSX64] * 4, (uint)System.Runtime.CompilerServices.Unsafe.SizeOf<task_power_info_v2_data_x86_64_t>());
    }
}
