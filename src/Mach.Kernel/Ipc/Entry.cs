namespace Mach.Kernel;

/// <summary>What one name denotes in one space. Guarded by the space's gate.</summary>
/// <remarks>
/// E1 Type 0 is a free slot: no object, no request.
/// E2 SEND and RECEIVE may combine; SEND_ONCE, PORT_SET and DEAD_NAME stand alone.
/// E3 Urefs is 1..65535 with SEND or DEAD_NAME, 1 with SEND_ONCE, 0 otherwise; 65535 is pegged.
/// E4 Object is the port or set, null for a dead name.
/// </remarks>
internal struct Entry
{
    internal KObject? Object;
    internal KRequest? Request;
    internal uint Type;
    internal int NextFree;
    internal ushort Urefs;
    internal byte Generation;
    internal bool Touched;
    internal bool Listed;

    internal const ushort Pegged = MACH_PORT_UREFS_MAX_VALUE;
    private const ushort MACH_PORT_UREFS_MAX_VALUE = 0xffff;

    internal readonly bool Has(uint type) => (Type & type) != 0;

    /// <summary>The port of an entry that holds a port right.</summary>
    internal readonly KPort Port => (KPort)Object!;

    /// <summary>One more reference; a count that reaches the maximum stays there.</summary>
    internal void AddReference()
    {
        if (Urefs != Pegged)
            Urefs++;
    }
}

/// <summary>Anything that an entry can denote.</summary>
internal abstract class KObject;
