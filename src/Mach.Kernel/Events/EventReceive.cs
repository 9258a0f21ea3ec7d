namespace Mach.Kernel;

/// <summary>A receive in the course of a kevent call: with no time to wait, into a place of the event's own or the call's buffer (R-KEV-6 to 8).</summary>
internal static class EventReceive
{
    /// <summary>Receives, or says why not; false when nothing waits any more.</summary>
    internal static bool TryReceive(
        Knote knote, KThread thread, ref KernelEvent made, ref KernelEventBuffer buffer, ref Aftermath after)
    {
        var own = made.Ext1 != 0;
        var place = own ? new KernelEventBuffer { Address = made.Ext0, Size = made.Ext1 } : buffer;
        ulong options = knote.Asked.Fflags | (uint)MACH_RCV_TIMEOUT;
        if (!own)
            options |= (uint)(MACH_RCV_LARGE | MACH_RCV_LARGE_IDENTITY);
        if (Readiness.Lock(knote) is not { } port)
            return false;
        ref var receive = ref thread.Receive;
        receive.Begin(true, options, knote.Name, place.Address, (uint)Math.Min(place.Size, uint.MaxValue), 0, 0);
        var waiting = port.First!;
        var needed = (ulong)waiting.Size + receive.TrailerSize;
        var whole = needed + (ulong)waiting.AuxSize;
        var fits = place.Address != 0 && whole <= place.Size;
        made.Ext1 = needed;
        made.Ext2 = made.Ext3 = 0;
        if (!fits && (options & (uint)MACH_RCV_LARGE) != 0)
        {
            made.Fflags = (uint)(int)MACH_RCV_TOO_LARGE;
            if ((options & (uint)MACH_RCV_LARGE_IDENTITY) != 0)
                made.Data = port.ReceiverName;
            port.Gate.Exit();
            return true;
        }
        if (!fits)
            receive.Size = (uint)Math.Min(receive.Size, needed - 1);      // also when only the auxiliary data has no room
        var (aux, auxSize) = (waiting.Aux, waiting.AuxSize);
        var message = port.TakeForReceiver(thread, ref after);
        Readiness.Rotate(knote, port);
        port.Gate.Exit();
        if (!own && fits)
            receive.Address = Reserve(ref buffer, whole);
        made.Ext0 = receive.Address;
        var code = Receiving.Finish(thread, message, ref after);
        if (fits && auxSize > 0)
        {
            made.Ext3 = (ulong)auxSize;
            if (!thread.Memory.TryWrite(receive.Address + needed, aux.AsSpan(0, auxSize)) && code == MACH_MSG_SUCCESS)
                code = MACH_RCV_INVALID_DATA;
        }
        made.Fflags = (uint)(int)code;
        return true;
    }

    /// <summary>Takes room from the call's buffer, at the end from which it is used.</summary>
    private static ulong Reserve(ref KernelEventBuffer buffer, ulong size)
    {
        buffer.Size -= size;
        if (buffer.FromEnd)
            return buffer.Address + buffer.Size;
        var address = buffer.Address;
        buffer.Address += size;
        return address;
    }
}
