using Mach;

// The kernel tells what happens to rights, by messages that only it can send.
using ReceiveRight news = ReceiveRight.Create();

// Somebody whom we can send to has gone.
ReceiveRight shop = ReceiveRight.Create();
using SendRight toShop = shop.MakeSend();
toShop.RequestDeadName(news);
shop.Dispose();
PrintNext("the shop closed");

// Nobody can send to us any more.
using ReceiveRight desk = ReceiveRight.Create();
SendRight toDesk = desk.MakeSend();
desk.RequestNoSenders(news);
toDesk.Dispose();
PrintNext("the last customer left");

// A right to reply was thrown away: there will be no answer.
SendOnceRight answer = news.MakeSendOnce();
answer.Dispose();
PrintNext("nobody will answer");

// A queue that was full has room again.
using ReceiveRight small = ReceiveRight.Create(options: new PortOptions { QueueLimit = 1 });
using SendRight toSmall = small.MakeSend();
using var note = new MessageBuilder(id: 1);
toSmall.Send(note, MachTimeout.NoWait);
Console.WriteLine($"a second message: {toSmall.TrySend(note.Write(2), MachTimeout.NoWait).Code}");
toSmall.RequestSendPossible(news);
small.Receive(MachTimeout.NoWait).Dispose();
PrintNext("room for one more");

// A receive right that would have died comes to us instead, with what is queued there.
ReceiveRight letters = ReceiveRight.Create();
letters.RequestPortDestroyed(news);
letters.Dispose();
PrintNext("saved from destruction");

void PrintNext(string what)
{
    using ReceivedMessage message = news.Receive(MachTimeout.After(TimeSpan.FromSeconds(10)));
    // Anybody could write such bytes; this is true only for the kernel's own.
    if (!message.TryTakeNotification(out MachNotification? notification))
        return;
    using (notification)
        Console.WriteLine($"{what}: {Describe(notification)}");
}

string Describe(MachNotification notification) => notification switch
{
    DeadNameNotification death => $"dead name, the shop's: {death.Name.IsNameOf(toShop)}",
    NoSendersNotification end => $"no senders, after {end.MakeSendCount} right was made",
    SendPossibleNotification => "send possible",
    PortDestroyedNotification saved => $"port destroyed, and the right is ours: {saved.Right.IsHeld}",
    _ => "send once",
};
