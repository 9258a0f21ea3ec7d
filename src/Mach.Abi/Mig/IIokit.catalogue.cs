namespace Mach.Abi;

// The catalogue of drivers.
public partial interface IIokit
{
    /// <summary>Sends the catalogue of drivers changes.</summary>
    [Routine(36)]
    kern_return_t io_catalog_send_data(
        [Subject] mach_port_t main_port, uint32_t flag, [OutOfLine] io_buf_ptr_t inData, out kern_return_t result);

    /// <summary>Ends services of a driver.</summary>
    [Routine(37)]
    kern_return_t io_catalog_terminate(
        [Subject] mach_port_t main_port, uint32_t flag, [CString(128), CType("io_name_t")] ReadOnlySpan<byte> name);

    /// <summary>Reads the catalogue of drivers; the region belongs to the caller.</summary>
    [Routine(38)]
    kern_return_t io_catalog_get_data([Subject] mach_port_t main_port, uint32_t flag, [OutOfLine] out io_buf_ptr_t outData);

    /// <summary>Reads the number of the catalogue's version.</summary>
    [Routine(39)]
    kern_return_t io_catalog_get_gen_count([Subject] mach_port_t main_port, out uint32_t genCount);

    /// <summary>Tells whether a driver is loaded.</summary>
    [Routine(40)]
    kern_return_t io_catalog_module_loaded([Subject] mach_port_t main_port, [CString(128), CType("io_name_t")] ReadOnlySpan<byte> name);

    /// <summary>Brings the catalogue back to what it began with.</summary>
    [Routine(41)]
    kern_return_t io_catalog_reset([Subject] mach_port_t main_port, uint32_t flag);

    /// <summary>Reads the version of these routines.</summary>
    [Routine(77)]
    kern_return_t io_server_version([Subject] mach_port_t main_port, out uint64_t version);

    /// <summary>Tells whether the device tree has an entry of a name.</summary>
    [Routine(87)]
    kern_return_t io_device_tree_entry_exists_with_name(
        [Subject] mach_port_t main_port, [CString(128), CType("io_name_t")] ReadOnlySpan<byte> name, out boolean_t exists);
}
