namespace Mach.Abi;

/// <summary>
/// Subsystem mach_voucher_attr_control: what managers of voucher attributes did. No kernel dispatches it any more. Ids, arguments and
/// message layouts are compared by a test with reference/mig.json.
/// </summary>
[MigSubsystem("mach_voucher_attr_control", 5600, Kernel = true)]
public partial interface IMachVoucherAttrControl
{
    /// <summary>Once listed the values that a manager gave a voucher.</summary>
    [Routine(0, Gone = true)]
    kern_return_t mach_voucher_attr_control_get_values(
        [Subject] ipc_voucher_attr_control_t control, [CopySend] ipc_voucher_t voucher,
        [Counted(4, CountInOut = true)] out mach_voucher_attr_value_handle_array_t value_handles);

    /// <summary>Once made a voucher for an attribute's manager.</summary>
    [Routine(1, Gone = true)]
    kern_return_t mach_voucher_attr_control_create_mach_voucher(
        [Subject] ipc_voucher_attr_control_t control, [Counted(5120)] mach_voucher_attr_raw_recipe_array_t recipes,
        [CopySend] out ipc_voucher_t voucher);
}
