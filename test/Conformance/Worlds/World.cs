using System.Reflection;
using Mach.Darwin;
using Xunit.Sdk;
using Xunit.v3;

namespace Mach.Conformance;

/// <summary>A way to reach a kernel. Every conformance test runs in every world.</summary>
/// <remarks>
/// "libSystem" has the first task reach the kernel as a process reaches XNU, with a simulated libSystem. "XNU" is XNU itself, for what
/// one task can do alone, where MACH_XNU=1 asks for it: a test that does what XNU does not forgive ends the process.
/// </remarks>
public sealed class World : IXunitSerializable
{
    private static readonly Dictionary<string, Func<ManagedKernel, IKernel?>> s_fronts = new(StringComparer.Ordinal)
    {
        ["in process"] = static _ => null,
        ["watched"] = static kernel => new WatchedKernel(kernel),
        [LibSystem] = static kernel => new LibSystemHost(kernel),
    };

    private const string LibSystem = "libSystem";
    private const string Xnu = "XNU";

    private string _name;

    /// <summary>For the runner.</summary>
    [Obsolete("For the runner.")]
    public World() => _name = "";

    private World(string name) => _name = name;

    public static IEnumerable<World> All => s_fronts.Keys.Concat(HasXnu ? [Xnu] : []).Select(static name => new World(name));

    /// <summary>
    /// The worlds of one test. What takes long through a libSystem is done there in a soak alone; what is about threads that are not the
    /// process's own is not done there.
    /// </summary>
    public static IEnumerable<World> Of(MethodInfo test) =>
        All.Where(world => world._name != LibSystem || !(IsOfThreads(test) || (IsLong(test) && !Soak.IsOn)));

    private static bool IsLong(MethodInfo test) => test.DeclaringType!.Namespace is "Mach.Conformance.Stress" or "Mach.Conformance.Model";

    private static bool IsOfThreads(MethodInfo test) =>
        test.DeclaringType!.Namespace is "Mach.Conformance.Threads" or "Mach.Conformance.Exceptions"
        || test.DeclaringType == typeof(Stress.Exceptions_and_suspensions) || test.DeclaringType == typeof(Tasks.Suspending_a_task);

    /// <summary>XNU is there and was asked for.</summary>
    public static bool HasXnu => DarwinKernel.IsSupported && Environment.GetEnvironmentVariable("MACH_XNU") == "1";

    /// <summary>The trap by which the kernel gets what a party sends by the old one.</summary>
    public string MessageTrap => _name == LibSystem ? nameof(MachTrapNumbers.mach_msg2_trap) : nameof(MachTrapNumbers.mach_msg_trap);

    /// <summary>Boots a kernel; disposing the machine ends its tasks and checks that nothing was lost.</summary>
    public Machine Boot(KernelOptions? options = null)
    {
        if (_name != Xnu)
            return new Machine(new ManagedKernel(options), s_fronts[_name]);
        Assert.SkipWhen(options is not null, "XNU has no options.");
        return new Machine(new DarwinKernel());
    }

    public void Deserialize(IXunitSerializationInfo info) => _name = info.GetValue<string>("name")!;

    public void Serialize(IXunitSerializationInfo info) => info.AddValue("name", _name);

    public override string ToString() => _name;
}

/// <summary>How a call on names reaches the kernel: the answers must be the same.</summary>
public enum Route
{
    Trap,
    Message,
}

/// <summary>The test runs once in each world.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EveryWorldAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. World.Of(testMethod).Select(static world => new TheoryDataRow(world))]);

    public override bool SupportsDiscoveryEnumeration() => true;
}

/// <summary>The test runs once in each world by trap and once by message.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EveryRouteAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. from world in World.Of(testMethod) from route in Enum.GetValues<Route>() select new TheoryDataRow(world, route)]);

    public override bool SupportsDiscoveryEnumeration() => true;
}

/// <summary>A kernel behind another: every trap passes through, and is counted, as a tracer's would.</summary>
internal sealed class WatchedKernel(IKernel kernel) : IKernel
{
    public long Traps;

    public TrapStatus Trap(TrapThread thread, ref TrapFrame frame)
    {
        Interlocked.Increment(ref Traps);
        return kernel.Trap(thread, ref frame);
    }
}
