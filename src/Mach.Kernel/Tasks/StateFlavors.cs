namespace Mach.Kernel;

/// <summary>One flavor of thread state of a 64-bit thread.</summary>
/// <param name="Count">Its words, a header of flavor and count included.</param>
/// <param name="Inner">The flavor behind the header of a record that has one; 0 when it has none.</param>
/// <param name="IsWritable">It can be set; else setting it is refused, or ignored on arm64.</param>
internal readonly record struct StateFlavor(int Count, int Inner = 0, bool IsWritable = true)
{
    internal const int HeaderWords = 2;

    internal bool IsKnown => Count != 0;
}

/// <summary>The flavors of thread state (R-THR-11, R-THR-12, R-THR-13).</summary>
internal static class StateFlavors
{
    private static readonly int[] s_armList = [ARM_THREAD_STATE, ARM_VFP_STATE, ARM_EXCEPTION_STATE, ARM_DEBUG_STATE];
    private static readonly int[] s_armNew = [ARM_THREAD_STATE, ARM_VFP_STATE, ARM_EXCEPTION_STATE64, ARM_DEBUG_STATE64, ARM_PAGEIN_STATE];
    private static readonly int[] s_x86List = [x86_THREAD_STATE32, x86_FLOAT_STATE32, x86_EXCEPTION_STATE32];

    private static readonly int[] s_x86New =
    [
        x86_THREAD_STATE, x86_FLOAT_STATE, x86_EXCEPTION_STATE, x86_DEBUG_STATE, x86_AVX_STATE, x86_AVX512_STATE, x86_PAGEIN_STATE,
    ];

    /// <summary>Whether a thread of some kind has such a flavor: what exception ports may be set with.</summary>
    internal static bool IsAny(int flavor) =>
        flavor is (>= ARM_THREAD_STATE and <= x86_DEBUG_STATE) or (>= ARM_DEBUG_STATE32 and <= x86_LAST_BRANCH_STATE) or ARM_PAGEIN_STATE;

    /// <summary>Whether the flavor names a list of flavors, which is no state.</summary>
    internal static bool IsList(int flavor) => flavor is THREAD_STATE_FLAVOR_LIST or (>= THREAD_STATE_FLAVOR_LIST_NEW and <= THREAD_STATE_FLAVOR_LIST_10_15);

    /// <summary>A flavor that a 64-bit thread has; of the others, those of 32-bit threads and unknown ones, nothing is known.</summary>
    internal static StateFlavor Of(CpuKind kind, int flavor) => kind == CpuKind.Arm64 ? OfArm(flavor) : OfX86(flavor);

    /// <summary>The flavors that the list flavors name (R-THR-13); empty for any other flavor.</summary>
    internal static ReadOnlySpan<int> List(CpuKind kind, int flavor)
    {
        if (kind == CpuKind.Arm64)
        {
            return flavor switch
            {
                THREAD_STATE_FLAVOR_LIST => s_armList,
                THREAD_STATE_FLAVOR_LIST_NEW => s_armNew.AsSpan(0, 4),
                THREAD_STATE_FLAVOR_LIST_10_15 => s_armNew,
                _ => [],
            };
        }
        return flavor switch
        {
            THREAD_STATE_FLAVOR_LIST => s_x86List,
            THREAD_STATE_FLAVOR_LIST_NEW => s_x86New.AsSpan(0, 4),
            THREAD_STATE_FLAVOR_LIST_10_9 => s_x86New.AsSpan(0, 5),
            THREAD_STATE_FLAVOR_LIST_10_13 => s_x86New.AsSpan(0, 6),
            THREAD_STATE_FLAVOR_LIST_10_15 => s_x86New,
            _ => [],
        };
    }

    private static StateFlavor OfArm(int flavor) => flavor switch
    {
        ARM_THREAD_STATE => new((int)ARM_UNIFIED_THREAD_STATE_COUNT, ARM_THREAD_STATE64),
        ARM_THREAD_STATE64 => new((int)ARM_THREAD_STATE64_COUNT),
        ARM_EXCEPTION_STATE64 => new((int)ARM_EXCEPTION_STATE64_COUNT, IsWritable: false),
        ARM_EXCEPTION_STATE64_V2 => new((int)ARM_EXCEPTION_STATE64_V2_COUNT, IsWritable: false),
        ARM_DEBUG_STATE64 => new((int)ARM_DEBUG_STATE64_COUNT),
        ARM_NEON_STATE64 => new((int)ARM_NEON_STATE64_COUNT),
        ARM_PAGEIN_STATE => new((int)ARM_PAGEIN_STATE_COUNT, IsWritable: false),
        _ => default,
    };

    private static StateFlavor OfX86(int flavor) => flavor switch
    {
        x86_THREAD_STATE64 => new((int)x86_THREAD_STATE64_COUNT),
        x86_FLOAT_STATE64 => new((int)x86_FLOAT_STATE64_COUNT),
        x86_EXCEPTION_STATE64 => new((int)x86_EXCEPTION_STATE64_COUNT, IsWritable: false),
        x86_THREAD_STATE => new((int)x86_THREAD_STATE_COUNT, x86_THREAD_STATE64),
        x86_FLOAT_STATE => new((int)x86_FLOAT_STATE_COUNT, x86_FLOAT_STATE64),
        x86_EXCEPTION_STATE => new((int)x86_EXCEPTION_STATE_COUNT, x86_EXCEPTION_STATE64, IsWritable: false),
        x86_DEBUG_STATE64 => new((int)x86_DEBUG_STATE64_COUNT),
        x86_DEBUG_STATE => new((int)x86_DEBUG_STATE_COUNT, x86_DEBUG_STATE64),
        x86_AVX_STATE64 => new((int)x86_AVX_STATE64_COUNT),
        x86_AVX_STATE => new((int)x86_AVX_STATE_COUNT, x86_AVX_STATE64),
        x86_AVX512_STATE64 => new((int)x86_AVX512_STATE64_COUNT),
        x86_AVX512_STATE => new((int)x86_AVX512_STATE_COUNT, x86_AVX512_STATE64),
        x86_PAGEIN_STATE => new((int)x86_PAGEIN_STATE_COUNT, IsWritable: false),
        x86_THREAD_FULL_STATE64 => new((int)x86_THREAD_FULL_STATE64_COUNT),
        x86_INSTRUCTION_STATE => new((int)x86_INSTRUCTION_STATE_COUNT, IsWritable: false),
        x86_LAST_BRANCH_STATE => new((int)x86_LAST_BRANCH_STATE_COUNT, IsWritable: false),
        _ => default,
    };
}
