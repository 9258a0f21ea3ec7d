using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Mach.Conformance;

/// <summary>The three traps that carry messages. A rule that names none of them holds for all.</summary>
public enum MessageTrap
{
    /// <summary>-31: sends from a buffer and receives into the same.</summary>
    MachMsg,

    /// <summary>-32: receives into a buffer of its own.</summary>
    MachMsgOverwrite,

    /// <summary>-47: has the header in registers.</summary>
    MachMsg2,
}

/// <summary>The test runs once in each world with each of the three message traps.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EveryMessageTrapAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. from world in World.All from trap in Enum.GetValues<MessageTrap>() select new TheoryDataRow(world, trap)]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
