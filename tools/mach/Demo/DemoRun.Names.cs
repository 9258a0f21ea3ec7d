using Mach.Kernel;

namespace Mach.Tool.Demo;

internal sealed partial class DemoRun
{
    private KernelCensus? _booted;
    private BootstrapServer? _server;
    private Actor _names = null!, _service = null!, _client = null!, _successor = null!;
    private Bootstrap _serviceNames = null!, _clientNames = null!, _successorNames = null!;
    private ReceiveRight _door = null!;          // the service's, later the successor's
    private ReceiveRight _successorDoor = null!;
    private SendRight _toService = null!;        // the client's
    private ReceiveRight _replies = null!;       // the client's

    private void BootKernel()
    {
        StoryStep step = _story.Begin("boot", "A kernel boots");
        _booted = _story.Keep("booted", _stage.Kernel.TakeCensus());
        step.Tell("A Mach kernel starts inside this process. It knows ports, rights and messages, and nothing else of the machine. Before the first task is made its own ports are all there are.");
        step.Check("tasks", 0, _booted.Tasks).Check("names", 0, _booted.Names);
        _story.End(step);
    }

    private void StartNameService()
    {
        StoryStep step = _story.Begin("nameService", "A name service starts");
        _names = _stage.Cast("names");
        _server = BootstrapServer.Start(_names.Task);
        using (SendRight own = _server.MakeSend())
            _stage.Call(own, "name service");
        _service = _stage.Cast("service", _names);
        _client = _stage.Cast("client", _names);
        _successor = _stage.Cast("successor", _names);
        _serviceNames = _service.Do(() => new Bootstrap());
        _clientNames = _client.Do(() => new Bootstrap());
        _successorNames = _successor.Do(() => new Bootstrap());
        step.Tell("Task \"names\" makes a port. Whoever holds the receive right of a port takes the messages out; whoever holds a send right puts them in. A name such as 0x103 means something in one task only: another task knows the same port under a name of its own.");
        step.Tell("It makes the port its bootstrap port. Three tasks are then made from \"names\", and the only thing that they are born with is a send right to that port.");
        step.Show("Now these tasks hold rights", _stage.Rights());
        _story.End(step);
    }

    private void CheckIn()
    {
        StoryStep step = _story.Begin("checkIn", "The service checks in");
        _door = _service.Do(() => _serviceNames.CheckIn(DigestProtocol.ServiceName));
        _stage.Call(_door, "digest service");
        step.Tell($"Task \"service\" asks the name service for \"{DigestProtocol.ServiceName}\". The name service makes a port, keeps a send right to give to others, and sends the receive right back in its reply: the right moves from one task to the other.");
        step.Tell("A name is taken up once; the second attempt gets launchd's code for that.");
        step.Check("a second check-in", BOOTSTRAP_SERVICE_ACTIVE, _client.Do(() => _clientNames.TryCheckIn(DigestProtocol.ServiceName, out _)));
        step.Show("Now a second port is in the story", _stage.Rights());
        _story.End(step);
    }

    private void LookUp()
    {
        StoryStep step = _story.Begin("lookUp", "The client finds the service");
        _replies = _client.Do(() => ReceiveRight.Create());
        _stage.Call(_replies, "the client's replies");
        _toService = _client.Do(() => _clientNames.LookUp(DigestProtocol.ServiceName));
        step.Tell($"Task \"client\" makes a port for replies, {Quote(_replies)}. Then it looks \"{DigestProtocol.ServiceName}\" up and gets a send right: {Quote(_toService)} is its own name for the port that task \"service\" calls {Quote(_door)}.");
        step.Check("a name that nobody has", BOOTSTRAP_UNKNOWN_SERVICE, _client.Do(() => _clientNames.TryLookUp("org.mach.demo.nobody", out _)));
        step.Show("Now the client can send to the service", _stage.Rights());
        _story.End(step);
    }

    private static string Quote(MachRight right) => $"{right.RawPort}";
}
