namespace Mach.Kernel;

/// <summary>One processor of the machine.</summary>
internal sealed class KProcessor(int slot) : KernelObject
{
    internal readonly int Slot = slot;

    internal override uint ObjectType => 5;

    internal override string Description => $"processor {Slot}";
}

/// <summary>All processors: there is one set (R-HST-10). Its name tells of it, its control port lists its tasks.</summary>
internal sealed class KProcessorSet(bool isNameOnly) : KernelObject
{
    internal readonly bool IsNameOnly = isNameOnly;

    internal override uint ObjectType => IsNameOnly ? 7u : 6;

    internal override string Description => IsNameOnly ? "processor set, name" : "processor set, control";
}
