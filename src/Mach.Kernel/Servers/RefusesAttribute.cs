namespace Mach.Kernel;

/// <summary>Marks a server's method that never does what its routine is for, and says why, in words for whoever wanted it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RefusesAttribute(string reason) : Attribute
{
    public string Reason => reason;
}

/// <summary>Says why this kernel serves nothing of a subsystem: every number of it is a bad one.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
internal sealed class RefusesSubsystemAttribute(string subsystem, string reason) : Attribute
{
    public string Subsystem => subsystem;

    public string Reason => reason;
}
