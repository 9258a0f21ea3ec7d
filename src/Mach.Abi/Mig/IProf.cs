namespace Mach.Abi;

/// <summary>
/// Subsystem prof: where sampled threads were seen. A task serves it. Ids, arguments and message layouts are compared by a test with
/// reference/mig.json.
/// </summary>
[MigSubsystem("prof", 2450)]
public partial interface IProf
{
    /// <summary>Hands over where a thread was seen, from the first message to the last.</summary>
    [SimpleRoutine(0, Symbol = "send_samples")]
    kern_return_t samples([Subject] mach_port_t reply_port, [Counted(1024), CType("sample_array_t")] ReadOnlySpan<uint> samples);

    /// <summary>Hands over where a thread was seen; the sender chooses the options of the send.</summary>
    [SimpleRoutine(1, Symbol = "send_notices")]
    kern_return_t notices(
        [Subject] mach_port_t reply_port, [Counted(1024), CType("sample_array_t")] ReadOnlySpan<uint> samples,
        [MsgOption] mach_msg_options_t options);
}
