namespace Mach.Analyzers.Tests;

/// <summary>MACH003.</summary>
public class A_request_that_is_forgotten
{
    [Theory]
    [InlineData("await foreach (ReceivedMessage «m» in port.ReadAllAsync()) { if (m.Id != 1) continue; m.TryReply(builder, soon); }")]
    [InlineData("using ReceivedMessage «m» = await port.ReceiveAsync(soon); if (flag) m.Reply(builder, soon);")]
    [InlineData("using ReceivedMessage «m» = port.Receive(soon); if (m.Id == 1 && flag) { using SendOnceRight r = m.TakeReply(); r.Send(builder, soon); }")]
    [InlineData("using ReceivedMessage «m» = port.Receive(soon); switch (m.Id) { case 1: m.Reply(builder, soon); break; case 2: Keep(1); break; default: m.Reply(builder, soon); break; }")]
    public Task Is_told(string body) => Marked.CheckAsync("MACH003", Sources.Body(body, "static async Task Run").Replace("unsafe ", "", StringComparison.Ordinal));

    [Theory]
    [InlineData("await foreach (ReceivedMessage m in port.ReadAllAsync()) m.TryReply(builder, soon);")]
    [InlineData("await foreach (ReceivedMessage m in port.ReadAllAsync()) { if (m.ReplyKind == RightKind.None) continue; m.TryReply(builder, soon); }")]
    [InlineData("await foreach (ReceivedMessage m in port.ReadAllAsync()) Keep(m.Id);")]
    [InlineData("await foreach (ReceivedMessage m in port.ReadAllAsync()) { if (m.TryTakeNotification(out MachNotification? n)) { n.Dispose(); continue; } m.TryReply(builder, soon); }")]
    [InlineData("using ReceivedMessage m = port.Receive(soon); if (flag) { m.Reply(builder, soon); return; } Other(m); static void Other(ReceivedMessage m) { }")]
    [InlineData("using ReceivedMessage m = port.Receive(soon); if (!flag) throw new InvalidOperationException(); m.Reply(builder, soon);")]
    [InlineData("if (port.TryReceive(soon, out ReceivedMessage m) != KERN_SUCCESS) return; using (m) m.Reply(builder, soon);")]
    [InlineData("using ReceivedMessage m = port.Receive(soon); if (flag) m.Reply(builder, soon); else m.Reply(builder, soon);")]
    [InlineData("using ReceivedMessage m = way.Call(builder, soon); Keep(m.Id);")]
    public Task Is_not_told_where_every_path_answers_or_looks(string body) =>
        Marked.CheckAsync("MACH003", Sources.Body(body, "static async Task Run").Replace("unsafe ", "", StringComparison.Ordinal));
}
