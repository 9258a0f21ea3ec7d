using Mach.CodeFixes;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Mach.Analyzers.Tests;

public class A_code_fix
{
    [Theory]
    [InlineData("SendRight r = port.MakeSend(); r.Send(builder, soon);", "using SendRight r = port.MakeSend(); r.Send(builder, soon);")]
    [InlineData("Keep(1);\n        // Why.\n        var m = port.Receive(soon);", "Keep(1);\n        // Why.\n        using var m = port.Receive(soon);")]
    [InlineData("port.MakeSend();", "port.MakeSend().Dispose();")]
    public Task Disposes_what_was_not_released(string before, string after) => Fixed.CheckAsync(new ReleaseFix(), before, after);

    [Theory]
    [InlineData("using var r = SendRight.FromRawMachPort(way.RawPort);", "using var r = way.Copy();")]
    [InlineData("using var r = SendRight.FromRawMachPort(new RawMachPort(way.RawPort.Name), way.Task);", "using var r = way.Copy();")]
    public Task Copies_a_right_whose_name_was_claimed(string before, string after) => Fixed.CheckAsync(new ClaimFix(), before, after);

    [Fact]
    public Task Gives_a_wait_its_end() => Fixed.CheckAsync(
        new WaitFix(),
        "await Task.Yield(); way.Send(builder, MachTimeout.Infinite);",
        "await Task.Yield(); way.Send(builder, global::Mach.MachTimeout.After(global::System.TimeSpan.FromSeconds(10)));",
        "static async Task Run");

    [Fact]
    public Task Takes_a_notification_out_of_its_message() => Fixed.CheckAsync(
        new NotificationFix(),
        "if (given.Id == MACH_NOTIFY_NO_SENDERS) Keep(1);",
        "if (given.TryTakeNotification(out global::Mach.MachNotification? notification) && notification is global::Mach.NoSendersNotification) Keep(1);");

    [Fact]
    public Task Passes_a_writer_by_reference() => Fixed.CheckAsync(
        new WriterFix(),
        "var w = new MachMessageWriter(new byte[64]); Fill(w); static void Fill(MachMessageWriter w) => w.Finish();",
        "var w = new MachMessageWriter(new byte[64]); Fill(ref w); static void Fill(ref MachMessageWriter w) => w.Finish();");

    [Theory]
    [InlineData("if (given.TryTakeSend(0, out SendRight? r)) Keep(r.IsHeld);")]
    [InlineData("Keep(way.Call(builder, soon).Id);")]
    public async Task Is_not_offered_where_none_is_sure(string body) => Assert.Null(await Fixed.ApplyAsync(new ReleaseFix(), Sources.Body(body)));

    [Fact]
    public void Is_for_a_rule_that_exists()
    {
        var fixes = typeof(ReleaseFix).Assembly.GetTypes().Where(t => !t.IsAbstract && typeof(CodeFixProvider).IsAssignableFrom(t));
        var rules = Sources.Analyzers.SelectMany(a => a.SupportedDiagnostics).Select(d => d.Id).ToHashSet();
        Assert.All(fixes, fix => Assert.Subset(rules, ((CodeFixProvider)Activator.CreateInstance(fix)!).FixableDiagnosticIds.ToHashSet()));
    }
}
