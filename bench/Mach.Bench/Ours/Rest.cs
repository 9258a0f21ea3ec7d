using System.Runtime.CompilerServices;

namespace Mach.Bench.Ours;

/// <summary>What a number leaves of the 40 bytes behind a header in a message of 64.</summary>
[InlineArray(4)]
internal struct Rest
{
    private long _first;
}
