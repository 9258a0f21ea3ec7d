namespace Mach.Generators.Tests;

/// <summary>Rows of all families, by number and by name.</summary>
public class The_catalogue
{
    [Fact]
    [Rule("R-CAT-1")]
    public void Finds_a_row_by_family_and_number_only()
    {
        Assert.Equal("mach_msg2_trap", Catalogue.Find(TrapFamily.Mach, -47)?.Name);
        Assert.Equal("mach_port_allocate", Catalogue.Find(TrapFamily.Mig, 3204)?.Name);
        Assert.Null(Catalogue.Find(TrapFamily.Mach, 47));
        Assert.Null(Catalogue.Find(TrapFamily.Mig, -47));
        Assert.Equal(Catalogue.Rows.Count, Catalogue.Rows.DistinctBy(r => (r.Family, r.Number)).Count());
    }

    [Theory]
    [InlineData("mach_port_allocate")]
    [InlineData("_kernelrpc_mach_port_allocate_trap")]
    [InlineData("MACH_PORT_ALLOCATE")]
    [Rule("R-CAT-4")]
    public void Finds_trap_and_message_of_one_name(string name) =>
        Assert.Equal([-16, 3204], Catalogue.Find(name).Select(r => r.Number));

    [Theory]
    [InlineData("mk_timer_create", -91)]
    [InlineData("syscall_thread_switch", -61)]
    [InlineData("thread_switch", -61)]
    [InlineData("task_dyld_process_info_notify_get", -13)]
    [Rule("R-CAT-4")]
    public void Finds_a_trap_by_either_of_its_names(string name, int number) =>
        Assert.Equal(number, Assert.Single(Catalogue.Find(name)).Number);

    [Fact]
    public void Finds_nothing_where_there_is_nothing() => Assert.Empty(Catalogue.Find("vfork"));
}
