namespace Mach.Abi;

// mach/vm_sync.h
public static partial class MachConstants
{
    /// <summary>Synchronization flag: do not wait.</summary>
    public const uint VM_SYNC_ASYNCHRONOUS = 1;

    /// <summary>Synchronization flag: wait until it is written.</summary>
    public const uint VM_SYNC_SYNCHRONOUS = 2;

    /// <summary>Synchronization flag: drop the pages afterwards.</summary>
    public const uint VM_SYNC_INVALIDATE = 4;

    /// <summary>Synchronization flag: drop the pages unwritten.</summary>
    public const uint VM_SYNC_KILLPAGES = 8;

    /// <summary>Synchronization flag: let the pages be reclaimed first.</summary>
    public const uint VM_SYNC_DEACTIVATE = 16;

    /// <summary>Synchronization flag: fail when the range has a hole.</summary>
    public const uint VM_SYNC_CONTIGUOUS = 0x20;

    /// <summary>Synchronization flag: the pages' content may be dropped.</summary>
    public const uint VM_SYNC_REUSABLEPAGES = 0x40;
}
