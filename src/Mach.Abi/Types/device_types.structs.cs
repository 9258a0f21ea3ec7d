using System.Runtime.CompilerServices;

namespace Mach.Abi;

// device/device_types.h: structures

/// <summary>A name of IOKit, ended by a zero: 128 bytes.</summary>
[InlineArray(128)]
public struct io_name_t
{
    private byte _first;
}

/// <summary>A text of IOKit, ended by a zero: 512 bytes.</summary>
[InlineArray(512)]
public struct io_string_t
{
    private byte _first;
}

/// <summary>A long text of IOKit, ended by a zero: 4,096 bytes.</summary>
[InlineArray(4096)]
public struct io_string_inband_t
{
    private byte _first;
}

/// <summary>Bytes that a message of IOKit carries: 4,096 bytes.</summary>
[InlineArray(4096)]
public struct io_struct_inband_t
{
    private byte _first;
}

/// <summary>Numbers that a message of IOKit carries: 16 numbers.</summary>
[InlineArray(16)]
public struct io_scalar_inband_t
{
    private io_user_scalar_t _first;
}

/// <summary>References of an asynchronous call of IOKit: 8 numbers.</summary>
[InlineArray(8)]
public struct io_async_ref_t
{
    private io_user_reference_t _first;
}

/// <summary>Numbers that a message of IOKit carries: 16 numbers.</summary>
[InlineArray(16)]
public struct io_scalar_inband64_t
{
    private io_user_scalar_t _first;
}

/// <summary>References of an asynchronous call of IOKit: 8 numbers.</summary>
[InlineArray(8)]
public struct io_async_ref64_t
{
    private io_user_reference_t _first;
}
