using System.Buffers;
using System.Buffers.Binary;

namespace Mach.Kernel;

/// <summary>A message to one of the kernel's own ports: served at once, in the sender's call (spec section 30).</summary>
internal static class KernelCall
{
    private const int ErrorReplySize = 36;

    /// <summary>Serves the message, which is consumed, and sends the reply. Blocked when the reply waits for a slot.</summary>
    internal static TrapStatus Serve(KThread thread, KMessage message, ref Aftermath after)
    {
        var kernel = thread.Kernel;
        // What the copy-in owes is worked off first: a server may end the task that asked.
        after.Run();
        var reply = kernel.Messages.Rent();
        var wanted = Dispatch(thread, message, reply, out var succeeded);
        if (succeeded && message.DestinationType == MACH_MSG_TYPE_PORT_SEND_ONCE)
        {
            message.Destination!.UseUpSendOnce();
            message.Destination = null;
        }
        reply.SentBy(null);
        reply.Id = message.Id + 100;
        reply.Destination = message.Reply;
        reply.DestinationType = message.ReplyType;
        message.Reply = null;
        message.ReleaseAll(ref after);
        if (!wanted || !KPort.IsLive(reply.Destination) || reply.Destination.IsKernelOwned)
        {
            reply.ReleaseAll(ref after);
            return TrapStatus.Done;
        }
        thread.Send.KernelReply = true;
        return Sending.Queue(thread, reply, out _, ref after);
    }

    private static bool Dispatch(KThread thread, KMessage message, KMessage reply, out bool succeeded)
    {
        succeeded = false;
        HeaderCopyOut.Write(message.Bytes, message.Bits & MACH_MSGH_BITS_COMPLEX, (uint)message.Size, 0, 0, 0, message.Id);
        var subsystem = thread.Kernel.Servers.Find(message.Id);
        if (subsystem is null)
        {
            WriteError(reply, MIG_BAD_ID);
            return true;
        }
        var server = subsystem.Server;
        reply.Reserve(server.LargestReply);
        var given = ArrayPool<MigDescriptor<KPort?>>.Shared.Rent(message.DescriptorCount + server.MostReplyDescriptors);
        try
        {
            var request = new MigRequest<KPort?>
            {
                Bytes = message.Bytes.AsSpan(0, message.Size),
                Descriptors = given.AsSpan(0, message.DescriptorCount),
                Destination = message.Destination,
            };
            var answer = new MigReply<KPort?>
            {
                Bytes = reply.Bytes.AsSpan(0, server.LargestReply),
                Descriptors = given.AsSpan(message.DescriptorCount, server.MostReplyDescriptors),
            };
            answer.Bytes.Clear();
            Show(message, request.Descriptors);
            var code = server.Dispatch(thread, ref request, ref answer);
            subsystem.Count(message.Id, code);
            Consume(message, request.Descriptors);
            succeeded = code == KERN_SUCCESS;
            if (code == MIG_NO_REPLY)
                return false;
            reply.Size = answer.Length;
            if (code == KERN_SUCCESS)
                Carry(thread.Kernel, reply, answer.Descriptors[..answer.DescriptorCount]);
            else
                WriteError(reply, code);
            return true;
        }
        finally
        {
            ArrayPool<MigDescriptor<KPort?>>.Shared.Return(given, clearArray: true);
        }
    }

    private static void Show(KMessage message, Span<MigDescriptor<KPort?>> shown)
    {
        for (var index = 0; index < shown.Length; index++)
        {
            ref var descriptor = ref message.Descriptors[index];
            shown[index] = new MigDescriptor<KPort?>
            {
                Type = descriptor.Type,
                Disposition = descriptor.Disposition,
                Deallocate = descriptor.Deallocate,
                Right = descriptor.Port,
                Rights = descriptor.Ports,
                Memory = descriptor.Memory?.AsMemory ?? default,
            };
        }
    }

    /// <summary>What the server took is the message's no more.</summary>
    private static void Consume(KMessage message, Span<MigDescriptor<KPort?>> shown)
    {
        for (var index = 0; index < shown.Length; index++)
        {
            ref var descriptor = ref message.Descriptors[index];
            if (shown[index].Right is null)
                descriptor.Port = null;
            if (shown[index].Rights is null)
                descriptor.Ports = null;
        }
    }

    private static void Carry(ManagedKernel kernel, KMessage reply, Span<MigDescriptor<KPort?>> given)
    {
        if (given.Length == 0)
            return;
        reply.Bits = MACH_MSGH_BITS_COMPLEX;
        reply.ReserveDescriptors(given.Length);
        for (var index = 0; index < given.Length; index++)
        {
            ref var from = ref given[index];
            reply.Descriptors[index] = new KDescriptor
            {
                Type = from.Type,
                Disposition = KSpace.CarriedType(from.Disposition),
                Deallocate = from.Deallocate,
                Port = from.Right,
                Ports = from.Rights,
                Memory = from.Memory.IsEmpty ? null : KCopy.Of(kernel, from.Memory),
            };
        }
    }

    private static void WriteError(KMessage reply, kern_return_t code)
    {
        reply.Size = ErrorReplySize;
        var bytes = reply.Bytes.AsSpan(0, ErrorReplySize);
        bytes.Clear();
        bytes[28] = 1;      // NDR: little-endian integers
        BinaryPrimitives.WriteInt32LittleEndian(bytes[32..], (int)code);
    }
}
