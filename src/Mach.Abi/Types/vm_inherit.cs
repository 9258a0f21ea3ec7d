namespace Mach.Abi;

// mach/vm_inherit.h
public static partial class MachConstants
{
    /// <summary>Inheritance: the child shares it.</summary>
    public const uint VM_INHERIT_SHARE = 0;

    /// <summary>Inheritance: the child gets a copy.</summary>
    public const uint VM_INHERIT_COPY = 1;

    /// <summary>Inheritance: the child has nothing there.</summary>
    public const uint VM_INHERIT_NONE = 2;

    /// <summary>Inheritance: the child gets it and the parent loses it.</summary>
    public const uint VM_INHERIT_DONATE_COPY = 3;

    /// <summary>Inheritance of new memory.</summary>
    public const uint VM_INHERIT_DEFAULT = 1;

    /// <summary>The last inheritance that a program may set.</summary>
    public const uint VM_INHERIT_LAST_VALID = 2;
}
