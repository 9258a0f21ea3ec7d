namespace Mach.Analyzers.Tests;

/// <summary>MACH005.</summary>
public class A_wait_without_end
{
    [Theory]
    [InlineData("async Task Run", "await Task.Yield(); way.Send(builder, «MachTimeout.Infinite»);")]
    [InlineData("async Task Run", "await Task.Yield(); using ReceivedMessage m = port.Receive(timeout: «MachTimeout.Infinite»);")]
    [InlineData("void Run", "Func<Task> f = async () => { await Task.Yield(); way.Send(builder, «MachTimeout.Infinite»); };")]
    [InlineData("void Run", "async Task F() { await Task.Yield(); way.Send(builder, «MachTimeout.Infinite»); } _ = F();")]
    [InlineData("void Run", "lock (_gate) way.Send(builder, «MachTimeout.Infinite»);")]
    [InlineData("void Run", "lock (_gate) { if (flag) { using ReceivedMessage m = port.Receive(«MachTimeout.Infinite»); } }")]
    [InlineData("void Run", "var gate = new Lock(); using (gate.EnterScope()) { way.Send(builder, «MachTimeout.Infinite»); }")]
    public Task Is_told_in_asynchronous_code_and_under_a_lock(string signature, string body) =>
        Marked.CheckAsync("MACH005", Sources.Body(body, signature).Replace("unsafe ", "", StringComparison.Ordinal));

    [Theory]
    [InlineData("void Run", "way.Send(builder, MachTimeout.Infinite);")]
    [InlineData("async Task Run", "using ReceivedMessage m = await port.ReceiveAsync(MachTimeout.Infinite);")]
    [InlineData("async Task Run", "await Task.Yield(); way.Send(builder, soon);")]
    [InlineData("async Task Run", "await Start(MachTimeout.Infinite); static ValueTask<int> Start(MachTimeout t) => default;")]
    [InlineData("async Task Run", "await Task.Yield(); var thread = new Thread(() => way.Send(builder, MachTimeout.Infinite)); thread.Start();")]
    [InlineData("void Run", "lock (_gate) way.Send(builder, MachTimeout.NoWait);")]
    [InlineData("void Run", "lock (_gate) Keep(1); way.Send(builder, MachTimeout.Infinite);")]
    [InlineData("void Run", "lock (_gate) { Action later = () => way.Send(builder, MachTimeout.Infinite); Keep(later); }")]
    [InlineData("async Task Run", "await Task.Yield(); Keep(MachTimeout.Infinite.IsInfinite);")]
    public Task Is_not_told_where_it_holds_up_its_own_thread_only(string signature, string body) =>
        Marked.CheckAsync("MACH005", Sources.Body(body, signature).Replace("unsafe ", "", StringComparison.Ordinal));
}
