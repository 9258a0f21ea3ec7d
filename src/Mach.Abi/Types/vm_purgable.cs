namespace Mach.Abi;

// mach/vm_purgable.h
public static partial class MachConstants
{
    /// <summary>Purgeable control: set the state.</summary>
    public const int VM_PURGABLE_SET_STATE = 0;

    /// <summary>Purgeable control: read the state.</summary>
    public const int VM_PURGABLE_GET_STATE = 1;

    /// <summary>Purgeable control: empty all volatile memory.</summary>
    public const int VM_PURGABLE_PURGE_ALL = 2;

    /// <summary>Purgeable control: set the state, by the kernel.</summary>
    public const int VM_PURGABLE_SET_STATE_FROM_KERNEL = 3;

    /// <summary>Where the aging bit begins.</summary>
    public const int VM_PURGABLE_NO_AGING_SHIFT = 16;

    /// <summary>The aging bit.</summary>
    public const int VM_PURGABLE_NO_AGING_MASK = 0x10000;

    /// <summary>Purgeable state: the memory does not age.</summary>
    public const int VM_PURGABLE_NO_AGING = 0x10000;

    /// <summary>Where the debug bits begin.</summary>
    public const int VM_PURGABLE_DEBUG_SHIFT = 12;

    /// <summary>The debug bits.</summary>
    public const int VM_PURGABLE_DEBUG_MASK = 0x3000;

    /// <summary>Purgeable debugging: empty it when it becomes volatile.</summary>
    public const int VM_PURGABLE_DEBUG_EMPTY = 0x1000;

    /// <summary>Purgeable debugging: access to volatile memory faults.</summary>
    public const int VM_PURGABLE_DEBUG_FAULT = 0x2000;

    /// <summary>Where the group begins.</summary>
    public const int VM_VOLATILE_GROUP_SHIFT = 8;

    /// <summary>The bits of the group.</summary>
    public const int VM_VOLATILE_GROUP_MASK = 0x700;

    /// <summary>Volatile group: the default one.</summary>
    public const int VM_VOLATILE_GROUP_DEFAULT = 0;

    /// <summary>Volatile group 0; lower groups are emptied first.</summary>
    public const int VM_VOLATILE_GROUP_0 = 0;

    /// <summary>Volatile group 1; lower groups are emptied first.</summary>
    public const int VM_VOLATILE_GROUP_1 = 0x100;

    /// <summary>Volatile group 2; lower groups are emptied first.</summary>
    public const int VM_VOLATILE_GROUP_2 = 0x200;

    /// <summary>Volatile group 3; lower groups are emptied first.</summary>
    public const int VM_VOLATILE_GROUP_3 = 768;

    /// <summary>Volatile group 4; lower groups are emptied first.</summary>
    public const int VM_VOLATILE_GROUP_4 = 0x400;

    /// <summary>Volatile group 5; lower groups are emptied first.</summary>
    public const int VM_VOLATILE_GROUP_5 = 1280;

    /// <summary>Volatile group 6; lower groups are emptied first.</summary>
    public const int VM_VOLATILE_GROUP_6 = 1536;

    /// <summary>Volatile group 7; lower groups are emptied first.</summary>
    public const int VM_VOLATILE_GROUP_7 = 1792;

    /// <summary>Where the behaviour bit begins.</summary>
    public const int VM_PURGABLE_BEHAVIOR_SHIFT = 6;

    /// <summary>The behaviour bit.</summary>
    public const int VM_PURGABLE_BEHAVIOR_MASK = 0x40;

    /// <summary>Volatile order: the oldest is emptied first.</summary>
    public const int VM_PURGABLE_BEHAVIOR_FIFO = 0;

    /// <summary>Volatile order: the newest is emptied first.</summary>
    public const int VM_PURGABLE_BEHAVIOR_LIFO = 0x40;

    /// <summary>Where the ordering bit begins.</summary>
    public const int VM_PURGABLE_ORDERING_SHIFT = 5;

    /// <summary>The ordering bit.</summary>
    public const int VM_PURGABLE_ORDERING_MASK = 0x20;

    /// <summary>Volatile ordering: before all others.</summary>
    public const int VM_PURGABLE_ORDERING_OBSOLETE = 0x20;

    /// <summary>Volatile ordering: by group and behaviour.</summary>
    public const int VM_PURGABLE_ORDERING_NORMAL = 0;

    /// <summary>Where the place within the group begins.</summary>
    public const int VM_VOLATILE_ORDER_SHIFT = 4;

    /// <summary>The bit of the place within the group.</summary>
    public const int VM_VOLATILE_ORDER_MASK = 0x10;

    /// <summary>Place within the group: first.</summary>
    public const int VM_VOLATILE_MAKE_FIRST_IN_GROUP = 16;

    /// <summary>Place within the group: last.</summary>
    public const int VM_VOLATILE_MAKE_LAST_IN_GROUP = 0;

    /// <summary>The first purgeable state.</summary>
    public const int VM_PURGABLE_STATE_MIN = 0;

    /// <summary>The last purgeable state.</summary>
    public const int VM_PURGABLE_STATE_MAX = 3;

    /// <summary>The bits of the state.</summary>
    public const int VM_PURGABLE_STATE_MASK = 3;

    /// <summary>Purgeable state: the content is kept.</summary>
    public const int VM_PURGABLE_NONVOLATILE = 0;

    /// <summary>Purgeable state: the content may be dropped.</summary>
    public const int VM_PURGABLE_VOLATILE = 1;

    /// <summary>Purgeable state: the content is gone.</summary>
    public const int VM_PURGABLE_EMPTY = 2;

    /// <summary>Purgeable state: no other state is allowed.</summary>
    public const int VM_PURGABLE_DENY = 3;

    /// <summary>All bits of a purgeable state.</summary>
    public const int VM_PURGABLE_ALL_MASKS = 0x13773;
}
