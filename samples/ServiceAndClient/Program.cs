using System.Security.Cryptography;
using Mach;

// A name service, a service and a client, each a task of its own.
MachSystem system = MachSystem.Boot();
using MachTask init = system.CreateTask("init");
using BootstrapServer names = BootstrapServer.Start(init);
using MachTask serviceTask = init.CreateChild("digest");
using MachTask clientTask = init.CreateChild("client");

using var service = new DigestService(serviceTask);
byte[] data = new byte[1_000_000];
Console.WriteLine(await DigestAsync(clientTask, data));

// The client finds the service by name and sends it a megabyte out of line: the pages move, nothing is copied by hand.
static async Task<string> DigestAsync(MachTask task, ReadOnlyMemory<byte> data)
{
    using var names = new Bootstrap(task);
    using SendRight service = names.LookUp(DigestService.Name);
    using var request = new MessageBuilder(task, DigestService.Digest);
    request.Move(OolBuffer.CopyOf(data.Span, task));
    using ReceivedMessage reply = await service.CallAsync(request, MachTimeout.After(TimeSpan.FromSeconds(10)));
    return Convert.ToHexStringLower(reply.Body);
}

/// <summary>Answers with the SHA-256 of what it is sent.</summary>
internal sealed class DigestService : IDisposable
{
    public const string Name = "org.example.digest";
    public const int Digest = 1;
    private readonly ReceiveRight _port;

    public DigestService(MachTask task)
    {
        using var names = new Bootstrap(task);
        _port = names.CheckIn(Name);
        _ = ServeAsync();
    }

    // With the receive right the port dies, its name is free, and clients learn it.
    public void Dispose() => _port.Dispose();

    private async Task ServeAsync()
    {
        using var reply = new MessageBuilder(_port.Task, Digest + 100);
        await foreach (ReceivedMessage request in _port.ReadAllAsync())
        {
            // Whoever sends something else gets no answer; what he sent is released with the message.
            if (request.Id != Digest || request.ReplyKind == RightKind.None || !request.TryTakeMemory(0, out OolBuffer? data))
                continue;
            using (data)
            using (OolBuffer.Lease bytes = data.Borrow())
                request.TryReply(reply.Write(SHA256.HashData(bytes.Span)), MachTimeout.NoWait);
        }
    }
}
