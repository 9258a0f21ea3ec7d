using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mach.Bench.Ours;

/// <summary>A message of 64 bytes that carries one out-of-line region.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct RegionMessage
{
    public mach_msg_header_t Header;
    public mach_msg_body_t Count;
    public mach_msg_ool_descriptor_t Region;
    public Words Body;
    public ulong Trailer;

    [InlineArray(5)]
    public struct Words
    {
        private uint _first;
    }
}
