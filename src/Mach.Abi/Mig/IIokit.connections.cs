namespace Mach.Abi;

// Connections to drivers.
public partial interface IIokit
{
    /// <summary>Closes a connection.</summary>
    [Routine(16)]
    kern_return_t io_service_close([Subject(MigSubject.DeviceConnection)] mach_port_t connection);

    /// <summary>Returns the service of a connection; the right belongs to the caller.</summary>
    [Routine(17)]
    kern_return_t io_connect_get_service([Subject(MigSubject.DeviceConnection)] mach_port_t connection, [CopySend] out mach_port_t service);

    /// <summary>Sets where a connection sends messages of a kind.</summary>
    [Routine(18, Symbol = "io_connect_set_notification_port")]
    kern_return_t io_connect_set_notification_port_32(
        [Subject(MigSubject.DeviceConnection)] mach_port_t connection, uint32_t notification_type, [MakeSend] mach_port_t port,
        uint32_t reference);

    /// <summary>Maps memory of a driver into a task.</summary>
    [Routine(19)]
    kern_return_t io_connect_map_memory(
        [Subject(MigSubject.DeviceConnection)] mach_port_t connection, uint32_t memory_type, [CopySend] task_t into_task,
        ref uint32_t address, ref uint32_t size, uint32_t flags);

    /// <summary>Lets one connection know of another.</summary>
    [Routine(20)]
    kern_return_t io_connect_add_client([Subject(MigSubject.DeviceConnection)] mach_port_t connection, [CopySend] mach_port_t connect_to);

    /// <summary>Sets properties of a connection from text.</summary>
    [Routine(21)]
    kern_return_t io_connect_set_properties(
        [Subject(MigSubject.DeviceConnection)] mach_port_t connection, [OutOfLine(PhysicalCopy = true)] io_buf_ptr_t properties,
        out kern_return_t result);

    /// <summary>Calls a driver with numbers, for numbers.</summary>
    [Routine(22)]
    kern_return_t io_connect_method_scalarI_scalarO(
        [Subject(MigSubject.DeviceConnection)] mach_port_t connection, uint32_t selector,
        [Counted(16), CType("io_scalar_inband_t")] ReadOnlySpan<int> input,
        [Counted(16, CountInOut = true), CType("io_scalar_inband_t")] Span<int> output);

    /// <summary>Calls a driver with numbers, for bytes.</summary>
    [Routine(23)]
    kern_return_t io_connect_method_scalarI_structureO(
        [Subject(MigSubject.DeviceConnection)] mach_port_t connection, uint32_t selector,
        [Counted(16), CType("io_scalar_inband_t")] ReadOnlySpan<int> input,
        [Counted(4096, CountInOut = true), CType("io_struct_inband_t")] Span<byte> output);

    /// <summary>Calls a driver with numbers and bytes.</summary>
    [Routine(24)]
    kern_return_t io_connect_method_scalarI_structureI(
        [Subject(MigSubject.DeviceConnection)] mach_port_t connection, uint32_t selector,
        [Counted(16), CType("io_scalar_inband_t")] ReadOnlySpan<int> input,
        [Counted(4096), CType("io_struct_inband_t")] ReadOnlySpan<byte> inputStruct);

    /// <summary>Calls a driver with bytes, for bytes.</summary>
    [Routine(25)]
    kern_return_t io_connect_method_structureI_structureO(
        [Subject(MigSubject.DeviceConnection)] mach_port_t connection, uint32_t selector,
        [Counted(4096), CType("io_struct_inband_t")] ReadOnlySpan<byte> input,
        [Counted(4096, CountInOut = true), CType("io_struct_inband_t")] Span<byte> output);

    /// <summary>Has a driver answer later; numbers in, numbers out.</summary>
    [Routine(45)]
    kern_return_t io_async_method_scalarI_scalarO(
        [Subject(MigSubject.DeviceConnection)] mach_port_t connection, [MakeSend] mach_port_t wake_port,
        [Counted(8), CType("io_async_ref_t")] ReadOnlySpan<natural_t> reference, uint32_t selector,
        [Counted(16), CType("io_scalar_inband_t")] ReadOnlySpan<int> input,
        [Counted(16, CountInOut = true), CType("io_scalar_inband_t")] Span<int> output);

    /// <summary>Has a driver answer later; numbers in, bytes out.</summary>
    [Routine(46)]
    kern_return_t io_async_method_scalarI_structureO(
        [Subject(MigSubject.DeviceConnection)] mach_port_t connection, [MakeSend] mach_port_t wake_port,
        [Counted(8), CType("io_async_ref_t")] ReadOnlySpan<natural_t> reference, uint32_t selector,
        [Counted(16), CType("io_scalar_inband_t")] ReadOnlySpan<int> input,
        [Counted(4096, CountInOut = true), CType("io_struct_inband_t")] Span<byte> output);

    /// <summary>Has a driver answer later; numbers and bytes in.</summary>
    [Routine(47)]
    kern_return_t io_async_method_scalarI_structureI(
        [Subject(MigSubject.DeviceConnection)] mach_port_t connection, [MakeSend] mach_port_t wake_port,
        [Counted(8), CType("io_async_ref_t")] ReadOnlySpan<natural_t> reference, uint32_t selector,
        [Counted(16), CType("io_scalar_inband_t")] ReadOnlySpan<int> input,
        [Counted(4096), CType("io_struct_inband_t")] ReadOnlySpan<byte> inputStruct);

    /// <summary>Has a driver answer later; bytes in, bytes out.</summary>
    [Routine(48)]
    kern_return_t io_async_method_structureI_structureO(
        [Subject(MigSubject.DeviceConnection)] mach_port_t connection, [MakeSend] mach_port_t wake_port,
        [Counted(8), CType("io_async_ref_t")] ReadOnlySpan<natural_t> reference, uint32_t selector,
        [Counted(4096), CType("io_struct_inband_t")] ReadOnlySpan<byte> input,
        [Counted(4096, CountInOut = true), CType("io_struct_inband_t")] Span<byte> output);

    /// <summary>Returns the semaphore on which a driver signals; the right belongs to the caller.</summary>
    [Routine(52)]
    kern_return_t io_connect_get_notification_semaphore(
        [Subject(MigSubject.DeviceConnection)] mach_port_t connection, natural_t notification_type, [CopySend] out semaphore_t semaphore);

    /// <summary>Takes memory of a driver from a task.</summary>
    [Routine(53)]
    kern_return_t io_connect_unmap_memory(
        [Subject(MigSubject.DeviceConnection)] mach_port_t connection, uint32_t memory_type, [CopySend] task_t into_task,
        uint32_t address);

    /// <summary>Opens a connection to a service; it belongs to the caller.</summary>
    [Routine(62)]
    kern_return_t io_service_open_extended(
        [Subject(MigSubject.DeviceObject)] mach_port_t service, [CopySend] task_t owningTask, uint32_t connect_type, NDR_record_t ndr,
        [OutOfLine(PhysicalCopy = true)] io_buf_ptr_t properties, out kern_return_t result, [CopySend] out mach_port_t connection);

    /// <summary>Maps memory of a driver into a task, with addresses of 64 bits.</summary>
    [Routine(63)]
    kern_return_t io_connect_map_memory_into_task(
        [Subject(MigSubject.DeviceConnection)] mach_port_t connection, uint32_t memory_type, [CopySend] task_t into_task,
        ref mach_vm_address_t address, ref mach_vm_size_t size, uint32_t flags);

    /// <summary>Takes memory of a driver from a task, with addresses of 64 bits.</summary>
    [Routine(64)]
    kern_return_t io_connect_unmap_memory_from_task(
        [Subject(MigSubject.DeviceConnection)] mach_port_t connection, uint32_t memory_type, [CopySend] task_t from_task,
        mach_vm_address_t address);

    /// <summary>Calls a driver: numbers and bytes both ways, short and long.</summary>
    [Routine(65)]
    kern_return_t io_connect_method(
        [Subject(MigSubject.DeviceConnection)] mach_port_t connection, uint32_t selector,
        [Counted(16), CType("io_scalar_inband64_t")] ReadOnlySpan<io_user_scalar_t> scalar_input,
        [Counted(4096), CType("io_struct_inband_t")] ReadOnlySpan<byte> inband_input, mach_vm_address_t ool_input,
        mach_vm_size_t ool_input_size, [Counted(4096, CountInOut = true), CType("io_struct_inband_t")] Span<byte> inband_output,
        [Counted(16, CountInOut = true), CType("io_scalar_inband64_t")] Span<io_user_scalar_t> scalar_output, mach_vm_address_t ool_output,
        ref mach_vm_size_t ool_output_size);

    /// <summary>As io_connect_method; the driver answers later.</summary>
    [Routine(66)]
    kern_return_t io_connect_async_method(
        [Subject(MigSubject.DeviceConnection)] mach_port_t connection, [MakeSend] mach_port_t wake_port,
        [Counted(8), CType("io_async_ref64_t")] ReadOnlySpan<ulong> reference, uint32_t selector,
        [Counted(16), CType("io_scalar_inband64_t")] ReadOnlySpan<io_user_scalar_t> scalar_input,
        [Counted(4096), CType("io_struct_inband_t")] ReadOnlySpan<byte> inband_input, mach_vm_address_t ool_input,
        mach_vm_size_t ool_input_size, [Counted(4096, CountInOut = true), CType("io_struct_inband_t")] Span<byte> inband_output,
        [Counted(16, CountInOut = true), CType("io_scalar_inband64_t")] Span<io_user_scalar_t> scalar_output, mach_vm_address_t ool_output,
        ref mach_vm_size_t ool_output_size);

    /// <summary>Sets where a connection sends messages of a kind.</summary>
    [Routine(67)]
    kern_return_t io_connect_set_notification_port(
        [Subject(MigSubject.DeviceConnection)] mach_port_t connection, uint32_t notification_type, [MakeSend] mach_port_t port,
        io_user_reference_t reference);

    /// <summary>As io_connect_method, with an answer as long as it is; the region belongs to the caller.</summary>
    [Routine(72)]
    kern_return_t io_connect_method_var_output(
        [Subject(MigSubject.DeviceConnection)] mach_port_t connection, uint32_t selector,
        [Counted(16), CType("io_scalar_inband64_t")] ReadOnlySpan<io_user_scalar_t> scalar_input,
        [Counted(4096), CType("io_struct_inband_t")] ReadOnlySpan<byte> inband_input, mach_vm_address_t ool_input,
        mach_vm_size_t ool_input_size, [Counted(4096, CountInOut = true), CType("io_struct_inband_t")] Span<byte> inband_output,
        [Counted(16, CountInOut = true), CType("io_scalar_inband64_t")] Span<io_user_scalar_t> scalar_output,
        [OutOfLine(PhysicalCopy = true)] out io_buf_ptr_t var_output);
}
