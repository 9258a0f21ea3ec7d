namespace Mach.Abi;

// Services, and messages about them.
public partial interface IIokit
{
    /// <summary>Finds services by a description; the iterator belongs to the caller.</summary>
    [Routine(4)]
    kern_return_t io_service_get_matching_services(
        [Subject] mach_port_t main_port, [CString(512), CType("io_string_t")] ReadOnlySpan<byte> matching,
        [CopySend] out mach_port_t existing);

    /// <summary>Reads how busy a service is.</summary>
    [Routine(31)]
    kern_return_t io_service_get_busy_state([Subject(MigSubject.DeviceObject)] mach_port_t service, out uint32_t busyState);

    /// <summary>Waits until a service is quiet.</summary>
    [Routine(32)]
    kern_return_t io_service_wait_quiet([Subject(MigSubject.DeviceObject)] mach_port_t service, mach_timespec_t wait_time);

    /// <summary>Asks a service to look for devices again.</summary>
    [Routine(42)]
    kern_return_t io_service_request_probe([Subject(MigSubject.DeviceObject)] mach_port_t service, uint32_t options);

    /// <summary>Tells whether a service fits a description.</summary>
    [Routine(44)]
    kern_return_t io_service_match_property_table(
        [Subject(MigSubject.DeviceObject)] mach_port_t service, [CString(512), CType("io_string_t")] ReadOnlySpan<byte> matching,
        out boolean_t matches);

    /// <summary>Asks for messages about services that fit a description; the notification belongs to the caller.</summary>
    [Routine(49, Symbol = "io_service_add_notification")]
    kern_return_t io_service_add_notification_32(
        [Subject] mach_port_t main_port, [CString(128), CType("io_name_t")] ReadOnlySpan<byte> notification_type,
        [CString(512), CType("io_string_t")] ReadOnlySpan<byte> matching, [MakeSend] mach_port_t wake_port,
        [Counted(8), CType("io_async_ref_t")] ReadOnlySpan<natural_t> reference, [CopySend] out mach_port_t notification);

    /// <summary>Asks for messages about one service; the notification belongs to the caller.</summary>
    [Routine(50, Symbol = "io_service_add_interest_notification")]
    kern_return_t io_service_add_interest_notification_32(
        [Subject(MigSubject.DeviceObject)] mach_port_t service, [CString(128), CType("io_name_t")] ReadOnlySpan<byte> type_of_interest,
        [MakeSend] mach_port_t wake_port, [Counted(8), CType("io_async_ref_t")] ReadOnlySpan<natural_t> reference,
        [CopySend] out mach_port_t notification);

    /// <summary>Answers a message that waits for it.</summary>
    [Routine(51)]
    kern_return_t io_service_acknowledge_notification(
        [Subject(MigSubject.DeviceObject)] mach_port_t service, natural_t notify_ref, natural_t response);

    /// <summary>Reads state and busyness of a service.</summary>
    [Routine(56)]
    kern_return_t io_service_get_state(
        [Subject(MigSubject.DeviceObject)] mach_port_t service, out uint64_t state, out uint32_t busy_state,
        out uint64_t accumulated_busy_time);

    /// <summary>As io_service_get_matching_services, with a long description.</summary>
    [Routine(57)]
    kern_return_t io_service_get_matching_services_ool(
        [Subject] mach_port_t main_port, [OutOfLine(PhysicalCopy = true)] io_buf_ptr_t matching, out kern_return_t result,
        [CopySend] out mach_port_t existing);

    /// <summary>As io_service_match_property_table, with a long description.</summary>
    [Routine(58)]
    kern_return_t io_service_match_property_table_ool(
        [Subject(MigSubject.DeviceObject)] mach_port_t service, [OutOfLine(PhysicalCopy = true)] io_buf_ptr_t matching,
        out kern_return_t result, out boolean_t matches);

    /// <summary>As io_service_add_notification, with a long description.</summary>
    [Routine(59, Symbol = "io_service_add_notification_ool")]
    kern_return_t io_service_add_notification_ool_32(
        [Subject] mach_port_t main_port, [CString(128), CType("io_name_t")] ReadOnlySpan<byte> notification_type,
        [OutOfLine(PhysicalCopy = true)] io_buf_ptr_t matching, [MakeSend] mach_port_t wake_port,
        [Counted(8), CType("io_async_ref_t")] ReadOnlySpan<natural_t> reference, out kern_return_t result,
        [CopySend] out mach_port_t notification);

    /// <summary>Asks for messages about services that fit a description; the notification belongs to the caller.</summary>
    [Routine(68)]
    kern_return_t io_service_add_notification(
        [Subject] mach_port_t main_port, [CString(128), CType("io_name_t")] ReadOnlySpan<byte> notification_type,
        [CString(512), CType("io_string_t")] ReadOnlySpan<byte> matching, [MakeSend] mach_port_t wake_port,
        [Counted(8), CType("io_async_ref64_t")] ReadOnlySpan<ulong> reference, [CopySend] out mach_port_t notification);

    /// <summary>Asks for messages about one service; the notification belongs to the caller.</summary>
    [Routine(69)]
    kern_return_t io_service_add_interest_notification(
        [Subject(MigSubject.DeviceObject)] mach_port_t service, [CString(128), CType("io_name_t")] ReadOnlySpan<byte> type_of_interest,
        [MakeSend] mach_port_t wake_port, [Counted(8), CType("io_async_ref64_t")] ReadOnlySpan<ulong> reference,
        [CopySend] out mach_port_t notification);

    /// <summary>As io_service_add_notification, with a long description.</summary>
    [Routine(70)]
    kern_return_t io_service_add_notification_ool(
        [Subject] mach_port_t main_port, [CString(128), CType("io_name_t")] ReadOnlySpan<byte> notification_type,
        [OutOfLine(PhysicalCopy = true)] io_buf_ptr_t matching, [MakeSend] mach_port_t wake_port,
        [Counted(8), CType("io_async_ref64_t")] ReadOnlySpan<ulong> reference, out kern_return_t result,
        [CopySend] out mach_port_t notification);

    /// <summary>Finds one service by a description; the right belongs to the caller.</summary>
    [Routine(73)]
    kern_return_t io_service_get_matching_service(
        [Subject] mach_port_t main_port, [CString(512), CType("io_string_t")] ReadOnlySpan<byte> matching,
        [CopySend] out mach_port_t service);

    /// <summary>As io_service_get_matching_service, with a long description.</summary>
    [Routine(74)]
    kern_return_t io_service_get_matching_service_ool(
        [Subject] mach_port_t main_port, [OutOfLine(PhysicalCopy = true)] io_buf_ptr_t matching, out kern_return_t result,
        [CopySend] out mach_port_t service);

    /// <summary>Reads who may use a service.</summary>
    [Routine(75)]
    kern_return_t io_service_get_authorization_id([Subject(MigSubject.DeviceObject)] mach_port_t service, out uint64_t authorization_id);

    /// <summary>Sets who may use a service.</summary>
    [Routine(76)]
    kern_return_t io_service_set_authorization_id([Subject(MigSubject.DeviceObject)] mach_port_t service, uint64_t authorization_id);

    /// <summary>As io_service_get_matching_service, with a binary description.</summary>
    [Routine(80)]
    kern_return_t io_service_get_matching_service_bin(
        [Subject] mach_port_t main_port, [Counted(4096), CType("io_struct_inband_t")] ReadOnlySpan<byte> matching,
        [CopySend] out mach_port_t service);

    /// <summary>As io_service_get_matching_services, with a binary description.</summary>
    [Routine(81)]
    kern_return_t io_service_get_matching_services_bin(
        [Subject] mach_port_t main_port, [Counted(4096), CType("io_struct_inband_t")] ReadOnlySpan<byte> matching,
        [CopySend] out mach_port_t existing);

    /// <summary>As io_service_match_property_table, with a binary description.</summary>
    [Routine(82)]
    kern_return_t io_service_match_property_table_bin(
        [Subject(MigSubject.DeviceObject)] mach_port_t service, [Counted(4096), CType("io_struct_inband_t")] ReadOnlySpan<byte> matching,
        out boolean_t matches);

    /// <summary>As io_service_add_notification, with a binary description.</summary>
    [Routine(83, Symbol = "io_service_add_notification_bin")]
    kern_return_t io_service_add_notification_bin_32(
        [Subject] mach_port_t main_port, [CString(128), CType("io_name_t")] ReadOnlySpan<byte> notification_type,
        [Counted(4096), CType("io_struct_inband_t")] ReadOnlySpan<byte> matching, [MakeSend] mach_port_t wake_port,
        [Counted(8), CType("io_async_ref_t")] ReadOnlySpan<natural_t> reference, [CopySend] out mach_port_t notification);

    /// <summary>As io_service_add_notification, with a binary description.</summary>
    [Routine(84)]
    kern_return_t io_service_add_notification_bin(
        [Subject] mach_port_t main_port, [CString(128), CType("io_name_t")] ReadOnlySpan<byte> notification_type,
        [Counted(4096), CType("io_struct_inband_t")] ReadOnlySpan<byte> matching, [MakeSend] mach_port_t wake_port,
        [Counted(8), CType("io_async_ref64_t")] ReadOnlySpan<ulong> reference, [CopySend] out mach_port_t notification);

    /// <summary>As io_service_wait_quiet, with options.</summary>
    [Routine(90)]
    kern_return_t io_service_wait_quiet_with_options(
        [Subject(MigSubject.DeviceObject)] mach_port_t service, mach_timespec_t wait_time, uint32_t options);
}
