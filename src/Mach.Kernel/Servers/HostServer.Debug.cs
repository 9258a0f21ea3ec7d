namespace Mach.Kernel;

// The kernel's own memory, locks and modules.
internal sealed partial class HostServer
{
    private const string NoZones = "the kernel's objects live by the garbage collector, not in zones; snapshots and metrics show what there is";

    protected override kern_return_t mach_memory_object_memory_entry(
        KThread caller, KHost host, int @internal, ulong size, int permission, KPort? pager, out KPort? entry_handle) =>
        mach_memory_object_memory_entry_64(caller, host, @internal, size, permission, pager, out entry_handle);

    protected override kern_return_t mach_memory_object_memory_entry_64(
        KThread caller, KHost host, int @internal, ulong size, int permission, KPort? pager, out KPort? entry_handle) =>
        MemoryEntries.MakeFresh(kernel, caller, @internal != 0, size, permission, pager, out entry_handle);

    [Refuses("the kernel loads no modules; XNU has nothing to list here either")]
    protected override kern_return_t kmod_get_info(KThread caller, KHost host, out ReadOnlyMemory<byte> modules)
    {
        modules = default;
        return KERN_NOT_SUPPORTED;
    }

    [Refuses("the kernel maps no physical pages, so it has no table of them")]
    protected override kern_return_t host_virtual_physical_table_info(KThread caller, KHost host, out ReadOnlyMemory<hash_info_bucket_t> info)
    {
        info = default;
        return KERN_FAILURE;
    }

    [Refuses("the kernel's locks are held for a few memory accesses and keep no statistics")]
    protected override kern_return_t host_lockgroup_info(KThread caller, KHost host, out ReadOnlyMemory<lockgroup_info_t> lockgroup_info)
    {
        lockgroup_info = default;
        return KERN_NOT_SUPPORTED;
    }

    /// <summary>What the kernel keeps for later goes back to the collector.</summary>
    protected override kern_return_t mach_zone_force_gc(KThread caller, KHost host)
    {
        kernel.Messages.Trim();
        return KERN_SUCCESS;
    }

    [Refuses(NoZones)]
    protected override kern_return_t mach_zone_info(
        KThread caller, KHost host, out ReadOnlyMemory<mach_zone_name_t> names, out ReadOnlyMemory<mach_zone_info_t> info)
    {
        names = default;
        info = default;
        return NoZone(caller);
    }

    [Refuses(NoZones)]
    protected override kern_return_t mach_memory_info(
        KThread caller, KHost host, out ReadOnlyMemory<mach_zone_name_t> names, out ReadOnlyMemory<mach_zone_info_t> info,
        out ReadOnlyMemory<mach_memory_info_t> memory_info)
    {
        names = default;
        info = default;
        memory_info = default;
        return NoZone(caller);
    }

    [Refuses(NoZones)]
    protected override kern_return_t mach_zone_info_for_zone(KThread caller, KHost host, mach_zone_name_t name, out mach_zone_info_t info)
    {
        info = default;
        return KERN_NOT_SUPPORTED;
    }

    [Refuses(NoZones)]
    protected override kern_return_t mach_zone_info_for_largest_zone(
        KThread caller, KHost host, out mach_zone_name_t name, out mach_zone_info_t info)
    {
        name = default;
        info = default;
        return KERN_NOT_SUPPORTED;
    }

    [Refuses(NoZones)]
    protected override kern_return_t mach_zone_get_zlog_zones(KThread caller, KHost host, out ReadOnlyMemory<mach_zone_name_t> names)
    {
        names = default;
        return KERN_NOT_SUPPORTED;
    }

    [Refuses(NoZones)]
    protected override kern_return_t mach_zone_get_btlog_records(
        KThread caller, KHost host, mach_zone_name_t name, out ReadOnlyMemory<zone_btrecord_t> recs)
    {
        recs = default;
        return KERN_NOT_SUPPORTED;
    }

    /// <summary>Who may not ask is told that, before anything else (R-HST-18).</summary>
    private static kern_return_t NoZone(KThread caller) => caller.Task.Tokens.Identity.UserId == 0 ? KERN_NOT_SUPPORTED : KERN_NO_ACCESS;
}
