using System.Reflection;

namespace Mach.Generators.Tests;

/// <summary>The round-trip programs of both subsystems, compiled once. Only one test at a time may use one: take its gate.</summary>
internal sealed class Program
{
    private readonly Assembly _assembly;

    private Program(Type client, Type server)
    {
        var pattern = File.ReadAllText(Path.Combine(Facts.Root, "test/Generators.Tests/Support/Pattern.cs"));
        _assembly = Roslyn.Load(RoundTripProgram.Source(client, server), pattern);
        var log = _assembly.GetType("Log")!;
        Wrong = (List<string>)log.GetProperty("Wrong")!.GetValue(null)!;
        Served = (List<string>)log.GetProperty("Served")!.GetValue(null)!;
    }

    private static readonly Lazy<Program> _port = new(() => new(typeof(MachPortClient), typeof(MachPortServer<,,>)));
    private static readonly Lazy<Program> _task = new(() => new(typeof(MachTaskClient), typeof(MachTaskServer<,,>)));

    public static Program Of(string subsystem) => subsystem == "task" ? _task.Value : _port.Value;

    public Lock Gate { get; } = new();

    /// <summary>What was not as the pattern says.</summary>
    public List<string> Wrong { get; }

    /// <summary>The routines that were reached, with their subjects.</summary>
    public List<string> Served { get; }

    public MigServer<object, uint> Server() => (MigServer<object, uint>)Activator.CreateInstance(_assembly.GetType("Server")!)!;

    /// <summary>Calls a routine's client with patterns.</summary>
    public void Run(string routine, CallingThread thread) =>
        _assembly.GetType("Caller")!.GetMethod("Run")!.Invoke(null, [routine, thread]);

    public void Clear()
    {
        Wrong.Clear();
        Served.Clear();
    }
}
