using Mach.Tool.Servers;
using Mach.Tool.Tests;
using TestResult = Mach.Tool.Tests.TestResult;

namespace Mach.Architecture;

/// <summary>What <c>./mach servers</c> makes of a run: only tests that passed count, and a reason has to be seen to be true.</summary>
public class ServerTests
{
    private static readonly TestResult[] Results = [new("P", "passes", Outcome.Passed, []), new("P", "fails", Outcome.Failed, [])];

    private static readonly string[] Record =
    [
        "passes\t3201,3202\t3225,3236\t-18",
        "fails\t3203,3204\t3240\t-16",
        "unheard of\t3205\t\t",
    ];

    [Theory]
    [InlineData(3201, "mach_port_type", "Served")]
    [InlineData(3203, "mach_port_allocate_name", "Missing")]
    [InlineData(3205, "mach_port_destroy", "Missing")]
    [InlineData(3225, "mach_port_kernel_object", "Refused")]
    public void A_routine_is_what_the_tests_that_passed_say_of_it(int id, string name, string state) =>
        Assert.Equal(state, Of(id, name).State.ToString());

    [Fact]
    public void A_trap_that_does_the_same_is_as_good()
    {
        Assert.Equal(RoutineState.Served, Of(3206, "mach_port_deallocate").State);
        Assert.Equal(RoutineState.Missing, Of(3204, "mach_port_allocate").State);
    }

    [Fact]
    public void A_reason_that_no_test_saw_to_be_true_is_a_doubt()
    {
        Assert.Contains("no passing test asked", Of(3240, "mach_port_is_connection_for_service").Doubt, StringComparison.Ordinal);
        Assert.Contains("succeeded in passes", Of(3202, "mach_port_rename").Doubt, StringComparison.Ordinal);
        Assert.Null(Of(3225, "mach_port_kernel_object").Doubt);
        Assert.Null(Of(3201, "mach_port_type").Doubt);
    }

    [Fact]
    public void Every_reason_belongs_to_a_routine_and_says_something()
    {
        var routines = RoutineList.Load(Clone.Repository);
        var refusals = Refusals.OfTheKernel();
        Assert.Empty(refusals.Unknown(routines));
        var reasons = routines.Select(routine => refusals.For(routine).Reason).OfType<string>().ToList();
        Assert.NotEmpty(reasons);
        Assert.All(reasons, reason => Assert.True(reason.Length > 20 && char.IsLower(reason[0]) && !reason.EndsWith('.'), reason));
    }

    [Fact]
    public void No_number_is_listed_twice() =>
        Assert.Distinct(RoutineList.Load(Clone.Repository).Select(routine => routine.Id));

    private static Routine Of(int id, string name) =>
        RoutineAnswers.Join(Record, Results).Complete(new Routine("mach_port", id, name), Refusals.OfTheKernel());
}
