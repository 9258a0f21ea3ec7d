using System.Runtime.InteropServices;

namespace Mach.Generators.Tests;

/// <summary>A colour that travels.</summary>
internal enum Colour : ushort
{
    Red = 3,
    Blue = 0xfffe,
}

/// <summary>A structure whose size is no multiple of four.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal struct Odd
{
    public ushort First;
    public Colour Second;
    public byte Third;
}

/// <summary>An application's own subsystem: every way in which an argument can travel, several of the varying ones in one message.</summary>
[MigSubsystem("everything", 90_000)]
[Skip(2)]
internal partial interface IEverything
{
    [Routine(0)]
    kern_return_t strings(
        [Subject] mach_port_t server, [CString(16)] ReadOnlySpan<byte> first, int between, [CString(8)] ReadOnlySpan<byte> second,
        [CString(12, Fixed = true)] ReadOnlySpan<byte> whole, uint64_t last, [CString(20)] Span<byte> joined, [CString(9, Fixed = true)] Span<byte> shout,
        out int length);

    [Routine(1)]
    kern_return_t arrays(
        [Subject] mach_port_t server, [Counted(5)] ReadOnlySpan<byte> bytes, Colour colour, [Counted(4)] ReadOnlySpan<Odd> odds, sbyte small,
        [Counted(6)] Span<byte> reversed, ref Odd odd, [Counted(4, CountInOut = true)] Span<uint64_t> sums, out Colour mixed);

    [Routine(3)]
    kern_return_t regions(
        [Subject] mach_port_t server, [OutOfLine(Deallocate = true)] UserPtr<Odd> data, [OutOfLine, MoveSend] UserPtr<mach_port_t> rights,
        [MakeSend] mach_port_t single, [Counted(4)] ReadOnlySpan<int> tail, [OutOfLine] out UserPtr<byte> copy,
        [OutOfLine, CopySend] out UserPtr<mach_port_t> back, [MoveReceive] out mach_port_t receive, [Counted(3)] Span<int> echo);

    [SimpleRoutine(4)]
    kern_return_t tell([Subject] mach_port_t server, int what, [MoveSendOnce] mach_port_t whom);

    [Routine(5)]
    kern_return_t nothing([Subject(MigSubject.Task)] mach_port_t @class, int @event);
}
