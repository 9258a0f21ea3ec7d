using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mach.Abi;

/// <summary>A change of what a queue watches, or an event that it reports: <c>struct kevent_qos_s</c>, 72 bytes, as its Mach filter uses it.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct KernelEvent
{
    /// <summary>The filter of ports and port sets, the only one that a Mach kernel serves: <c>EVFILT_MACHPORT</c>.</summary>
    public const short MachPort = -8;

    /// <summary>The name of a receive right or a port set, in the low 32 bits.</summary>
    public ulong Ident;

    /// <summary>Which filter: <see cref="MachPort"/>.</summary>
    public short Filter;

    /// <summary>What to do; what happened.</summary>
    public KernelEventFlags Flags;

    /// <summary>A quality of service; kept and given back.</summary>
    public int Qos;

    /// <summary>Whatever its owner wants to find in the event.</summary>
    public ulong Udata;

    /// <summary>Options of a receive (<c>MACH_RCV_MSG</c> and so on); in an event the code of the receive.</summary>
    public uint Fflags;

    /// <summary>More flags; kept and given back.</summary>
    public uint Xflags;

    /// <summary>The name of the port that has a message; an errno with <see cref="KernelEventFlags.Error"/>.</summary>
    public long Data;

    /// <summary>Where to receive to; in an event, where the message is.</summary>
    public ulong Ext0;

    /// <summary>How much room is there, 0 for the call's own buffer; in an event, how much is used or needed.</summary>
    public ulong Ext1;

    /// <summary>In an event with a message: its priority above, its quality of service below; 0 is none.</summary>
    public ulong Ext2;

    /// <summary>In an event with a message: how much auxiliary data follows the trailer.</summary>
    public ulong Ext3;
}

/// <summary>What a change asks for and what an event tells: the <c>EV_</c> bits.</summary>
[Flags]
public enum KernelEventFlags : ushort
{
    /// <summary>Nothing but new values.</summary>
    None = 0,

    /// <summary>Watch it, or change what is watched already (<c>EV_ADD</c>).</summary>
    Add = 1,

    /// <summary>Watch it no more (<c>EV_DELETE</c>).</summary>
    Delete = 2,

    /// <summary>Report its events (<c>EV_ENABLE</c>).</summary>
    Enable = 4,

    /// <summary>Do not report its events for now (<c>EV_DISABLE</c>).</summary>
    Disable = 8,

    /// <summary>Watch until the first event (<c>EV_ONESHOT</c>).</summary>
    OneShot = 0x10,

    /// <summary>Report only what is new since the last report (<c>EV_CLEAR</c>).</summary>
    Clear = 0x20,

    /// <summary>Report the change itself, as an error that may be 0 (<c>EV_RECEIPT</c>).</summary>
    Receipt = 0x40,

    /// <summary>Disable after each report (<c>EV_DISPATCH</c>).</summary>
    Dispatch = 0x80,

    /// <summary>Changes with other <see cref="KernelEvent.Udata"/> are about something else (<c>EV_UDATA_SPECIFIC</c>).</summary>
    UdataSpecific = 0x100,

    /// <summary>Tell of the end by this flag and keep watching (<c>EV_VANISHED</c>); in an event, it has ended.</summary>
    Vanished = 0x200,

    /// <summary>In an event: <see cref="KernelEvent.Data"/> is an errno (<c>EV_ERROR</c>).</summary>
    Error = 0x4000,

    /// <summary>In an event: it has ended (<c>EV_EOF</c>).</summary>
    EndOfFile = 0x8000,
}

/// <summary>The buffer of a call for messages that bring no place of their own.</summary>
public struct KernelEventBuffer
{
    /// <summary>Where it begins, in the caller's memory; 0 for none.</summary>
    public ulong Address;

    /// <summary>How much of it is left.</summary>
    public ulong Size;

    /// <summary>It is used from its end downwards (<c>KEVENT_FLAG_STACK_DATA</c>).</summary>
    public bool FromEnd;
}
