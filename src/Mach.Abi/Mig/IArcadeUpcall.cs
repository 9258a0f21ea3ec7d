namespace Mach.Abi;

/// <summary>
/// Subsystem arcade_upcall: what the kernel asks about programs of the game service. A task serves it. Ids, arguments and message layouts
/// are compared by a test with reference/mig.json.
/// </summary>
[MigSubsystem("arcade_upcall", 61471)]
public partial interface IArcadeUpcall
{
    /// <summary>Asks whether a program of the game service may run.</summary>
    [Routine(0)]
    kern_return_t arcade_upcall(
        [Subject] mach_port_t arcade_upcall, [OutOfLine] vm_offset_t path, uint64_t offset, out boolean_t should_kill);
}
