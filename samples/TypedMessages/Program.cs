using Mach;

// A thermometer is its own task; whoever has a right to it can ask it, or have it tell.
using MachTask house = MachSystem.Current.CreateTask("house");
using ReceiveRight thermometer = ReceiveRight.Create(house);
using (SendRight right = thermometer.MakeSend())
    house.SetBootstrapPort(right);
using MachTask visitor = house.CreateChild("visitor");
using SendRight toThermometer = visitor.GetBootstrapPort()!;
MachTimeout soon = MachTimeout.After(TimeSpan.FromSeconds(10));
Task serving = ServeAsync();

// A call: the request is written, sent, answered and read by generated code.
using var message = new MessageBuilder(visitor);
Reading reading = await new Ask("cellar").CallAsync(toThermometer, message, soon);
Console.WriteLine($"cellar: {reading.Degrees} degrees, at {string.Join(", ", reading.History)} before");

// What the service does not know it answers with a code.
SendOutcome outcome = new Ask("attic").TryCall(toThermometer, message, soon, out Reading _);
Console.WriteLine($"attic: {outcome.Code}");

// A port of ours to be told at: the message makes a right to it as it leaves.
using ReceiveRight news = ReceiveRight.Create(visitor);
toThermometer.Send(message.Put(new Tell(news, Times: 2)), soon);
while (news.TryReceive(soon, out Reading told) == KERN_SUCCESS && told.History.Length != 0)
    Console.WriteLine($"told: {told.Degrees}");

thermometer.Dispose();
await serving;

async Task ServeAsync()
{
    using var reply = new MessageBuilder(house);
    await foreach (ReceivedMessage request in thermometer.ReadAllAsync())
    {
        reply.Id = Reading.MessageId;
        if (request.TryRead(out Ask? ask))
            request.TryReply(ask.Room == "cellar" ? reply.Put(new Reading(11.5, [12, 11])) : reply.PutError(KERN_INVALID_ARGUMENT), MachTimeout.NoWait);
        else if (request.TryRead(out Tell.Received tell))
            await TellAsync(tell, reply);
    }
}

static async Task TellAsync(Tell.Received tell, MessageBuilder message)
{
    using SendRight listener = tell.Listener;
    for (int left = tell.Times; left >= 0; left--)
        await listener.SendAsync(message.Put(new Reading(20 + left, new int[left])), MachTimeout.After(TimeSpan.FromSeconds(1)));
}
