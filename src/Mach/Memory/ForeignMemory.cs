namespace Mach;

/// <summary>Copies between a task and the memory behind a port of another.</summary>
internal static unsafe class ForeignMemory
{
    /// <summary>Reads from the task behind the port.</summary>
    internal static kern_return_t Read(MachThread thread, mach_port_name_t task, ulong address, Span<byte> destination)
    {
        fixed (byte* place = destination)
            return new MachVmClient(thread).mach_vm_read_overwrite(task, address, (ulong)destination.Length, (ulong)place, out _);
    }

    /// <summary>Writes to the task behind the port.</summary>
    internal static kern_return_t Write(MachThread thread, mach_port_name_t task, ulong address, ReadOnlySpan<byte> source)
    {
        fixed (byte* bytes = source)
            return new MachVmClient(thread).mach_vm_write(task, address, (ulong)bytes, (uint)source.Length);
    }
}
