using System.Runtime.CompilerServices;

namespace Mach.Bench.Peers;

/// <summary>The 64 bytes that every peer carries: as many as our message has, header included.</summary>
[InlineArray(8)]
internal struct Payload
{
    private ulong _first;
}
