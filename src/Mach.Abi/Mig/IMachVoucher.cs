namespace Mach.Abi;

/// <summary>
/// Subsystem mach_voucher: what a voucher says. Ids, arguments and message layouts are compared by a test with reference/mig.json.
/// </summary>
[MigSubsystem("mach_voucher", 5400, Kernel = true)]
public partial interface IMachVoucher
{
    /// <summary>Reads an attribute of a voucher in the form its manager gives it.</summary>
    [Routine(0)]
    kern_return_t mach_voucher_extract_attr_content(
        [Subject] ipc_voucher_t voucher, mach_voucher_attr_key_t key,
        [Counted(4096, CountInOut = true)] out mach_voucher_attr_content_t content);

    /// <summary>Writes the recipe that would make an attribute of a voucher again.</summary>
    [Routine(1)]
    kern_return_t mach_voucher_extract_attr_recipe(
        [Subject] ipc_voucher_t voucher, mach_voucher_attr_key_t key,
        [Counted(4096, CountInOut = true)] out mach_voucher_attr_raw_recipe_t recipe);

    /// <summary>Writes the recipes that would make a voucher again.</summary>
    [Routine(2)]
    kern_return_t mach_voucher_extract_all_attr_recipes(
        [Subject] ipc_voucher_t voucher, [Counted(5120, CountInOut = true)] out mach_voucher_attr_raw_recipe_array_t recipes);

    /// <summary>Hands the manager of an attribute a command of its own.</summary>
    [Routine(3)]
    kern_return_t mach_voucher_attr_command(
        [Subject] ipc_voucher_t voucher, mach_voucher_attr_key_t key, mach_voucher_attr_command_t command,
        [Counted(4096)] mach_voucher_attr_content_t in_content,
        [Counted(4096, CountInOut = true)] out mach_voucher_attr_content_t out_content);

    /// <summary>Writes the recipes of a voucher that a task's name denotes, for debugging.</summary>
    [Routine(4)]
    kern_return_t mach_voucher_debug_info(
        [Subject] ipc_space_read_t task, mach_port_name_t voucher_name,
        [Counted(5120, CountInOut = true)] out mach_voucher_attr_raw_recipe_array_t recipes);
}
