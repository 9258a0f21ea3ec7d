namespace Mach.Kernel;

/// <summary>The machine as one of its two ports shows it: the plain one, or the one with privilege (R-HST-1).</summary>
internal sealed class KHost(bool isPrivileged) : KernelObject
{
    internal readonly bool IsPrivileged = isPrivileged;

    internal override uint ObjectType => IsPrivileged ? 4u : 3;

    internal override string Description => IsPrivileged ? "host, privileged" : "host";
}
