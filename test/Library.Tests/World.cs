using Mach.Kernel;
using Xunit;

namespace Mach.Library.Tests;

/// <summary>A kernel of its own for each test, with two tasks; at the end every right is accounted for.</summary>
public abstract class World : IDisposable
{
    private readonly ManagedKernel _kernel = new();
    private readonly ReceiveRight _aliceDoor;
    private readonly ReceiveRight _bobDoor;
    private readonly SendRight _toAlice;
    private readonly SendRight _toBob;

    protected World()
    {
        System = MachSystem.Boot(_kernel);
        Alice = System.CreateTask("alice");
        _aliceDoor = ReceiveRight.Create(Alice);
        using (SendRight own = _aliceDoor.MakeSend())
            Alice.SetBootstrapPort(own);

        // Bob is born with a way to Alice, and sends her a way back.
        Bob = Alice.CreateChild("bob");
        _toAlice = Bob.GetBootstrapPort()!;
        _bobDoor = ReceiveRight.Create(Bob);
        using (var hello = new MessageBuilder(Bob))
        {
            hello.MakeSend(_bobDoor);
            _toAlice.Send(hello, Soon);
        }

        using ReceivedMessage message = _aliceDoor.Receive(Soon);
        _toBob = message.TakeSend(0);
    }

    protected static MachTimeout Soon => MachTimeout.After(TimeSpan.FromSeconds(20));

    protected MachSystem System { get; }

    protected MachTask Alice { get; }

    protected MachTask Bob { get; }

    /// <summary>A send right to <paramref name="port"/> in the other task.</summary>
    protected SendRight Grant(ReceiveRight port)
    {
        (SendRight way, ReceiveRight door) = port.Task == Alice ? (_toBob, _bobDoor) : (_toAlice, _aliceDoor);
        using var carrier = new MessageBuilder(port.Task);
        carrier.MakeSend(port);
        way.Send(carrier, Soon);
        using ReceivedMessage message = door.Receive(Soon);
        return message.TakeSend(0);
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        Alice.Dispose();
        Bob.Dispose();
        _kernel.Dispose();
    }
}
