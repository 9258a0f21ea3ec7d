namespace Mach.Kernel;

internal sealed partial class VmServer
{
    private const uint MostListed = 256;

    protected override kern_return_t mach_vm_read(
        KThread caller, KMap? target_task, ulong address, ulong size, out ReadOnlyMemory<byte> data)
    {
        data = default;
        if (target_task is null || size > uint.MaxValue)
            return KERN_INVALID_ARGUMENT;
        if (size == 0)
            return KERN_SUCCESS;
        var code = target_task.Capture(target_task.Space, address, size, keepsOffset: true, deallocate: false, out var copy);
        if (code != KERN_SUCCESS)
            return code;
        if (size > int.MaxValue)
        {
            copy!.Close();
            return KERN_RESOURCE_SHORTAGE;
        }
        data = copy!.AsMemory;
        return KERN_SUCCESS;
    }

    protected override kern_return_t mach_vm_read_list(
        KThread caller, KMap? target_task, ref mach_vm_read_entry_t data_list, uint count)
    {
        if (target_task is null || count > MostListed)
            return KERN_INVALID_ARGUMENT;
        var code = KERN_SUCCESS;
        for (var index = 0; index < (int)count; index++)
        {
            ref var entry = ref data_list[index];
            var read = Read(caller, target_task, ref entry);
            if (entry.size != 0 || read != KERN_SUCCESS)
                code = read;
            if (read != KERN_SUCCESS || entry.size == 0)
                entry = default;
        }
        return code;
    }

    private static kern_return_t Read(KThread caller, KMap target, ref mach_vm_read_entry entry)
    {
        if (entry.size == 0)
            return KERN_SUCCESS;
        if (entry.size > uint.MaxValue)
            return KERN_INVALID_ARGUMENT;
        var code = target.Capture(target.Space, entry.address, entry.size, keepsOffset: true, deallocate: false, out var copy);
        if (code != KERN_SUCCESS)
            return code;
        if (copy!.TryGive(caller.Task.Map, out entry.address))
            return KERN_SUCCESS;
        copy.Close();
        return KERN_NO_SPACE;
    }

    protected override kern_return_t mach_vm_write(KThread caller, KMap? target_task, ulong address, ReadOnlySpan<byte> data) =>
        target_task is null ? KERN_INVALID_ARGUMENT : target_task.Overwrite(address, data);

    protected override kern_return_t mach_vm_copy(
        KThread caller, KMap? target_task, ulong source_address, ulong size, ulong dest_address) =>
        target_task is null ? KERN_INVALID_ARGUMENT : Copy(target_task, source_address, size, target_task, dest_address);

    protected override kern_return_t mach_vm_read_overwrite(
        KThread caller, KMap? target_task, ulong address, ulong size, ulong data, out ulong outsize)
    {
        outsize = 0;
        if (target_task is null)
            return KERN_INVALID_ARGUMENT;
        var code = Copy(target_task, address, size, caller.Task.Map, data);
        if (code == KERN_SUCCESS)
            outsize = size;
        return code;
    }

    private static kern_return_t Copy(KMap source, ulong from, ulong size, KMap destination, ulong to)
    {
        if (size == 0)
            return KERN_SUCCESS;
        var code = source.Capture(source.Space, from, size, keepsOffset: true, deallocate: false, out var copy);
        if (code != KERN_SUCCESS)
            return code;
        code = destination.Overwrite(to, copy!);
        copy!.Close();
        return code;
    }
}
