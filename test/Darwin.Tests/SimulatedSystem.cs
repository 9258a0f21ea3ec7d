using Mach.Darwin.Simulated;
using Mach.Kernel;

namespace Mach.Darwin.Tests;

/// <summary>This process as the one task of a simulated XNU, reached through the functions of a simulated libSystem.</summary>
internal sealed class SimulatedSystem : IDisposable
{
    private readonly ManagedKernel _kernel = new();

    public SimulatedSystem(bool macOS = true)
    {
        Library = new SimulatedLibrary(_kernel);
        System = MachSystem.Boot(new DarwinKernel(Library, macOS));
        Task = System.FirstTask;
        Library.Memory = Task.Memory;
        Library.Process = _kernel.CreateTask(new TaskBirth("process", Task.Memory));
    }

    public SimulatedLibrary Library { get; }

    public MachSystem System { get; }

    public MachTask Task { get; }

    public KernelCensus Census => _kernel.TakeCensus();

    public void Dispose()
    {
        Assert.Empty(Census.Discrepancies);
        Assert.Equal(0, Census.SleepingThreads);
        Library.Dispose();
        _kernel.Terminate(Library.Process!);
        Assert.Equal((0, 0), (Census.Names, Census.Messages));
        _kernel.Dispose();
    }
}
