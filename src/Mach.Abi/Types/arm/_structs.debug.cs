using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mach.Abi;

// mach/arm/_structs.h: structures

/// <summary>Debug registers of an arm thread, as of old (<c>ARM_DEBUG_STATE</c>), 256 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct arm_debug_state_t
{
    /// <summary>Addresses of breakpoints.</summary>
    public bvr_words __bvr;

    /// <summary>Control of breakpoints.</summary>
    public bcr_words __bcr;

    /// <summary>Addresses of watchpoints.</summary>
    public wvr_words __wvr;

    /// <summary>Control of watchpoints.</summary>
    public wcr_words __wcr;

    /// <summary>Sixteen registers.</summary>
    [InlineArray(16)]
    public struct bvr_words
    {
        private uint _first;
    }

    /// <summary>Sixteen registers.</summary>
    [InlineArray(16)]
    public struct bcr_words
    {
        private uint _first;
    }

    /// <summary>Sixteen registers.</summary>
    [InlineArray(16)]
    public struct wvr_words
    {
        private uint _first;
    }

    /// <summary>Sixteen registers.</summary>
    [InlineArray(16)]
    public struct wcr_words
    {
        private uint _first;
    }
}

/// <summary>Debug registers of a 32-bit arm thread (<c>ARM_DEBUG_STATE32</c>), 264 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct arm_debug_state32_t
{
    /// <summary>Addresses of breakpoints.</summary>
    public bvr_words __bvr;

    /// <summary>Control of breakpoints.</summary>
    public bcr_words __bcr;

    /// <summary>Addresses of watchpoints.</summary>
    public wvr_words __wvr;

    /// <summary>Control of watchpoints.</summary>
    public wcr_words __wcr;

    /// <summary>The debug system control register; bit 0 is single step.</summary>
    public ulong __mdscr_el1;

    /// <summary>Sixteen registers.</summary>
    [InlineArray(16)]
    public struct bvr_words
    {
        private uint _first;
    }

    /// <summary>Sixteen registers.</summary>
    [InlineArray(16)]
    public struct bcr_words
    {
        private uint _first;
    }

    /// <summary>Sixteen registers.</summary>
    [InlineArray(16)]
    public struct wvr_words
    {
        private uint _first;
    }

    /// <summary>Sixteen registers.</summary>
    [InlineArray(16)]
    public struct wcr_words
    {
        private uint _first;
    }
}

/// <summary>Debug registers of an arm64 thread (<c>ARM_DEBUG_STATE64</c>), 520 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct arm_debug_state64_t
{
    /// <summary>Addresses of breakpoints.</summary>
    public bvr_longs __bvr;

    /// <summary>Control of breakpoints.</summary>
    public bcr_longs __bcr;

    /// <summary>Addresses of watchpoints.</summary>
    public wvr_longs __wvr;

    /// <summary>Control of watchpoints.</summary>
    public wcr_longs __wcr;

    /// <summary>The debug system control register; bit 0 is single step.</summary>
    public ulong __mdscr_el1;

    /// <summary>Sixteen registers.</summary>
    [InlineArray(16)]
    public struct bvr_longs
    {
        private ulong _first;
    }

    /// <summary>Sixteen registers.</summary>
    [InlineArray(16)]
    public struct bcr_longs
    {
        private ulong _first;
    }

    /// <summary>Sixteen registers.</summary>
    [InlineArray(16)]
    public struct wvr_longs
    {
        private ulong _first;
    }

    /// <summary>Sixteen registers.</summary>
    [InlineArray(16)]
    public struct wcr_longs
    {
        private ulong _first;
    }
}
