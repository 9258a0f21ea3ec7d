using Mach;

// A thousand services, one set, one loop: the message says which port it came to.
const int Count = 1000;
using PortSet set = PortSet.Create();
var services = new Dictionary<RawMachPort, Counter>();
var clients = new List<SendRight>();
for (int i = 0; i < Count; i++)
{
    ReceiveRight port = ReceiveRight.Create();
    clients.Add(port.MakeSend());
    services.Add(port.RawPort, new Counter(port));
    set.Add(port);
}

Task server = Serve();
using var request = new MessageBuilder(id: 1);
int sum = 0;
for (int i = 0; i < 3 * Count; i++)
{
    using ReceivedMessage reply = await clients[i % Count].CallAsync(request.Write(i), MachTimeout.After(TimeSpan.FromSeconds(10)));
    reply.ReadBody().TryInt32(out int total);
    sum += i >= 2 * Count ? total : 0;
}

Console.WriteLine($"{Count} services answered {services.Values.Sum(service => service.Requests)} requests; their totals add up to {sum}");

// A member that dies leaves the set; the others do not notice.
services[clients[0].RawPort].Port.Dispose();
using (ReceivedMessage still = await clients[1].CallAsync(request.Write(0), MachTimeout.After(TimeSpan.FromSeconds(10))))
    Console.WriteLine($"one is gone: {clients[0].IsDead}, the next one answers: {still.Id == 101}");

set.Dispose();   // ends the loop below
await server;

async Task Serve()
{
    using var reply = new MessageBuilder(id: 101);
    await foreach (ReceivedMessage message in set.ReadAllAsync())
    {
        message.ReadBody().TryInt32(out int number);
        message.Reply(reply.Write(services[message.Port].Add(number)), MachTimeout.NoWait);
    }
}

/// <summary>Adds up what it is sent.</summary>
internal sealed record Counter(ReceiveRight Port)
{
    private int _total;

    public int Requests { get; private set; }

    public int Add(int number)
    {
        Requests++;
        return _total += number;
    }
}
