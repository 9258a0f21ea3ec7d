using System.Buffers;

namespace Mach;

/// <summary>One request on its way through a MIG server of user space: what the message carries goes in as objects, what the routine hands over comes out as a message.</summary>
internal static class MigCall
{
    private const int ReplyDistance = 100;

    private const int SmallReply = 512;

    /// <summary>Where this thread writes small replies, while no call is doing so.</summary>
    [ThreadStatic]
    private static byte[]? t_small;

    /// <summary>Serves a request.</summary>
    internal static kern_return_t Serve(ReceivedMessage request, MigServer<ReceivedMessage, MachRight?> server, MessageBuilder reply)
    {
        reply.Clear();
        reply.Id = unchecked(request.Id + ReplyDistance);
        bool known = request.Id >= server.First && request.Id < server.End;
        // A stranger's message is not taken apart: it is destroyed as it is.
        int taken = known ? request.ItemCount : 0;
        int largest = server.LargestReply;
        int descriptors = taken + server.MostReplyDescriptors;
        byte[] bytes = largest <= SmallReply ? t_small ?? new byte[SmallReply] : ArrayPool<byte>.Shared.Rent(largest);
        t_small = null;
        MigDescriptor<MachRight?>[] carried = descriptors == 0 ? [] : ArrayPool<MigDescriptor<MachRight?>>.Shared.Rent(descriptors);
        (OolBuffer Buffer, NativeSpanOwner Bytes)[] regions = taken == 0 ? [] : new (OolBuffer, NativeSpanOwner)[taken];
        try
        {
            Span<MigDescriptor<MachRight?>> inward = carried.AsSpan(0, taken);
            for (int i = 0; i < taken; i++)
                inward[i] = Take(request, i, regions);
            var asked = new MigRequest<MachRight?> { Bytes = request.Bytes, Trailer = request.TrailerBytes, Descriptors = inward };
            var answer = new MigReply<MachRight?>
            {
                Bytes = bytes.AsSpan(0, largest),
                Descriptors = carried.AsSpan(taken, descriptors - taken),
            };
            kern_return_t code = server.Dispatch(request, ref asked, ref answer);
            if (code == MIG_NO_REPLY)
                inward.Clear();
            else
                Write(reply, answer);
            return code;
        }
        finally
        {
            foreach (ref MigDescriptor<MachRight?> left in carried.AsSpan(0, taken))
                Release(ref left);
            foreach ((OolBuffer? buffer, NativeSpanOwner? shown) in regions)
            {
                shown?.Invalidate();
                buffer?.Dispose();
            }

            if (descriptors != 0)
                ArrayPool<MigDescriptor<MachRight?>>.Shared.Return(carried, clearArray: true);
            if (largest <= SmallReply)
                t_small = bytes;
            else
                ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private static MigDescriptor<MachRight?> Take(ReceivedMessage request, int index, (OolBuffer Buffer, NativeSpanOwner Bytes)[] regions)
    {
        MessageItem item = request.GetItem(index);
        var descriptor = new MigDescriptor<MachRight?> { Type = item.Type, Disposition = (byte)item.Disposition };
        switch (item.Kind)
        {
            case ItemKind.Right or ItemKind.GuardedRight:
                descriptor.Right = MigRights.Take(request, index);
                break;
            case ItemKind.Rights:
                descriptor.Rights = MigRights.TakeAll(request, index);
                break;
            default:
                if (request.TryTakeMemory(index, out OolBuffer? region))
                {
                    // Nobody else knows the region: it needs no lease.
                    regions[index] = (region, region.Show());
                    descriptor.Memory = regions[index].Bytes.Memory;
                    descriptor.Deallocate = true;
                }

                break;
        }

        return descriptor;
    }

    private static void Release(ref MigDescriptor<MachRight?> descriptor)
    {
        descriptor.Right?.Dispose();
        foreach (MachRight? right in descriptor.Rights ?? [])
            right?.Dispose();
    }

    private static void Write(MessageBuilder reply, in MigReply<MachRight?> answer)
    {
        int body = MachMessageLayout.HeaderSize;
        if (answer.DescriptorCount != 0)
        {
            body += sizeof(uint);
            foreach (ref readonly MigDescriptor<MachRight?> descriptor in answer.Descriptors[..answer.DescriptorCount])
            {
                reply.Add(descriptor);
                body += MachMessageLayout.DescriptorSize(descriptor.Type);
            }
        }

        _ = reply.Write(answer.Bytes[body..answer.Length]);
    }
}
