namespace Mach.Abi;

/// <summary>
/// Subsystem iokit (device.defs): the registry of devices. Of two routines with one name the later one keeps it; the earlier, of 32 bits,
/// ends in _32. Ids, arguments and message layouts are compared by a test with reference/mig.json.
/// </summary>
[MigSubsystem("iokit", 2800, Kernel = true)]
public partial interface IIokit
{
    /// <summary>Reads the name of an object's class.</summary>
    [Routine(0)]
    kern_return_t io_object_get_class(
        [Subject(MigSubject.DeviceObject)] mach_port_t @object, [CString(128), CType("io_name_t")] Span<byte> className);

    /// <summary>Tells whether an object is of a class.</summary>
    [Routine(1)]
    kern_return_t io_object_conforms_to(
        [Subject(MigSubject.DeviceObject)] mach_port_t @object, [CString(128), CType("io_name_t")] ReadOnlySpan<byte> className,
        out boolean_t conforms);

    /// <summary>Returns the next object; the right belongs to the caller.</summary>
    [Routine(2)]
    kern_return_t io_iterator_next([Subject(MigSubject.DeviceObject)] mach_port_t iterator, [CopySend] out mach_port_t @object);

    /// <summary>Begins an iteration again.</summary>
    [Routine(3)]
    kern_return_t io_iterator_reset([Subject(MigSubject.DeviceObject)] mach_port_t iterator);

    /// <summary>Reads a property as text; the region belongs to the caller.</summary>
    [Routine(5)]
    kern_return_t io_registry_entry_get_property(
        [Subject(MigSubject.DeviceObject)] mach_port_t registry_entry, [CString(128), CType("io_name_t")] ReadOnlySpan<byte> property_name,
        [OutOfLine(PhysicalCopy = true)] out io_buf_ptr_t properties);

    /// <summary>Walks a plane of the registry; the iterator belongs to the caller.</summary>
    [Routine(6)]
    kern_return_t io_registry_create_iterator(
        [Subject] mach_port_t main_port, [CString(128), CType("io_name_t")] ReadOnlySpan<byte> plane, uint32_t options,
        [CopySend] out mach_port_t iterator);

    /// <summary>Goes down into the current entry.</summary>
    [Routine(7)]
    kern_return_t io_registry_iterator_enter_entry([Subject(MigSubject.DeviceObject)] mach_port_t iterator);

    /// <summary>Comes back up to the entry before.</summary>
    [Routine(8)]
    kern_return_t io_registry_iterator_exit_entry([Subject(MigSubject.DeviceObject)] mach_port_t iterator);

    /// <summary>Finds an entry by its path; the right belongs to the caller.</summary>
    [Routine(9)]
    kern_return_t io_registry_entry_from_path(
        [Subject] mach_port_t main_port, [CString(512), CType("io_string_t")] ReadOnlySpan<byte> path,
        [CopySend] out mach_port_t registry_entry);

    /// <summary>Reads the name of an entry.</summary>
    [Routine(10)]
    kern_return_t io_registry_entry_get_name(
        [Subject(MigSubject.DeviceObject)] mach_port_t registry_entry, [CString(128), CType("io_name_t")] Span<byte> name);

    /// <summary>Reads all properties as text; the region belongs to the caller.</summary>
    [Routine(11)]
    kern_return_t io_registry_entry_get_properties(
        [Subject(MigSubject.DeviceObject)] mach_port_t registry_entry, [OutOfLine(PhysicalCopy = true)] out io_buf_ptr_t properties);

    /// <summary>Reads a property that is bytes.</summary>
    [Routine(12)]
    kern_return_t io_registry_entry_get_property_bytes(
        [Subject(MigSubject.DeviceObject)] mach_port_t registry_entry, [CString(128), CType("io_name_t")] ReadOnlySpan<byte> property_name,
        [Counted(4096, CountInOut = true), CType("io_struct_inband_t")] Span<byte> data);

    /// <summary>Lists the children of an entry in a plane; the iterator belongs to the caller.</summary>
    [Routine(13)]
    kern_return_t io_registry_entry_get_child_iterator(
        [Subject(MigSubject.DeviceObject)] mach_port_t registry_entry, [CString(128), CType("io_name_t")] ReadOnlySpan<byte> plane,
        [CopySend] out mach_port_t iterator);

    /// <summary>Lists the parents of an entry in a plane; the iterator belongs to the caller.</summary>
    [Routine(14)]
    kern_return_t io_registry_entry_get_parent_iterator(
        [Subject(MigSubject.DeviceObject)] mach_port_t registry_entry, [CString(128), CType("io_name_t")] ReadOnlySpan<byte> plane,
        [CopySend] out mach_port_t iterator);

    /// <summary>Reads the path of an entry in a plane.</summary>
    [Routine(26)]
    kern_return_t io_registry_entry_get_path(
        [Subject(MigSubject.DeviceObject)] mach_port_t registry_entry, [CString(128), CType("io_name_t")] ReadOnlySpan<byte> plane,
        [CString(512), CType("io_string_t")] Span<byte> path);

    /// <summary>Returns the root of the registry; the right belongs to the caller.</summary>
    [Routine(27)]
    kern_return_t io_registry_get_root_entry([Subject] mach_port_t main_port, [CopySend] out mach_port_t root);

    /// <summary>Sets properties of an entry from text.</summary>
    [Routine(28)]
    kern_return_t io_registry_entry_set_properties(
        [Subject(MigSubject.DeviceObject)] mach_port_t registry_entry, [OutOfLine(PhysicalCopy = true)] io_buf_ptr_t properties,
        out kern_return_t result);

    /// <summary>Tells whether an entry is in a plane.</summary>
    [Routine(29)]
    kern_return_t io_registry_entry_in_plane(
        [Subject(MigSubject.DeviceObject)] mach_port_t registry_entry, [CString(128), CType("io_name_t")] ReadOnlySpan<byte> plane,
        out boolean_t inPlane);

    /// <summary>Reads how many hold an object.</summary>
    [Routine(30)]
    kern_return_t io_object_get_retain_count([Subject(MigSubject.DeviceObject)] mach_port_t @object, out uint32_t retainCount);

    /// <summary>Walks a plane from an entry on; the iterator belongs to the caller.</summary>
    [Routine(33)]
    kern_return_t io_registry_entry_create_iterator(
        [Subject(MigSubject.DeviceObject)] mach_port_t registry_entry, [CString(128), CType("io_name_t")] ReadOnlySpan<byte> plane,
        uint32_t options, [CopySend] out mach_port_t iterator);

    /// <summary>Tells whether the registry has changed under an iteration.</summary>
    [Routine(34)]
    kern_return_t io_iterator_is_valid([Subject(MigSubject.DeviceObject)] mach_port_t iterator, out boolean_t is_valid);

    /// <summary>Reads the name of an entry in a plane.</summary>
    [Routine(43)]
    kern_return_t io_registry_entry_get_name_in_plane(
        [Subject(MigSubject.DeviceObject)] mach_port_t registry_entry, [CString(128), CType("io_name_t")] ReadOnlySpan<byte> plane,
        [CString(128), CType("io_name_t")] Span<byte> name);

    /// <summary>Reads where an entry is in a plane.</summary>
    [Routine(54)]
    kern_return_t io_registry_entry_get_location_in_plane(
        [Subject(MigSubject.DeviceObject)] mach_port_t registry_entry, [CString(128), CType("io_name_t")] ReadOnlySpan<byte> plane,
        [CString(128), CType("io_name_t")] Span<byte> location);

    /// <summary>Looks for a property along a plane; the region belongs to the caller.</summary>
    [Routine(55)]
    kern_return_t io_registry_entry_get_property_recursively(
        [Subject(MigSubject.DeviceObject)] mach_port_t registry_entry, [CString(128), CType("io_name_t")] ReadOnlySpan<byte> plane,
        [CString(128), CType("io_name_t")] ReadOnlySpan<byte> property_name, uint32_t options,
        [OutOfLine(PhysicalCopy = true)] out io_buf_ptr_t properties);

    /// <summary>Reads the name of the class above a class.</summary>
    [Routine(60)]
    kern_return_t io_object_get_superclass(
        [Subject] mach_port_t main_port, [CString(128), CType("io_name_t")] ReadOnlySpan<byte> obj_name,
        [CString(128), CType("io_name_t")] Span<byte> class_name);

    /// <summary>Reads which driver brought a class.</summary>
    [Routine(61)]
    kern_return_t io_object_get_bundle_identifier(
        [Subject] mach_port_t main_port, [CString(128), CType("io_name_t")] ReadOnlySpan<byte> obj_name,
        [CString(128), CType("io_name_t")] Span<byte> class_name);

    /// <summary>Reads the number that names an entry for good.</summary>
    [Routine(71)]
    kern_return_t io_registry_entry_get_registry_entry_id(
        [Subject(MigSubject.DeviceObject)] mach_port_t registry_entry, out uint64_t entry_id);

    /// <summary>Reads all properties in a binary form; the region belongs to the caller.</summary>
    [Routine(78)]
    kern_return_t io_registry_entry_get_properties_bin(
        [Subject(MigSubject.DeviceObject)] mach_port_t registry_entry, [OutOfLine(PhysicalCopy = true)] out io_buf_ptr_t properties);

    /// <summary>Reads a property in a binary form, along a plane if asked; the region belongs to the caller.</summary>
    [Routine(79)]
    kern_return_t io_registry_entry_get_property_bin(
        [Subject(MigSubject.DeviceObject)] mach_port_t registry_entry, [CString(128), CType("io_name_t")] ReadOnlySpan<byte> plane,
        [CString(128), CType("io_name_t")] ReadOnlySpan<byte> property_name, uint32_t options,
        [OutOfLine(PhysicalCopy = true)] out io_buf_ptr_t properties);

    /// <summary>As io_registry_entry_get_path, of any length; the region belongs to the caller.</summary>
    [Routine(85)]
    kern_return_t io_registry_entry_get_path_ool(
        [Subject(MigSubject.DeviceObject)] mach_port_t registry_entry, [CString(128), CType("io_name_t")] ReadOnlySpan<byte> plane,
        [CString(4096), CType("io_string_inband_t")] Span<byte> path, [OutOfLine(PhysicalCopy = true)] out io_buf_ptr_t path_ool);

    /// <summary>As io_registry_entry_from_path, of any length.</summary>
    [Routine(86)]
    kern_return_t io_registry_entry_from_path_ool(
        [Subject] mach_port_t main_port, [CString(4096), CType("io_string_inband_t")] ReadOnlySpan<byte> path,
        [OutOfLine(PhysicalCopy = true)] io_buf_ptr_t path_ool, out kern_return_t result, [CopySend] out mach_port_t registry_entry);

    /// <summary>As io_registry_entry_get_properties_bin, into memory of the caller if there is room.</summary>
    [Routine(88)]
    kern_return_t io_registry_entry_get_properties_bin_buf(
        [Subject(MigSubject.DeviceObject)] mach_port_t registry_entry, mach_vm_address_t buf, ref mach_vm_size_t bufsize,
        [OutOfLine(PhysicalCopy = true)] out io_buf_ptr_t properties);

    /// <summary>As io_registry_entry_get_property_bin, into memory of the caller if there is room.</summary>
    [Routine(89)]
    kern_return_t io_registry_entry_get_property_bin_buf(
        [Subject(MigSubject.DeviceObject)] mach_port_t registry_entry, [CString(128), CType("io_name_t")] ReadOnlySpan<byte> plane,
        [CString(128), CType("io_name_t")] ReadOnlySpan<byte> property_name, uint32_t options, mach_vm_address_t buf,
        ref mach_vm_size_t bufsize, [OutOfLine(PhysicalCopy = true)] out io_buf_ptr_t properties);
}
