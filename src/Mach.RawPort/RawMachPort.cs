namespace Mach;

/// <summary>A Mach port name: a number that means something in one task only. It owns nothing.</summary>
/// <param name="Name">The name, <c>mach_port_name_t</c>.</param>
/// <remarks>Whoever holds a right under this name releases it; the annotations of a member that takes or gives a
/// <see cref="RawMachPort"/> say who that is afterwards: <see cref="ReturnsOwnedAttribute"/>, <see cref="TakesOwnershipAttribute"/>,
/// <see cref="BorrowsAttribute"/>, <see cref="ReturnsBorrowedAttribute"/>.</remarks>
public readonly partial record struct RawMachPort(uint Name)
{
    /// <summary>No port (<c>MACH_PORT_NULL</c>).</summary>
    public static RawMachPort Null => default;

    /// <summary>A right that died before it arrived (<c>MACH_PORT_DEAD</c>).</summary>
    public static RawMachPort Dead => new(uint.MaxValue);

    /// <summary>True for no port.</summary>
    public bool IsNull => Name == 0;

    /// <summary>True for a right that died before it arrived. A name whose port died later is a dead name, which only its kernel knows.</summary>
    public bool IsDead => Name == uint.MaxValue;

    /// <summary>True when the name may denote a right: neither null nor dead.</summary>
    public bool IsValid => !IsNull && !IsDead;

    /// <summary>The slot of the task's table, 24 bits.</summary>
    public uint Index => Name >> 8;

    /// <summary>Which use of the slot it is, 8 bits: a slot that is used again has another generation, so a stale name denotes nothing.</summary>
    public byte Generation => (byte)Name;

    /// <summary>The name of that slot and generation.</summary>
    /// <param name="index">The slot, 24 bits.</param>
    /// <param name="generation">Which use of the slot.</param>
    /// <exception cref="ArgumentOutOfRangeException">The slot has more than 24 bits.</exception>
    public static RawMachPort FromParts(uint index, byte generation)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(index, 0xff_ffffu);
        return new RawMachPort((index << 8) | generation);
    }
}
