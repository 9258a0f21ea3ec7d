using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mach.Bench.Ours;

/// <summary>A message of 64 bytes with room for the shortest trailer behind it.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct Message64
{
    public const uint Size = 64;
    public const uint Room = 64 + 8;

    public mach_msg_header_t Header;
    public Words Body;
    public ulong Trailer;

    [InlineArray(10)]
    public struct Words
    {
        private uint _first;
    }
}
