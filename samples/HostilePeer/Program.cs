using Mach;
using Mach.Kernel;

// A peer that means harm can send whatever it likes; the worst that happens is a message that is refused.
using var kernel = new ManagedKernel();
using MachTask init = MachSystem.Boot(kernel).CreateTask("init");
using BootstrapServer names = BootstrapServer.Start(init);
using MachTask victim = init.CreateChild("victim");
using MachTask mallory = init.CreateChild("mallory");
MachTimeout soon = MachTimeout.After(TimeSpan.FromSeconds(10));

using var victimsNames = new Bootstrap(victim);
using ReceiveRight service = victimsNames.CheckIn("service");
using var mallorysNames = new Bootstrap(mallory);
using SendRight toService = mallorysNames.LookUp("service");
using ReceiveRight bait = ReceiveRight.Create(mallory);
int before = kernel.TakeCensus().Names;

// A lie of the kind that the kernel sees: somebody else's right.
using (var stolen = new MessageBuilder(mallory))
    Report("another task's right", () => toService.Send(stolen.MakeSend(service), soon));

// A forged notification, a bomb of rights, a text that never ends, memory where a right should be.
using var evil = new MessageBuilder(mallory);
evil.Id = MACH_NOTIFY_DEAD_NAME;
toService.Send(evil.Write(1L << 32).Write(0x103), soon);
evil.Id = 1;
for (int i = 0; i < 500; i++)
    evil.MakeSendOnce(bait);
toService.Send(evil, soon);
toService.Send(evil.Write(0).Write(uint.MaxValue).Write("endless"u8), soon);
toService.Send(evil.CopyOutOfLine(new byte[100_000]), soon);

while (service.TryReceive(MachTimeout.NoWait, out ReceivedMessage message) == KERN_SUCCESS)
{
    using (message)
    {
        Console.WriteLine(
            $"id {message.Id}, {message.ItemCount} items: notification {message.TryTakeNotification(out _)}, " +
            $"right {message.TryTakeSend(0, out _)}, text {message.ReadBody().TryText(100, out _)}");
    }
}

KernelCensus census = kernel.TakeCensus();
Console.WriteLine($"rights that went back unused: {bait.Status.QueuedMessages}; memory: {victim.MappedBytes} bytes");
Console.WriteLine($"names as before: {census.Names == before}; rights unaccounted for: {census.Discrepancies.Count}");

static void Report(string what, Action attempt)
{
    try
    {
        attempt();
    }
    catch (MachRightException refusal)
    {
        Console.WriteLine($"{what}: {refusal.Fault}");
    }
}
