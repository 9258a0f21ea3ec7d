using System.Collections.Concurrent;
using System.Reflection;

namespace Mach.Generators.Tests;

/// <summary>The round-trip program of a subsystem, compiled once. Only one test at a time may use one: take its gate.</summary>
internal sealed class Program
{
    private static readonly ConcurrentDictionary<string, Lazy<Program>> _programs = new(StringComparer.Ordinal);

    private readonly Assembly _assembly;
    private readonly PropertyInfo _code;
    private readonly PropertyInfo _judging;
    private readonly Action<string, CallingThread> _run;

    private Program(Declared declared)
    {
        var pattern = File.ReadAllText(Path.Combine(Facts.Root, "test/Generators.Tests/Support/Pattern.cs"));
        _assembly = Roslyn.Load(RoundTripProgram.Source(declared), pattern);
        var log = _assembly.GetType("Log")!;
        Wrong = (List<string>)log.GetProperty("Wrong")!.GetValue(null)!;
        Served = (List<string>)log.GetProperty("Served")!.GetValue(null)!;
        _code = log.GetProperty("Code")!;
        _judging = log.GetProperty("Judging")!;
        _run = _assembly.GetType("Caller")!.GetMethod("Run")!.CreateDelegate<Action<string, CallingThread>>();
    }

    public static Program Of(string subsystem) => _programs.GetOrAdd(subsystem, name => new(() => new(Declared.Of(name)))).Value;

    public Lock Gate { get; } = new();

    /// <summary>What was not as the pattern says.</summary>
    public List<string> Wrong { get; }

    /// <summary>The routines that were reached, with their subjects.</summary>
    public List<string> Served { get; }

    public MigServer<object, uint> Server() => (MigServer<object, uint>)Activator.CreateInstance(_assembly.GetType("Server")!)!;

    /// <summary>Calls a routine's client with patterns, and looks at what comes back.</summary>
    public void Run(string routine, CallingThread thread) => _run(routine, thread);

    /// <summary>Calls a routine's client with patterns, and looks at its code alone.</summary>
    public kern_return_t Ask(string routine, CallingThread thread)
    {
        _judging.SetValue(null, false);
        _run(routine, thread);
        _judging.SetValue(null, true);
        return (kern_return_t)_code.GetValue(null)!;
    }

    public void Clear()
    {
        Wrong.Clear();
        Served.Clear();
    }
}
