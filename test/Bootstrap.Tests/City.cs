using Mach.Kernel;

namespace Mach.Bootstrapping.Tests;

/// <summary>A kernel with a name service and two tasks that were born with it. At the end every right must have come back.</summary>
public abstract class City : IDisposable
{
    private readonly ManagedKernel _kernel = new();
    private readonly int _kernelPorts;     // of a kernel without tasks
    private readonly List<MachTask> _tasks = [];

    protected City()
    {
        _kernelPorts = _kernel.TakeCensus().Ports;
        MachSystem system = MachSystem.Boot(_kernel);
        Hall = system.CreateTask("hall");
        Server = BootstrapServer.Start(Hall, Options);
        Alice = Settle("alice");
        Bob = Settle("bob");
        ToAlice = new Bootstrap(Alice);
        ToBob = new Bootstrap(Bob);
    }

    protected static MachTimeout Soon => MachTimeout.After(TimeSpan.FromSeconds(20));

    protected virtual BootstrapServerOptions Options => new();

    protected MachTask Hall { get; }

    protected BootstrapServer Server { get; }

    protected MachTask Alice { get; }

    protected MachTask Bob { get; }

    /// <summary>The name service as Alice sees it.</summary>
    protected Bootstrap ToAlice { get; }

    /// <summary>The name service as Bob sees it.</summary>
    protected Bootstrap ToBob { get; }

    /// <summary>Names in the name service's own task.</summary>
    protected int NamesInHall
    {
        get
        {
            // Requests are served one after the other: behind this one nothing of the others is left.
            _ = ToAlice.TryLookUp("nobody has this name", out _);
            MachThread thread = Hall.CurrentThread;
            Assert.Equal(KERN_SUCCESS, new MachPortClient(thread).mach_port_names(
                Hall.SelfName, out UserPtr<uint> names, out uint count, out UserPtr<uint> types, out uint typeCount));
            Hall.Deallocate(names.Address, count * sizeof(uint));
            Hall.Deallocate(types.Address, typeCount * sizeof(uint));
            return (int)count;
        }
    }

    /// <summary>A task that was born with the name service.</summary>
    protected MachTask Settle(string name)
    {
        MachTask task = Hall.CreateChild(name);
        lock (_tasks)
            _tasks.Add(task);
        return task;
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        Assert.Empty(_kernel.TakeCensus().Discrepancies);
        Server.Dispose();
        foreach (MachTask task in _tasks)
            task.Dispose();
        Assert.True(Server.Completion.Wait(TimeSpan.FromSeconds(20)));
        Hall.Dispose();
        KernelCensus left = _kernel.TakeCensus();
        Assert.Empty(left.Discrepancies);
        Assert.Equal((0, _kernelPorts, 0, 0, 0, 0L), (left.Tasks, left.Ports, left.Names, left.Messages, left.OutOfLineRegions, left.OutOfLineBytes));
        _kernel.Dispose();
    }

    /// <summary>Sends a number to a port and receives it at the other end: they are one port.</summary>
    protected static void AssertReaches(SendRight send, ReceiveRight receive)
    {
        using var word = new MessageBuilder(send.Task, 77);
        send.Send(word.Write(1234), Soon);
        using ReceivedMessage message = receive.Receive(Soon);
        Assert.Equal(77, message.Id);
        Assert.Equal(send.Task.ProcessId, message.Sender.ProcessId);
    }
}
