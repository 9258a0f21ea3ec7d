namespace Mach.Abi;

// mach/port.h: macros with arguments
public static partial class MachConstants
{
    /// <summary>True for a name that may denote a right: neither null nor dead.</summary>
    public static bool MACH_PORT_VALID(mach_port_name_t name) => name is not (MACH_PORT_NULL or MACH_PORT_DEAD);

    /// <summary>The slot number in a name.</summary>
    public static uint MACH_PORT_INDEX(mach_port_name_t name) => name >> 8;

    /// <summary>The generation in a name, in the top eight bits.</summary>
    public static uint MACH_PORT_GEN(mach_port_name_t name) => (name & 0xff) << 24;

    /// <summary>The name with that slot number and generation; the generation is in the top eight bits.</summary>
    public static mach_port_name_t MACH_PORT_MAKE(uint index, uint gen) => (index << 8) | (gen >> 24);

    /// <summary>The type bit of a right number.</summary>
    public static mach_port_type_t MACH_PORT_TYPE(mach_port_right_t right) => 1u << (int)(right + 16);
}
