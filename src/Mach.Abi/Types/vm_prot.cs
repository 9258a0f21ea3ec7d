namespace Mach.Abi;

// mach/vm_prot.h
public static partial class MachConstants
{
    /// <summary>Protection: no access.</summary>
    public const int VM_PROT_NONE = 0;

    /// <summary>Protection: read.</summary>
    public const int VM_PROT_READ = 1;

    /// <summary>Protection: write.</summary>
    public const int VM_PROT_WRITE = 2;

    /// <summary>Protection: execute.</summary>
    public const int VM_PROT_EXECUTE = 4;

    /// <summary>Protection of new memory: read and write.</summary>
    public const int VM_PROT_DEFAULT = 3;

    /// <summary>Protection: all.</summary>
    public const int VM_PROT_ALL = 7;

    /// <summary>Protection: writable on a trusted path only; replaces execute.</summary>
    public const int VM_PROT_RORW_TP = 4;

    /// <summary>Protection flag: leave the protection as it is; its old value.</summary>
    public const int VM_PROT_NO_CHANGE_LEGACY = 8;

    /// <summary>Protection flag: leave the protection as it is.</summary>
    public const int VM_PROT_NO_CHANGE = 0x1000000;

    /// <summary>Protection flag: copy on write where needed.</summary>
    public const int VM_PROT_COPY = 16;

    /// <summary>Protection flag: copy on write where needed.</summary>
    public const int VM_PROT_WANTS_COPY = 16;

    /// <summary>Protection flag: the protection is a mask for the one of the object.</summary>
    public const int VM_PROT_IS_MASK = 0x40;

    /// <summary>Protection flag: take read away.</summary>
    public const int VM_PROT_STRIP_READ = 0x80;

    /// <summary>Protection: execute without read.</summary>
    public const int VM_PROT_EXECUTE_ONLY = 132;

    /// <summary>Protection flag: trusted-path read-only.</summary>
    public const int VM_PROT_TPRO = 0x200;

    /// <summary>Protection: every kind of execution of the processor.</summary>
    public static TargetConstant<int> VM_PROT_ALLEXEC => new(arm64: 4, x86_64: 12);

    /// <summary>Protection: execute in user space apart from the kernel; x86_64 only.</summary>
    public const int VM_PROT_UEXEC = 8;
}
