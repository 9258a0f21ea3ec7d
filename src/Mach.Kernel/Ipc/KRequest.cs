namespace Mach.Kernel;

/// <summary>A dead-name or send-possible request of one name: the slot that ids 66 and 72 share.</summary>
/// <remarks>
/// Q1 It is in its port's list from registration until the name goes, the request is cancelled, or the port dies.
/// Q2 Notify is consumed once: by firing, by cancelling or by the name's going.
/// All fields but the first two are guarded by the port's gate.
/// </remarks>
internal sealed class KRequest(KSpace space, uint name, KPort notify)
{
    internal readonly KSpace Space = space;
    internal readonly uint Name = name;
    internal KPort? Notify = notify;
    internal bool SendPossible;
    internal bool Armed;
    internal bool FiredByDeath;
    internal KRequest? Next;
    internal KRequest? Previous;

    /// <summary>The request bits of a name's type as mach_port_names shows them; none once it has fired.</summary>
    internal uint TypeBits
    {
        get
        {
            if (Notify is null)
                return 0;
            uint bits = MACH_PORT_TYPE_DNREQUEST;
            if (SendPossible)
                bits |= Armed ? (uint)MACH_PORT_TYPE_SPREQUEST : (uint)MACH_PORT_TYPE_SPREQUEST | (uint)MACH_PORT_TYPE_SPREQUEST_DELAYED;
            return bits;
        }
    }
}
