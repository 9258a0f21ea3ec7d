using System.Runtime.CompilerServices;

namespace Mach.Abi;

// mach/thread_status.h: structures

/// <summary>Room for a thread state of any flavor: 1,296 words.</summary>
[InlineArray(1296)]
public struct thread_state_data_t
{
    private natural_t _first;
}
