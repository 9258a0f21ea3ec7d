using System.Runtime.InteropServices;

namespace Mach.Abi;

// mach/arm/thread_status.h: structures

/// <summary>Which arm state follows, 8 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct arm_state_hdr_t
{
    /// <summary>The flavor of the state that follows.</summary>
    public uint flavor;

    /// <summary>Its words.</summary>
    public uint count;
}

/// <summary>Registers of an arm thread of either width (<c>ARM_UNIFIED_THREAD_STATE</c>), 280 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct arm_unified_thread_state_t
{
    /// <summary>Which of the two it is.</summary>
    public arm_state_hdr_t ash;

    /// <summary>The registers.</summary>
    public uts_union uts;

    /// <summary>One of the two.</summary>
    [StructLayout(LayoutKind.Explicit)]
    public struct uts_union
    {
        /// <summary>Of a 32-bit thread.</summary>
        [FieldOffset(0)]
        public arm_thread_state_t ts_32;

        /// <summary>Of a 64-bit thread.</summary>
        [FieldOffset(0)]
        public arm_thread_state64_t ts_64;
    }
}
