namespace Mach.Analyzers.Tests;

/// <summary>MACH002.</summary>
public class A_right_that_was_given_away
{
    [Theory]
    [InlineData("using SendRight r = port.MakeSend(); builder.Move(r); «r».Send(builder, soon);")]
    [InlineData("builder.Move(way); builder.Move(«way»);")]
    [InlineData("builder.Move(way); «way».Copy().Dispose();")]
    [InlineData("way.Dispose(); «way».Send(builder, soon);")]
    [InlineData("_ = way.IntoRawMachPort(); «way».Send(builder, soon);")]
    [InlineData("if (flag) builder.Move(way); «way».Send(builder, soon);")]
    [InlineData("for (int i = 0; i < 3; i++) builder.Move(«way»);")]
    [InlineData("while (flag) { «way».Send(builder, soon); builder.Move(way); }")]
    [InlineData("using SendOnceRight once = port.MakeSendOnce(); once.Send(builder, soon); «once».Send(builder, soon);")]
    [InlineData("using SendOnceRight once = port.MakeSendOnce(); builder.ReplyTo(once); «once».Send(builder, soon);")]
    [InlineData("using OolBuffer b = OolBuffer.Create(5); builder.Move(b); Keep(«b».ToArray());")]
    [InlineData("given.Dispose(); Keep(«given».Id);")]
    [InlineData("port.TryReplyAndReceive(given, builder, soon, out ReceivedMessage next); next.Dispose(); Keep(«given».Id);")]
    [InlineData("builder.Move(port); Action a = () => Keep(flag); a(); «port».MakeSend().Dispose();")]
    [InlineData("try { builder.Move(way); } finally { Keep(1); } «way».Send(builder, soon);")]
    public Task Is_told_at_its_next_use(string body) => Marked.CheckAsync("MACH002", Sources.Body(body));

    [Theory]
    [InlineData("using SendRight r = port.MakeSend(); builder.Move(r);")]
    [InlineData("builder.Move(way); way.Dispose();")]
    [InlineData("builder.Move(way); Keep(way.IsHeld);")]
    [InlineData("builder.Move(way); Keep($\"{way}\"); Keep(way.ToString());")]
    [InlineData("builder.Move(way); way = port.MakeSend(); way.Send(builder, soon); way.Dispose();")]
    [InlineData("if (flag) builder.Move(way); else way.Send(builder, soon);")]
    [InlineData("if (flag) { builder.Move(way); return; } way.Send(builder, soon);")]
    [InlineData("builder.Move(way); if (way.IsHeld) way.Send(builder, soon);")]
    [InlineData("builder.Move(way); if (!way.IsHeld) return; way.Send(builder, soon);")]
    [InlineData("for (int i = 0; i < 3; i++) { SendRight r = port.MakeSend(); builder.Move(r); }")]
    [InlineData("for (int i = 0; i < 3; i++) { builder.Move(way); break; }")]
    [InlineData("foreach (SendRight r in new[] { way }) builder.Move(r);")]
    [InlineData("builder.Copy(way); way.Send(builder, soon);")]
    [InlineData("builder.MakeSend(port); port.Receive(soon).Dispose();")]
    [InlineData("builder.ReplyTo(port); port.Receive(soon).Dispose();")]
    [InlineData("way.Send(builder, soon); way.Send(builder, soon);")]
    [InlineData("SendOnceRight once = port.MakeSendOnce(); if (!once.TrySend(builder, soon).IsSent) once.Dispose();")]
    [InlineData("ReceivedMessage m = port.Receive(soon); m.Dispose(); m = port.Receive(soon); Keep(m.Id); m.Dispose();")]
    [InlineData("given.Dispose(); Keep(given.IsEmpty); given.Dispose();")]
    [InlineData("while (port.TryReceive(soon, out ReceivedMessage m) == KERN_SUCCESS) { Keep(m.Id); m.Dispose(); }")]
    [InlineData("builder.Move(way); Keep(way is null);")]
    [InlineData("Action a = () => builder.Move(way); a(); way.Send(builder, soon);")]
    public Task Is_not_told_of_what_is_still_there(string body) => Marked.CheckAsync("MACH002", Sources.Body(body));
}
