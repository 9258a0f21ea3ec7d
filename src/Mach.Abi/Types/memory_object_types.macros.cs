namespace Mach.Abi;

// mach/memory_object_types.h: macros with arguments
public static partial class MachConstants
{
    /// <summary>True for a number that is no memory object flavor.</summary>
    public static bool invalid_memory_object_flavor(memory_object_flavor_t f) =>
        f is not (MEMORY_OBJECT_PERFORMANCE_INFO or MEMORY_OBJECT_ATTRIBUTE_INFO or MEMORY_OBJECT_BEHAVIOR_INFO);

    /// <summary>The cache mode in a memory entry's permission.</summary>
    public static uint GET_MAP_MEM(uint flags) => flags >> 24;

    /// <summary>Puts a cache mode into a memory entry's permission.</summary>
    public static void SET_MAP_MEM(uint caching, ref uint flags) => flags = (caching << 24) | (flags & 0xffffff);
}
