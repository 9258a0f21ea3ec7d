using Mach;

// The smallest use: one process, whose own task has both ends of a port.
using ReceiveRight port = ReceiveRight.Create();
using SendRight send = port.MakeSend();
Task server = Answer();

using var ping = new MessageBuilder(id: 1);
for (int i = 1; i <= 3; i++)
{
    // A call sends, makes the right to reply, and waits for the reply.
    using ReceivedMessage pong = await send.CallAsync(ping.Write(i), MachTimeout.After(TimeSpan.FromSeconds(10)));
    pong.ReadBody().TryInt32(out int square);
    Console.WriteLine($"ping {i}: pong {square}");
}

port.Dispose();   // ends the loop below
await server;
Console.WriteLine($"the port is dead: {send.IsDead}");

async Task Answer()
{
    using var pong = new MessageBuilder();
    await foreach (ReceivedMessage message in port.ReadAllAsync())
    {
        // What a peer wrote is never an exception: it reads as true or false.
        if (!message.ReadBody().TryInt32(out int number))
            continue;
        pong.Id = message.Id + 100;
        message.Reply(pong.Write(number * number), MachTimeout.NoWait);
    }
}
