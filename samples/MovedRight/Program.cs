using Mach;

// Two tasks: no right of one means anything in the other, but rights can travel in messages.
MachSystem system = MachSystem.Boot();
using MachTask init = system.CreateTask("init");
using BootstrapServer names = BootstrapServer.Start(init);
using MachTask alice = init.CreateChild("alice");
using MachTask bob = init.CreateChild("bob");
MachTimeout soon = MachTimeout.After(TimeSpan.FromSeconds(10));

// Bob can be found under a name.
using var bobsNames = new Bootstrap(bob);
using ReceiveRight door = bobsNames.CheckIn("bob's door");

// Alice has a port and letters in it that nobody has read.
ReceiveRight mailbox = ReceiveRight.Create(alice);
using SendRight slot = mailbox.MakeSend();
using var letter = new MessageBuilder(alice, id: 1);
foreach (string text in new[] { "first", "second", "third" })
    slot.Send(letter.WriteText(text), soon);
Console.WriteLine($"{alice.Name} has {mailbox.Status.QueuedMessages} letters in her mailbox");

// She gives the mailbox to Bob. The message owns it now; her object is empty.
using var alicesNames = new Bootstrap(alice);
using SendRight toBob = alicesNames.LookUp("bob's door");
using var parcel = new MessageBuilder(alice, id: 2);
toBob.Send(parcel.Move(mailbox), soon);
Console.WriteLine($"{alice.Name} still has the mailbox: {mailbox.IsHeld}");

// Her send right still leads there.
slot.Send(letter.WriteText("fourth"), soon);

// Bob takes it out of the message: letters that were in it came along, and none is missing.
using ReceivedMessage arrived = door.Receive(soon);
using ReceiveRight bobsMailbox = arrived.TakeReceive(0);
while (bobsMailbox.TryReceive(MachTimeout.NoWait, out ReceivedMessage next) == KERN_SUCCESS)
{
    using (next)
    {
        next.ReadBody().TryText(100, out string? text);
        Console.WriteLine($"{bob.Name} reads letter {next.SequenceNumber}, sent by process {next.Sender.ProcessId}: {text}");
    }
}
