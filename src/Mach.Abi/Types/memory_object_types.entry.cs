namespace Mach.Abi;

// mach/memory_object_types.h
public static partial class MachConstants
{
    /// <summary>Cache mode of a memory entry: leave it.</summary>
    public const int MAP_MEM_NOOP = 0;

    /// <summary>Cache mode of a memory entry: write back.</summary>
    public const int MAP_MEM_COPYBACK = 1;

    /// <summary>Cache mode of a memory entry: device memory.</summary>
    public const int MAP_MEM_IO = 2;

    /// <summary>Cache mode of a memory entry: write through.</summary>
    public const int MAP_MEM_WTHRU = 3;

    /// <summary>Cache mode of a memory entry: write combining.</summary>
    public const int MAP_MEM_WCOMB = 4;

    /// <summary>Cache mode of a memory entry: write back in the inner cache only.</summary>
    public const int MAP_MEM_INNERWBACK = 5;

    /// <summary>Cache mode of a memory entry: posted writes.</summary>
    public const int MAP_MEM_POSTED = 6;

    /// <summary>Cache mode of a memory entry: real time.</summary>
    public const int MAP_MEM_RT = 7;

    /// <summary>Cache mode of a memory entry: posted writes in any order.</summary>
    public const int MAP_MEM_POSTED_REORDERED = 8;

    /// <summary>Cache mode of a memory entry: posted writes, combined, in any order.</summary>
    public const int MAP_MEM_POSTED_COMBINED_REORDERED = 9;

    /// <summary>Bits of a memory entry's permission that are a protection.</summary>
    public const int MAP_MEM_PROT_MASK = 0xff;

    /// <summary>Memory entry flag: charge it to a ledger tag.</summary>
    public const int MAP_MEM_LEDGER_TAGGED = 0x2000;

    /// <summary>Memory entry flag: only the kernel may make it volatile.</summary>
    public const int MAP_MEM_PURGABLE_KERNEL_ONLY = 0x4000;

    /// <summary>Memory entry flag: may use the secluded pages.</summary>
    public const int MAP_MEM_GRAB_SECLUDED = 0x8000;

    /// <summary>Memory entry flag: change the cache mode only.</summary>
    public const int MAP_MEM_ONLY = 0x10000;

    /// <summary>Memory entry flag: make new memory.</summary>
    public const int MAP_MEM_NAMED_CREATE = 0x20000;

    /// <summary>Memory entry flag: the new memory may be made volatile.</summary>
    public const int MAP_MEM_PURGABLE = 0x40000;

    /// <summary>Memory entry flag: use the parent entry again if it is the same.</summary>
    public const int MAP_MEM_NAMED_REUSE = 0x80000;

    /// <summary>Memory entry flag: keep the offset within the page.</summary>
    public const int MAP_MEM_USE_DATA_ADDR = 0x100000;

    /// <summary>Memory entry flag: a copy of the range.</summary>
    public const int MAP_MEM_VM_COPY = 0x200000;

    /// <summary>Memory entry flag: share the range as it is mapped.</summary>
    public const int MAP_MEM_VM_SHARE = 0x400000;

    /// <summary>Memory entry flag: keep the offset in units of 4096 bytes.</summary>
    public const int MAP_MEM_4K_DATA_ADDR = 0x800000;

    /// <summary>Bits of a memory entry's permission that are flags.</summary>
    public const int MAP_MEM_FLAGS_MASK = 0xffff00;

    /// <summary>Memory entry flags that a program may give.</summary>
    public const int MAP_MEM_FLAGS_USER = 0xffe000;

    /// <summary>All memory entry flags.</summary>
    public const int MAP_MEM_FLAGS_ALL = 0xffe000;
}
