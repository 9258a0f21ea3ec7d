namespace Mach.Analyzers.Tests;

/// <summary>MACH006.</summary>
public class A_notification_by_its_id
{
    [Theory]
    [InlineData("if (given.Id == «MACH_NOTIFY_NO_SENDERS») Keep(1);")]
    [InlineData("if («MACH_NOTIFY_DEAD_NAME» != given.Id) Keep(1);")]
    [InlineData("if (given.Id is «MACH_NOTIFY_NO_SENDERS» or «MACH_NOTIFY_DEAD_NAME») Keep(1);")]
    [InlineData("switch (given.Id) { case «MACH_NOTIFY_SEND_ONCE»: Keep(1); break; }")]
    [InlineData("Keep(given.Id switch { «MACH_NOTIFY_SEND_ONCE» => 1, _ => 2 });")]
    public Task Is_told(string body) => Marked.CheckAsync("MACH006", Sources.Body(body));

    [Theory]
    [InlineData("if (given.TryTakeNotification(out MachNotification? n)) n.Dispose();")]
    [InlineData("if (given.Id == 7) Keep(MACH_NOTIFY_DEAD_NAME);")]
    [InlineData("int id = 1; if (id == MACH_NOTIFY_DEAD_NAME) Keep(1);")]
    [InlineData("builder.Id = MACH_NOTIFY_DEAD_NAME;")]
    [InlineData("Keep(given.Id switch { 1 => MACH_NOTIFY_SEND_ONCE, _ => 2 });")]
    public Task Is_not_told_of_other_ids(string body) => Marked.CheckAsync("MACH006", Sources.Body(body));
}
