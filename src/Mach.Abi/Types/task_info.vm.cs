using System.Runtime.InteropServices;

namespace Mach.Abi;

// mach/task_info.h: structures

/// <summary>Memory of a task, in bytes (<c>TASK_VM_INFO</c>), 372 bytes; shorter on older systems.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct task_vm_info_data_t
{
    /// <summary>Bytes of its address space that are in use.</summary>
    public mach_vm_size_t virtual_size;

    /// <summary>Regions of its address map.</summary>
    public integer_t region_count;

    /// <summary>Bytes of its pages.</summary>
    public integer_t page_size;

    /// <summary>Bytes of its memory that are resident.</summary>
    public mach_vm_size_t resident_size;

    /// <summary>The most that was resident.</summary>
    public mach_vm_size_t resident_size_peak;

    /// <summary>Device memory.</summary>
    public mach_vm_size_t device;

    /// <summary>The most of it.</summary>
    public mach_vm_size_t device_peak;

    /// <summary>Memory backed by nothing.</summary>
    public mach_vm_size_t @internal;

    /// <summary>The most of it.</summary>
    public mach_vm_size_t internal_peak;

    /// <summary>Memory backed by files or pagers.</summary>
    public mach_vm_size_t external;

    /// <summary>The most of it.</summary>
    public mach_vm_size_t external_peak;

    /// <summary>Memory whose content may be dropped.</summary>
    public mach_vm_size_t reusable;

    /// <summary>The most of it.</summary>
    public mach_vm_size_t reusable_peak;

    /// <summary>Volatile memory that is mapped.</summary>
    public mach_vm_size_t purgeable_volatile_pmap;

    /// <summary>Volatile memory that is resident.</summary>
    public mach_vm_size_t purgeable_volatile_resident;

    /// <summary>Volatile memory.</summary>
    public mach_vm_size_t purgeable_volatile_virtual;

    /// <summary>Compressed memory.</summary>
    public mach_vm_size_t compressed;

    /// <summary>The most of it.</summary>
    public mach_vm_size_t compressed_peak;

    /// <summary>All that was ever compressed.</summary>
    public mach_vm_size_t compressed_lifetime;

    /// <summary>The footprint; from revision 1.</summary>
    public mach_vm_size_t phys_footprint;

    /// <summary>The lowest address of its map; from revision 2.</summary>
    public mach_vm_address_t min_address;

    /// <summary>One past the last address of its map; from revision 2.</summary>
    public mach_vm_address_t max_address;

    /// <summary>The greatest footprint; from revision 3.</summary>
    public long ledger_phys_footprint_peak;

    /// <summary>Purgeable memory that is not volatile.</summary>
    public long ledger_purgeable_nonvolatile;

    /// <summary>Of that, compressed.</summary>
    public long ledger_purgeable_novolatile_compressed;

    /// <summary>Purgeable memory that is volatile.</summary>
    public long ledger_purgeable_volatile;

    /// <summary>Of that, compressed.</summary>
    public long ledger_purgeable_volatile_compressed;

    /// <summary>Charged to networking, not volatile.</summary>
    public long ledger_tag_network_nonvolatile;

    /// <summary>Of that, compressed.</summary>
    public long ledger_tag_network_nonvolatile_compressed;

    /// <summary>Charged to networking, volatile.</summary>
    public long ledger_tag_network_volatile;

    /// <summary>Of that, compressed.</summary>
    public long ledger_tag_network_volatile_compressed;

    /// <summary>Charged to media, in the footprint.</summary>
    public long ledger_tag_media_footprint;

    /// <summary>Of that, compressed.</summary>
    public long ledger_tag_media_footprint_compressed;

    /// <summary>Charged to media, not in the footprint.</summary>
    public long ledger_tag_media_nofootprint;

    /// <summary>Of that, compressed.</summary>
    public long ledger_tag_media_nofootprint_compressed;

    /// <summary>Charged to graphics, in the footprint.</summary>
    public long ledger_tag_graphics_footprint;

    /// <summary>Of that, compressed.</summary>
    public long ledger_tag_graphics_footprint_compressed;

    /// <summary>Charged to graphics, not in the footprint.</summary>
    public long ledger_tag_graphics_nofootprint;

    /// <summary>Of that, compressed.</summary>
    public long ledger_tag_graphics_nofootprint_compressed;

    /// <summary>Charged to the neural engine, in the footprint.</summary>
    public long ledger_tag_neural_footprint;

    /// <summary>Of that, compressed.</summary>
    public long ledger_tag_neural_footprint_compressed;

    /// <summary>Charged to the neural engine, not in the footprint.</summary>
    public long ledger_tag_neural_nofootprint;

    /// <summary>Of that, compressed.</summary>
    public long ledger_tag_neural_nofootprint_compressed;

    /// <summary>What is left until the limit; from revision 4.</summary>
    public ulong limit_bytes_remaining;

    /// <summary>Pages decompressed; from revision 5.</summary>
    public integer_t decompressions;

    /// <summary>Bytes read back in; from revision 6.</summary>
    public long ledger_swapins;

    /// <summary>All that was ever charged to the neural engine; from revision 7.</summary>
    public long ledger_tag_neural_nofootprint_total;

    /// <summary>The most of it; from revision 7.</summary>
    public long ledger_tag_neural_nofootprint_peak;
}
