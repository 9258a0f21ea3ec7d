namespace Mach.Kernel;

/// <summary>What the header says before any of it is believed: from memory for the old traps, from registers for mach_msg2.</summary>
internal struct OutgoingHeader
{
    internal uint Bits;
    internal uint Remote;
    internal uint Local;
    internal uint Voucher;
    internal int Id;
}

/// <summary>The send half of a call.</summary>
internal struct SendArguments
{
    internal ulong Options;            // MACH64_*; the old traps' 32 bits with MACH64_SEND_ANY
    internal ulong Address;            // of the message
    internal uint Size;
    internal ulong AuxAddress;
    internal uint AuxSize;
    internal uint Timeout;             // milliseconds, with MACH_SEND_TIMEOUT
    internal bool KernelReply;         // the blocked message is a kernel's reply: its failure is nobody's (R-KOBJ-1)

    /// <summary>The arguments of a new call, written in place.</summary>
    internal void Begin(ulong options, ulong address, uint size, uint timeout)
    {
        Options = options;
        Address = address;
        Size = size;
        AuxAddress = 0;
        AuxSize = 0;
        Timeout = timeout;
        KernelReply = false;
    }

    internal readonly bool Has(ulong option) => (Options & option) != 0;
}

/// <summary>The receive half of a call, kept while its thread sleeps.</summary>
internal struct ReceiveArguments
{
    internal bool Wanted;
    internal bool BadVector;           // the vector does not describe a receive (R-M2-5, R-M2-8)
    internal bool IsVector;
    internal ulong Options;
    internal uint Name;
    internal ulong Address;
    internal uint Size;
    internal ulong AuxAddress;         // 0: no place for auxiliary data
    internal uint AuxSize;
    internal uint TrailerSize;         // of the elements that Options asks for
    internal uint Timeout;
    internal uint SyncWait;

    // What a message that stays queued needs (R-RCV-4).
    internal uint NeededSize, NeededName, NeededAux;

    /// <summary>The arguments of a new call, written in place. What it needs is written before it is read.</summary>
    internal void Begin(bool wanted, ulong options, uint name, ulong address, uint size, uint timeout, uint syncWait)
    {
        Wanted = wanted;
        BadVector = IsVector = false;
        Options = options;
        Name = name;
        Address = address;
        Size = size;
        AuxAddress = 0;
        AuxSize = 0;
        TrailerSize = KTrailer.SizeFor((uint)options);
        Timeout = timeout;
        SyncWait = syncWait;
    }

    internal readonly bool Has(ulong option) => (Options & option) != 0;

    /// <summary>The message does not fit and stays where it is: only where the call asked for that.</summary>
    internal readonly bool IsTooSmallFor(KMessage message) => Has(MACH64_RCV_LARGE) && !Fits(message);

    /// <summary>True when the buffers hold message, trailer and auxiliary data (R-RCV-2, R-M2-9).</summary>
    internal readonly bool Fits(KMessage message) =>
        Size >= (ulong)message.Size + TrailerSize && (message.AuxSize == 0 || !IsVector || AuxSize >= message.AuxSize);
}
