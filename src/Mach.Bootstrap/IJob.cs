using System.Runtime.InteropServices;

namespace Mach;

/// <summary>
/// The routines of the name service, under the numbers and with the messages of launchd's last open subsystem <c>job</c>.
/// Ids and arguments are compared by a test with reference/mig.json.
/// </summary>
[MigSubsystem("job", 400)]
internal partial interface IJob
{
    /// <summary>Takes up a service: its receive right moves to the caller.</summary>
    [Routine(2, Symbol = "vproc_mig_check_in2")]
    kern_return_t check_in2(
        [Subject] mach_port_t j,
        [CString(BOOTSTRAP_MAX_NAME_LEN, Fixed = true)] ReadOnlySpan<byte> servicename,
        [MoveReceive] out mach_port_t serviceport,
        out uuid_t instanceid,
        uint64_t flags);

    /// <summary>Gives a name to a port of the caller.</summary>
    [Routine(3, Symbol = "vproc_mig_register2")]
    kern_return_t register2(
        [Subject] mach_port_t j,
        [CString(BOOTSTRAP_MAX_NAME_LEN, Fixed = true)] ReadOnlySpan<byte> servicename,
        [CopySend] mach_port_t serviceport,
        uint64_t flags);

    /// <summary>Gives the caller a send right to the port that has the name.</summary>
    [Routine(4, Symbol = "vproc_mig_look_up2")]
    kern_return_t look_up2(
        [Subject] mach_port_t j,
        [CString(BOOTSTRAP_MAX_NAME_LEN, Fixed = true)] ReadOnlySpan<byte> servicename,
        [CopySend] out mach_port_t serviceport,
        int targetpid,
        uuid_t instanceid,
        uint64_t flags);
}

/// <summary>Tells instances of one service apart; all zeros for the only one.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct uuid_t
{
    public ulong First;
    public ulong Second;
}
