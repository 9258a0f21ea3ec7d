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
        Machine = MachSystem.Boot(_kernel);
        Alice = Machine.CreateTask("alice");
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

        using (ReceivedMessage message = _aliceDoor.Receive(Soon))
            _toBob = message.TakeSend(0);

        // Ports that the tasks make once: where this thread awaits replies.
        _ = Alice.CurrentThread.MigReplyPort;
        _ = Bob.CurrentThread.MigReplyPort;
        Names = NamesNow;
    }

    /// <summary>Names that the two tasks had before the test.</summary>
    protected int Names { get; set; }

    /// <summary>Names that all tasks have now.</summary>
    protected int NamesNow => _kernel.TakeCensus().Names;

    /// <summary>Threads that sleep in the kernel now, with a deadline.</summary>
    protected int Sleeping => _kernel.TakeCensus().SleepingThreads;

    protected static MachTimeout Soon => MachTimeout.After(TimeSpan.FromSeconds(20));

    protected MachSystem Machine { get; }

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

    /// <summary>The name of a right, which may be gone by the time it is read.</summary>
    protected static RawMachPort NameOf(MachRight right)
    {
        using RawMachPortBorrow loan = right.AsRawMachPort();
        return loan.Port;
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        KernelCensus census = _kernel.TakeCensus();
        bool failed = TestContext.Current.TestState is { Result: TestResult.Failed };
        if (!failed)
        {
            Assert.Empty(census.Discrepancies);
            Assert.Equal(0, census.OutOfLineRegions);
            Assert.Equal(0, census.SleepingThreads);
            Assert.Equal(Names, census.Names);
            Assert.Equal(0UL, Alice.MappedBytes);
            Assert.Equal(0UL, Bob.MappedBytes);
        }

        Alice.Dispose();
        Bob.Dispose();
        census = _kernel.TakeCensus();
        _kernel.Dispose();
        if (failed)
            return;
        Assert.Empty(census.Discrepancies);
        Assert.Equal(0, census.Names);
        Assert.Equal(0, census.Messages);
    }
}
