namespace Mach.Kernel;

internal sealed partial class VmServer
{
    protected override kern_return_t mach_vm_region(
        KThread caller, KMap? target_task, ref ulong address, out ulong size, int flavor, Span<int> info, out uint infoCnt,
        out KPort? object_name)
    {
        size = infoCnt = 0;
        object_name = null;
        return target_task is null ? KERN_INVALID_ARGUMENT : target_task.Region(ref address, ref size, flavor, info, ref infoCnt);
    }

    protected override kern_return_t mach_vm_region_recurse(
        KThread caller, KMap? target_task, ref ulong address, out ulong size, ref uint nesting_depth, Span<int> info, out uint infoCnt)
    {
        size = infoCnt = 0;
        return target_task is null
            ? KERN_INVALID_ARGUMENT
            : target_task.RegionRecurse(ref address, ref size, ref nesting_depth, info, ref infoCnt);
    }

    protected override kern_return_t mach_vm_page_query(
        KThread caller, KMap? target_map, ulong offset, out int disposition, out int ref_count)
    {
        disposition = ref_count = 0;
        if (target_map is null)
            return KERN_INVALID_ARGUMENT;
        (disposition, ref_count) = target_map.PageQuery(offset);
        return KERN_SUCCESS;
    }

    protected override kern_return_t mach_vm_page_info(
        KThread caller, KMap? target_task, ulong address, int flavor, Span<int> info, out uint infoCnt)
    {
        infoCnt = 0;
        return target_task is null ? KERN_INVALID_ARGUMENT : target_task.PageInfo(address, flavor, info, ref infoCnt);
    }

    protected override kern_return_t mach_vm_page_range_query(
        KThread caller, KMap? target_map, ulong address, ulong size, ulong dispositions, ref ulong dispositions_count) =>
        target_map is null
            ? KERN_INVALID_ARGUMENT
            : target_map.PageRangeQuery(address, size, caller.Memory, dispositions, ref dispositions_count);
}
