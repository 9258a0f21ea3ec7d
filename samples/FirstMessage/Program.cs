using Mach;
using Mach.Abi;

MachTimeout soon = MachTimeout.After(TimeSpan.FromSeconds(10));

// A task owns a port. The tasks born from it can send there, and know nothing else of it.
MachTask service = MachSystem.Current.CreateTask("service");
ReceiveRight port = ReceiveRight.Create(service);
using (SendRight right = port.MakeSend())
    service.SetBootstrapPort(right);

using MachTask client = service.CreateChild("client");
using SendRight toService = client.GetBootstrapPort()!;

var answering = new Thread(() =>
{
    using ReceivedMessage request = port.Receive(soon);
    request.ReadBody().TryInt64(out long number);
    Console.WriteLine($"service: request {request.Id} with {number} from task {request.Sender.ProcessId}");
    using var reply = new MessageBuilder(service, id: request.Id + 100);
    request.Reply(reply.Write(number * number), soon);
});
answering.Start();

// The request carries a right to reply, once. The kernel made it, and says who sent what.
using var question = new MessageBuilder(client, id: 7);
using (ReceivedMessage answer = toService.Call(question.Write(12L), soon))
    Console.WriteLine($"client: answer {answer.Id} is {BitConverter.ToInt64(answer.Body)}");
answering.Join();

// A port dies with its task; every right to it becomes a dead name.
service.Dispose();
Console.WriteLine($"client: the service is {(toService.IsDead ? "dead" : "alive")}");
