using System.Text;
using Mach;
using MigService;

// The service and its client are two tasks. What they say to each other stands in pawn_shop.defs.
using MachTask service = MachSystem.Current.CreateTask("pawn shop");
using ReceiveRight port = ReceiveRight.Create(service);
using (SendRight right = port.MakeSend())
    service.SetBootstrapPort(right);
using MachTask client = service.CreateChild("client");
using SendRight toShop = client.GetBootstrapPort()!;
Task serving = port.ServeAsync(new Shop(port));

// A call is a method. It sends a message of MIG's layout, which a C program would send too.
MachTimeout soon = MachTimeout.After(TimeSpan.FromSeconds(10));
var shop = new PawnShopAsyncClient(toShop);
int ticket = await shop.pawnAsync("watch"u8, "tick tock"u8, soon);
var (label, thing) = await shop.redeemAsync(ticket, soon);
Console.WriteLine($"ticket {ticket}: {label}, {Encoding.UTF8.GetString(thing)}");
Console.WriteLine($"sum: {await shop.sumAsync([1, 2, 3], soon)}");

// What the server refuses is an exception with its code, and so is what it does not know.
try
{
    await shop.redeemAsync(ticket, soon);
}
catch (MachException refusal)
{
    Console.WriteLine(refusal.Message);
}

await shop.close_shopAsync(soon);
await serving;
Console.WriteLine($"the shop is closed: {toShop.IsDead}");
