using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Mach.Kernel;

/// <summary>Writes the request to a handler and reads what it answers (R-EXC-8 to R-EXC-12, R-EXN-9 to R-EXN-12).</summary>
internal static class ExceptionMessage
{
    private const int ReplyDistance = 100;
    private const int CodeAt = 32, FlavorAt = 36, CountAt = 40, StateAt = 44, ErrorSize = 36;
    private const int LargestRequest = 92 + (THREAD_STATE_MAX * sizeof(uint));

    /// <summary>The message for one level; null when the level cannot be told: a state is wanted that the thread has not.</summary>
    /// <param name="thread">Whose exception it is.</param>
    /// <param name="delivery">The exception; notes what an answer must look like.</param>
    /// <param name="action">Whom to tell and how; the send right is the message's afterwards, in any case.</param>
    /// <param name="after">What is owed afterwards.</param>
    internal static KMessage? Write(KThread thread, ExceptionDelivery delivery, in ExceptionAction action, ref Aftermath after)
    {
        var how = action.Behaviour & ~MACH_EXCEPTION_MASK;
        var wide = (action.Behaviour & MACH_EXCEPTION_CODES) != 0;
        var message = thread.Kernel.Messages.Rent();
        message.SentBy(null);
        message.Destination = action.Port;
        message.DestinationType = (byte)MACH_MSG_TYPE_PORT_SEND;
        message.Reserve(LargestRequest);
        var at = MessageScan.HeaderSize;
        message.Bytes.AsSpan(0, LargestRequest).Clear();
        at = WriteRights(thread, message, how, at);
        message.Bytes[at + 4] = 1;     // NDR: little-endian integers
        at += sizeof(ulong);
        if (how is EXCEPTION_IDENTITY_PROTECTED or EXCEPTION_STATE_IDENTITY_PROTECTED)
            at = Put(message, at, (long)thread.Serial);
        at = Put(message, at, delivery.Exception.Type);
        at = Put(message, at, 2);
        foreach (var code in (ReadOnlySpan<long>)[delivery.Exception.Code, delivery.Exception.Subcode])
            at = wide ? Put(message, at, code) : Put(message, at, (int)code);
        var takesState = TakesState(how);
        if (takesState && !TryPutState(thread, message, action.Flavor, ref at))
        {
            message.ReleaseAll(ref after);
            return null;
        }
        message.Size = at;
        message.Id = delivery.RequestId = IdOf(how, wide);
        delivery.SetsState = takesState && delivery.Exception.Type != EXC_CORPSE_NOTIFY
            && (how != EXCEPTION_STATE_IDENTITY || !thread.Kernel.Options.Policy.ReadPortsInExceptions);
        return message;
    }

    /// <summary>Whether the answer means that the exception is handled; a state that it carries is then the thread's.</summary>
    internal static bool IsHandled(KThread thread, ExceptionDelivery delivery, KMessage reply)
    {
        if (reply.Id != delivery.RequestId + ReplyDistance || reply.IsComplex || reply.Reply is not null || reply.Size < ErrorSize)
            return false;
        var bytes = reply.Bytes.AsSpan(0, reply.Size);
        if (Int(bytes, CodeAt) != (int)KERN_SUCCESS)
            return false;
        if (!AnswersWithState(delivery.RequestId))
            return bytes.Length == ErrorSize;
        if (bytes.Length < StateAt)
            return false;
        var count = (uint)Int(bytes, CountAt);
        if (count > THREAD_STATE_MAX || bytes.Length != StateAt + (count * sizeof(uint)))
            return false;
        return !delivery.SetsState
            || ThreadStates.Write(thread, Int(bytes, FlavorAt), MemoryMarshal.Cast<byte, uint>(bytes[StateAt..])) == KERN_SUCCESS;
    }

    private static int WriteRights(KThread thread, KMessage message, int how, int at)
    {
        if (how == EXCEPTION_STATE)
            return at;
        var protects = how is EXCEPTION_IDENTITY_PROTECTED or EXCEPTION_STATE_IDENTITY_PROTECTED;
        var flavour = thread.Kernel.Options.Policy.ReadPortsInExceptions ? Flavour.Read : Flavour.Control;
        ReadOnlySpan<KPort?> rights = protects ? [thread.Task.SendToken()] : [thread.SendTo(flavour), thread.Task.SendTo(flavour)];
        message.Bits = MACH_MSGH_BITS_COMPLEX;
        message.ReserveDescriptors(rights.Length);
        for (var index = 0; index < rights.Length; index++)
        {
            message.Descriptors[index] = new KDescriptor
            {
                Type = (byte)MACH_MSG_PORT_DESCRIPTOR,
                Disposition = (byte)MACH_MSG_TYPE_PORT_SEND,
                Port = rights[index],
            };
        }
        at = Put(message, at, rights.Length);
        foreach (ref readonly var descriptor in message.Descriptors.AsSpan(0, rights.Length))
            at += descriptor.WireSize;
        return at;
    }

    private static bool TryPutState(KThread thread, KMessage message, int flavor, ref int at)
    {
        var start = at + (2 * sizeof(uint));
        var words = MemoryMarshal.Cast<byte, uint>(message.Bytes.AsSpan(start, THREAD_STATE_MAX * sizeof(uint)));
        if (ThreadStates.Read(thread, flavor, words, out var count) != KERN_SUCCESS || StateFlavors.IsList(flavor))
            return false;
        at = Put(message, at, flavor);
        at = Put(message, at, (int)count);
        at += (int)count * sizeof(uint);
        return true;
    }

    private static bool TakesState(int how) =>
        how is EXCEPTION_STATE or EXCEPTION_STATE_IDENTITY or EXCEPTION_STATE_IDENTITY_PROTECTED;

    private static bool AnswersWithState(int id) => id is 2402 or 2403 or 2406 or 2407 or 2410;

    private static int IdOf(int how, bool wide) => how switch
    {
        EXCEPTION_IDENTITY_PROTECTED => 2408,
        EXCEPTION_STATE_IDENTITY_PROTECTED => 2410,
        _ => (wide ? 2404 : 2400) + how,
    };

    private static int Put(KMessage message, int at, int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(message.Bytes.AsSpan(at), value);
        return at + sizeof(int);
    }

    private static int Put(KMessage message, int at, long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(message.Bytes.AsSpan(at), value);
        return at + sizeof(long);
    }

    private static int Int(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes[at..]);
}
