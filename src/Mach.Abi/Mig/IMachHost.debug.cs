namespace Mach.Abi;

// The kernel's own memory and locks, for debugging.
public partial interface IMachHost
{
    /// <summary>Reads how the table from physical to virtual pages is filled; the region belongs to the caller.</summary>
    [Routine(9)]
    kern_return_t host_virtual_physical_table_info([Subject] host_t host, [OutOfLine(Deallocate = true)] out hash_info_bucket_array_t info);

    /// <summary>Reads counters of the kernel's lock groups; the region belongs to the caller.</summary>
    [Routine(18)]
    kern_return_t host_lockgroup_info(
        [Subject] host_t host, [OutOfLine(Deallocate = true, Multiplier = 33)] out lockgroup_info_array_t lockgroup_info);

    /// <summary>Lists the kernel's allocation zones with their figures; the regions belong to the caller.</summary>
    [Routine(20)]
    kern_return_t mach_zone_info(
        [Subject] mach_port_t host, [OutOfLine(Deallocate = true, Multiplier = 80)] out mach_zone_name_array_t names,
        [OutOfLine(Deallocate = true, Multiplier = 8)] out mach_zone_info_array_t info);

    /// <summary>Gives unused memory of the kernel's zones back.</summary>
    [Routine(21)]
    kern_return_t mach_zone_force_gc([Subject] host_t host);

    /// <summary>Lists the kernel's zones and what else its memory is used for; the regions belong to the caller.</summary>
    [Routine(27)]
    kern_return_t mach_memory_info(
        [Subject] mach_port_t host, [OutOfLine(Deallocate = true, Multiplier = 80)] out mach_zone_name_array_t names,
        [OutOfLine(Deallocate = true, Multiplier = 8)] out mach_zone_info_array_t info,
        [OutOfLine(Deallocate = true, Multiplier = 22)] out mach_memory_info_array_t memory_info);

    /// <summary>Reads the figures of the zone with a name.</summary>
    [Routine(31)]
    kern_return_t mach_zone_info_for_zone([Subject] host_priv_t host, mach_zone_name_t name, out mach_zone_info_t info);

    /// <summary>Reads name and figures of the zone that holds most memory.</summary>
    [Routine(32)]
    kern_return_t mach_zone_info_for_largest_zone([Subject] host_priv_t host, out mach_zone_name_t name, out mach_zone_info_t info);

    /// <summary>Lists the zones whose allocations are logged; the region belongs to the caller.</summary>
    [Routine(33)]
    kern_return_t mach_zone_get_zlog_zones(
        [Subject] host_priv_t host, [OutOfLine(Deallocate = true, Multiplier = 80)] out mach_zone_name_array_t names);

    /// <summary>Reads the logged allocations of a zone; the region belongs to the caller.</summary>
    [Routine(34)]
    kern_return_t mach_zone_get_btlog_records(
        [Subject] host_priv_t host, mach_zone_name_t name, [OutOfLine(Deallocate = true, Multiplier = 16)] out zone_btrecord_array_t recs);
}
