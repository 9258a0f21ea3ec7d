namespace Mach;

public sealed partial class TaskPort
{
    /// <summary>Gives the task zeroed memory where there is room.</summary>
    /// <param name="size">Bytes; whole pages are taken.</param>
    /// <returns>Its address, which means something in the task only.</returns>
    /// <exception cref="MachException">The kernel refused.</exception>
    public ulong AllocateMemory(ulong size)
    {
        ulong address = 0;
        mach_port_name_t name = Right.BorrowName();
        kern_return_t code = new MachVmClient(Thread).mach_vm_allocate(name, ref address, size, VM_FLAGS_ANYWHERE);
        Right.ReturnName();
        MachException.ThrowIfFailed(code, "mach_vm_allocate", name);
        return address;
    }

    /// <summary>Takes memory from the task.</summary>
    /// <param name="address">An address in the task.</param>
    /// <param name="size">Bytes; the pages that they touch go.</param>
    /// <exception cref="MachException">The kernel refused.</exception>
    public void FreeMemory(ulong address, ulong size)
    {
        mach_port_name_t name = Right.BorrowName();
        kern_return_t code = new MachVmClient(Thread).mach_vm_deallocate(name, address, size);
        Right.ReturnName();
        MachException.ThrowIfFailed(code, "mach_vm_deallocate", name);
    }

    /// <summary>Reads the task's memory.</summary>
    /// <param name="address">An address in the task.</param>
    /// <param name="destination">Takes as many bytes as it has.</param>
    /// <exception cref="MachException">The memory is not there or not to be read, or the port does not allow it.</exception>
    public void ReadMemory(ulong address, Span<byte> destination)
    {
        mach_port_name_t name = Right.BorrowName();
        kern_return_t code = ForeignMemory.Read(Thread, name, address, destination);
        Right.ReturnName();
        MachException.ThrowIfFailed(code, "mach_vm_read_overwrite", name);
    }

    /// <summary>Writes the task's memory.</summary>
    /// <param name="address">An address in the task.</param>
    /// <param name="source">The bytes.</param>
    /// <exception cref="MachException">The memory is not there or not to be written, or the port does not allow it.</exception>
    public void WriteMemory(ulong address, ReadOnlySpan<byte> source)
    {
        mach_port_name_t name = Right.BorrowName();
        kern_return_t code = ForeignMemory.Write(Thread, name, address, source);
        Right.ReturnName();
        MachException.ThrowIfFailed(code, "mach_vm_write", name);
    }
}
