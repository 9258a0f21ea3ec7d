using System.Runtime.InteropServices;

namespace Mach.Library.Tests.Typed;

/// <summary>Numbers of every size, in every place.</summary>
[MachMessage(1000)]
internal readonly partial record struct Numbers(int A, byte B, ulong C, short D, bool E, Colour F, double G, Point H);

/// <summary>Values behind an NDR record, of variable length, with more behind them.</summary>
[MachMessage(1001, Ndr = true)]
internal sealed partial record Texts(
    [CString(16)] string Name, [Counted(5)] byte[] Bytes, int Between, [CString(9, Fixed = true)] string Field, [FixedLength(3)] ushort[] Three, [Counted(4)] Point[] Points);

/// <summary>Every kind of right and of memory that arrives as it was sent.</summary>
[MachMessage(1002, Ndr = true)]
internal sealed partial record Cargo(
    [MoveSend] SendRight Moved,
    int Tag,
    [CopySend] SendRight? Copied,
    SendOnceRight? Once,
    [MoveReceive] ReceiveRight? Port,
    [OutOfLine(Deallocate = true)] OolBuffer Pages,
    [MoveSend, Counted(4)] SendRight[] Several,
    [CopySend, Counted(4)] SendRight?[] Maybe,
    [OutOfLine, Counted(100_000)] long[] Table,
    [CString(32)] string Label);

/// <summary>What the sender makes, the receiver has.</summary>
[MachMessage(1003)]
internal readonly partial record struct Subscribe(
    [MakeSend] ReceiveRight Listener, [MakeSendOnce] ReceiveRight? Answer, [MakeSend, Counted(3)] ReceiveRight[] More, OolVector Data, int Topic);

/// <summary>Members that are no arguments of a constructor.</summary>
[MachMessage(1004)]
internal sealed partial class Plain
{
    public required int First { get; init; }

    [MoveSend]
    public SendRight? Right;

    [Counted(8)]
    public int[] Rest { get; set; } = [];

    public int Sum => First + Rest.Sum();
}

/// <summary>A region that is lent until the message has left.</summary>
[MachMessage(1005)]
internal sealed partial record Lent([OutOfLine, Counted(10_000)] OolBuffer Pages);

[MachMessage(1100, Ndr = true, Reply = typeof(Answer))]
internal readonly partial record struct Question(long Number, [MakeSend] ReceiveRight? Asker);

[MachMessage(1200, Ndr = true)]
internal readonly partial record struct Answer(kern_return_t Code, long Square);

/// <summary>Nothing but its id.</summary>
[MachMessage(1300)]
internal readonly partial record struct Signal;

internal enum Colour : ushort
{
    Red = 0x1234,
}

[StructLayout(LayoutKind.Sequential)]
internal readonly record struct Point(short X, int Y);
