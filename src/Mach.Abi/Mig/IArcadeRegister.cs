namespace Mach.Abi;

/// <summary>
/// Subsystem arcade_register: where the kernel asks about programs of the game service. Ids, arguments and message layouts are compared by
/// a test with reference/mig.json.
/// </summary>
[MigSubsystem("arcade_register", 51471, Kernel = true)]
public partial interface IArcadeRegister
{
    /// <summary>Sets where the kernel asks about a program of the game service.</summary>
    [Routine(0)]
    kern_return_t arcade_register_new_upcall(
        [Subject(MigSubject.ArcadeRegister)] arcade_register_t arcade_register, [CopySend] mach_port_t arcade_upcall);
}
