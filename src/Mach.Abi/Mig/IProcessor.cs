namespace Mach.Abi;

/// <summary>
/// Subsystem processor: one processor, by its port. Ids, arguments and message layouts are compared by a test with reference/mig.json.
/// </summary>
[MigSubsystem("processor", 3000, Kernel = true)]
public partial interface IProcessor
{
    /// <summary>Starts a processor.</summary>
    [Routine(0)]
    kern_return_t processor_start([Subject] processor_t processor);

    /// <summary>Stops a processor.</summary>
    [Routine(1)]
    kern_return_t processor_exit([Subject] processor_t processor);

    /// <summary>Reads facts of a processor by flavor.</summary>
    [Routine(2)]
    kern_return_t processor_info(
        [Subject] processor_t processor, processor_flavor_t flavor, [CopySend] out host_t host,
        [Counted(20, CountInOut = true)] out processor_info_t processor_info_out);

    /// <summary>Hands a processor a machine-dependent command.</summary>
    [Routine(3)]
    kern_return_t processor_control([Subject] processor_t processor, [Counted(20)] processor_info_t processor_cmd);

    /// <summary>Moves a processor into a processor set.</summary>
    [Routine(4)]
    kern_return_t processor_assign([Subject] processor_t processor, [CopySend] processor_set_t new_set, boolean_t wait);

    /// <summary>Returns the name port of a processor's set; the right belongs to the caller.</summary>
    [Routine(5)]
    kern_return_t processor_get_assignment([Subject] processor_t processor, [CopySend] out processor_set_name_t assigned_set);
}
