namespace Mach.Analyzers.Tests;

/// <summary>MACH004 and MACH007.</summary>
public class A_name_that_is_claimed
{
    private const string C = """
        internal static unsafe class Raw
        {
            [return: ReturnsBorrowed] public static uint mach_task_self() => 1;
            [return: ReturnsOwned] public static uint mach_host_self() => 1;
            public static kern_return_t task_get_special_port(uint task, int which, [ReturnsOwned] uint* port) => KERN_SUCCESS;
            public static kern_return_t mach_ports_peek(uint task, [ReturnsBorrowed] uint* port) => KERN_SUCCESS;
            public static kern_return_t look(uint task, [ReturnsBorrowed] out uint port) { port = 1; return KERN_SUCCESS; }
            public static void Show([Borrows] RawMachPort lent) { using var r = SendRight.FromRawMachPort(«lent»); }
        }
        """;

    [Theory]
    [InlineData("using var r = SendRight.FromRawMachPort(«way.RawPort»);")]
    [InlineData("using var loan = way.AsRawMachPort(); using var r = SendRight.FromRawMachPort(«loan.Port»);")]
    [InlineData("RawMachPort name = way.RawPort; using var r = SendRight.FromRawMachPort(«name»);")]
    [InlineData("using var r = SendRight.FromRawMachPort(«new RawMachPort(way.RawPort.Name)»);")]
    [InlineData("using var r = ReceiveRight.FromRawMachPort(«given.Port»);")]
    [InlineData("using var r = SendRight.FromRawMachPort(«way.RawPort», MachTask.Current);")]
    public Task Is_told_when_it_is_lent(string body) => Marked.CheckAsync("MACH004", Sources.Body(body));

    [Fact]
    public Task Is_told_when_an_argument_only_lends_it() => Marked.CheckAsync("MACH004", Sources.Body("") + C);

    [Theory]
    [InlineData("using var r = SendRight.FromRawMachPort(«new RawMachPort(Raw.mach_task_self())»);")]
    [InlineData("uint name = Raw.mach_task_self(); using var r = SendRight.FromRawMachPort(«new RawMachPort(name)»);")]
    [InlineData("uint name = 0; Raw.mach_ports_peek(1, &name); using var r = SendRight.FromRawMachPort(«new RawMachPort(name)»);")]
    [InlineData("Raw.look(1, out uint name); var raw = new RawMachPort(name); using var r = SendRight.FromRawMachPort(«raw»);")]
    public Task Is_told_when_C_does_not_give_it_away(string body) =>
        Marked.CheckAsync("MACH007", Sources.Body(body) + C.Replace("FromRawMachPort(«lent»)", "FromRawMachPort(new RawMachPort(mach_host_self()))", StringComparison.Ordinal));

    [Theory]
    [InlineData("using var r = SendRight.FromRawMachPort(way.IntoRawMachPort());")]
    [InlineData("RawMachPort name = way.IntoRawMachPort(); using var r = SendRight.FromRawMachPort(name);")]
    [InlineData("using var r = SendRight.FromRawMachPort(new RawMachPort(Raw.mach_host_self()));")]
    [InlineData("uint name = 0; Raw.task_get_special_port(1, 2, &name); using var r = SendRight.FromRawMachPort(new RawMachPort(name));")]
    [InlineData("RawMachPort name = flag ? way.RawPort : way.IntoRawMachPort(); using var r = SendRight.FromRawMachPort(name);")]
    [InlineData("RawMachPort name = way.RawPort; Keep(name);")]
    [InlineData("using var r = SendRight.FromRawMachPort(new RawMachPort(0x103));")]
    [InlineData("RawMachPort name = way.RawPort; name = way.IntoRawMachPort(); using var r = SendRight.FromRawMachPort(name);")]
    public Task Is_not_told_when_it_was_given(string body) =>
        Marked.CheckAsync("MACH004", Sources.Body(body) + C.Replace("FromRawMachPort(«lent»)", "FromRawMachPort(new RawMachPort(mach_host_self()))", StringComparison.Ordinal));
}
