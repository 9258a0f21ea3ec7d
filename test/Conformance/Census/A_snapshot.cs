namespace Mach.Conformance;

public class A_snapshot
{
    [Theory, EveryWorld]
    public void Shows_who_waits_on_what(World world)
    {
        using var machine = world.Boot();
        var (server, client) = (machine.NewTask("server"), machine.NewTask("client"));
        var (empty, full, set) = (server.Receive(), server.Receive(), server.PortSet());
        Assert.Equal(KERN_SUCCESS, server.Ports().mach_port_insert_member(server.Self, empty, set));
        server.SetLimit(full, 1);
        var key = server.GiveSend(client, full);
        Assert.Equal(MACH_MSG_SUCCESS, client.Send(new Note(key, MACH_MSG_TYPE_COPY_SEND, id: 5)));
        var sender = client.NewSleeper().Send(new Note(key, MACH_MSG_TYPE_COPY_SEND, id: 6));
        var receiver = server.NewSleeper().Receive(empty);
        var ofSet = server.NewSleeper().Receive(set);

        var snapshot = machine.Snapshot();
        Agreement.Check(snapshot);
        var (ofServer, ofClient) = (TaskOf(snapshot, server), TaskOf(snapshot, client));
        var port = snapshot.Ports.Single(port => port.Receiver == ofServer.ProcessId && port.ReceiverName == full);
        Assert.Equal((5, 24, ofClient.ProcessId), (port.Messages.Single().Id, port.Messages.Single().Size, port.Messages.Single().Sender!.Value));
        Assert.Equal(6, port.Senders.Single().Message.Id);
        Assert.Equal((1u, 0u, 3), (port.QueueLimit, port.ObjectType, port.SendRights));
        Assert.Equal(new WaitSnapshot(WaitKind.Send, port.Number, 0, Timed: false), Waiting(ofClient).Single());
        Assert.Equal(
            [(WaitKind.Receive, empty), (WaitKind.ReceiveFromSet, set)],
            Waiting(ofServer).Select(static wait => (wait.Kind, wait.Name)).Order());

        receiver.Interrupt();
        ofSet.Interrupt();
        sender.Interrupt();
        Assert.Empty(machine.Snapshot().Tasks.SelectMany(Waiting));
    }

    [Theory, EveryWorld]
    public void Tells_the_kernels_own_ports_from_others(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (host, thread, plain) = (task.Traps.host_self_trap(), task.Traps.thread_self_trap(), task.Receive());
        var snapshot = machine.Snapshot();
        var self = TaskOf(snapshot, task);
        Assert.Equal((2u, $"task {self.ProcessId}, control"), Behind(task.Self));
        Assert.Equal((3u, "host"), Behind(host));
        Assert.Equal((1u, $"thread {self.Threads.Single().Number} of task {self.ProcessId}, control"), Behind(thread));
        Assert.Equal((0u, null), Behind(plain));

        (uint, string?) Behind(uint name)
        {
            var port = snapshot.Ports.Single(port => port.Number == self.Names.Single(found => found.Name == name).Object);
            return (port.ObjectType, port.Object);
        }
    }

    [Theory, EveryWorld]
    public void Calls_what_it_shows_by_the_same_number_each_time(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var first = task.ReceiveAndSend();
        var before = TaskOf(machine.Snapshot(), task).Names.Single(name => name.Name == first);
        task.Receive();
        Assert.Equal(before, TaskOf(machine.Snapshot(), task).Names.Single(name => name.Name == first));
        Assert.Equal(MACH_PORT_TYPE_SEND | MACH_PORT_TYPE_RECEIVE, before.Rights);
    }

    [Theory, EveryWorld]
    public void Is_JSON_that_can_be_read_back(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask("a \"task\"");
        var (door, set) = (task.ReceiveAndSend(), task.PortSet());
        Assert.Equal(KERN_SUCCESS, task.Ports().mach_port_insert_member(task.Self, door, set));
        Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(door, MACH_MSG_TYPE_COPY_SEND, id: 9).Port(door, MACH_MSG_TYPE_COPY_SEND)));
        var text = machine.Snapshot().ToJson();
        Assert.Equal(text, KernelSnapshot.FromJson(text).ToJson());
        using var bytes = new MemoryStream();
        machine.Snapshot().WriteJson(bytes);
        Assert.Equal(text, System.Text.Encoding.UTF8.GetString(bytes.ToArray()));
        Assert.Throws<FormatException>(static () => KernelSnapshot.FromJson("{}"));
        Assert.Throws<FormatException>(static () => KernelSnapshot.FromJson("no"));
        Assert.Throws<FormatException>(() => KernelSnapshot.FromJson(text.Replace("\"format\": 1", "\"format\": 2", StringComparison.Ordinal)));
    }

    /// <summary>The form that programs read. A property may be added to it; none may change its name or its meaning.</summary>
    [Fact]
    public void Has_a_JSON_form_of_its_own()
    {
        using var kernel = new ManagedKernel();
        Assert.Equal(Expected, kernel.TakeSnapshot().ToJson().ReplaceLineEndings("\n"));
        string[] properties =
        [
            "format", "tasks", "processId", "name", "names", "rights", "references", "object", "threads", "number", "wait", "kind", "timed", "keptPorts", "regions", "start", "protection",
            "maximumProtection", "inheritance", "tag", "wired", "shared", "memory",
            "ports", "objectType", "receiver", "receiverName", "sendRights", "sendOnceRights", "inFlight", "makeSendCount", "queueLimit", "messages", "id", "size",
            "sender", "receivers", "senders", "thread", "message", "sets", "guarded", "noSendersRequested", "members", "discrepancies",
        ];
        using var machine = World.All.First().Boot();
        var task = machine.NewTask();
        var (full, set) = (task.ReceiveAndSend(), task.PortSet());
        task.Region(1);
        task.SetLimit(full, 1);
        Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(full, MACH_MSG_TYPE_COPY_SEND)));
        var (sender, receiver) = (task.NewSleeper().Send(new Note(full, MACH_MSG_TYPE_COPY_SEND)), task.NewSleeper().Receive(set));
        using var json = System.Text.Json.JsonDocument.Parse(machine.Snapshot().ToJson());
        Assert.Equal(properties.Order(StringComparer.Ordinal), PropertiesOf(json.RootElement).Distinct().Order(StringComparer.Ordinal));
        Assert.Contains("\"kind\": \"receiveFromSet\"", machine.Snapshot().ToJson(), StringComparison.Ordinal);
        sender.Interrupt();
        receiver.Interrupt();
    }

    private const string Expected =
        """
        {
          "format": 1,
          "tasks": [],
          "ports": [
            {
              "number": 1,
              "objectType": 3,
              "object": "host",
              "receiver": null,
              "receiverName": 0,
              "sendRights": 0,
              "sendOnceRights": 0,
              "inFlight": 0,
              "makeSendCount": 0,
              "queueLimit": 5,
              "messages": [],
              "receivers": [],
              "senders": [],
              "sets": [],
              "guarded": false,
              "noSendersRequested": false
            }
          ],
          "sets": [],
          "discrepancies": []
        }
        """;

    private static IEnumerable<string> PropertiesOf(System.Text.Json.JsonElement element) => element.ValueKind switch
    {
        System.Text.Json.JsonValueKind.Object => element.EnumerateObject().SelectMany(static property => PropertiesOf(property.Value).Prepend(property.Name)),
        System.Text.Json.JsonValueKind.Array => element.EnumerateArray().SelectMany(PropertiesOf),
        _ => [],
    };

    private static TaskSnapshot TaskOf(KernelSnapshot snapshot, Party party) => snapshot.Tasks.Single(task => task.Name == party.Task.Name);

    private static IEnumerable<WaitSnapshot> Waiting(TaskSnapshot task) => task.Threads.Select(static thread => thread.Wait).OfType<WaitSnapshot>();
}
