namespace Mach.Abi;

// mach/vm_behavior.h
public static partial class MachConstants
{
    /// <summary>Access to come: nothing is known.</summary>
    public const int VM_BEHAVIOR_DEFAULT = 0;

    /// <summary>Access to come: in no order.</summary>
    public const int VM_BEHAVIOR_RANDOM = 1;

    /// <summary>Access to come: forwards.</summary>
    public const int VM_BEHAVIOR_SEQUENTIAL = 2;

    /// <summary>Access to come: backwards.</summary>
    public const int VM_BEHAVIOR_RSEQNTL = 3;

    /// <summary>Access to come: soon.</summary>
    public const int VM_BEHAVIOR_WILLNEED = 4;

    /// <summary>Access to come: not soon.</summary>
    public const int VM_BEHAVIOR_DONTNEED = 5;

    /// <summary>Advice: the content may be dropped.</summary>
    public const int VM_BEHAVIOR_FREE = 6;

    /// <summary>Advice: zero wired pages when they are unmapped.</summary>
    public const int VM_BEHAVIOR_ZERO_WIRED_PAGES = 7;

    /// <summary>Advice: the content may be dropped and the pages used again.</summary>
    public const int VM_BEHAVIOR_REUSABLE = 8;

    /// <summary>Advice: the pages are used again.</summary>
    public const int VM_BEHAVIOR_REUSE = 9;

    /// <summary>Advice: asks whether the pages may be used again.</summary>
    public const int VM_BEHAVIOR_CAN_REUSE = 10;

    /// <summary>Advice: page it out now.</summary>
    public const int VM_BEHAVIOR_PAGEOUT = 11;

    /// <summary>Advice: make it zeros.</summary>
    public const int VM_BEHAVIOR_ZERO = 12;

    /// <summary>The last advice.</summary>
    public const int VM_BEHAVIOR_LAST_VALID = 12;
}
