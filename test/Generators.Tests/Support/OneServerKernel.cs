using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Mach.Generators.Tests;

/// <summary>
/// As much of a kernel as a remote call needs: mach_msg2 to a port that one server serves. Rights are the caller's names; what a
/// message carries is given to the server as it would be received.
/// </summary>
internal sealed unsafe class OneServerKernel(MigServer<object, uint> server)
{
    private const ulong Send = 1, Receive = 2;
    private const uint Complex = 0x80000000;
    private const int Header = 24, ShortTrailer = 8;

    /// <summary>The pattern of the sender's token in every trailer.</summary>
    public const string Token = "the sender";

    /// <summary>The trailer of every request.</summary>
    public static byte[] Trailer { get; } = [0, 0, 0, 0, 52, 0, 0, 0, .. new byte[12], .. Pattern.Bytes(Token, 32)];

    /// <summary>The last request as it lay on the wire, header included.</summary>
    public byte[] Request { get; private set; } = [];

    /// <summary>The last reply as the client received it, without trailer.</summary>
    public byte[] Reply { get; private set; } = [];

    /// <summary>The options of the last call.</summary>
    public ulong Options { get; private set; }

    /// <summary>What the server left in the request's descriptors.</summary>
    public MigDescriptor<uint>[] LeftOver { get; private set; } = [];

    public ScriptedThread Thread() => new(Trap);

    private void Trap(ref TrapFrame frame)
    {
        Assert.Equal(MachTrapNumbers.mach_msg2_trap, frame.Number);
        Options = frame.A1;
        Assert.NotEqual(0u, Options & Send);
        Request = Gather(frame);
        var descriptors = Descriptors(Request);
        Assert.Equal((uint)frame.A5, (uint)descriptors.Length);
        var reply = new MigReply<uint>
        {
            Bytes = new byte[server.LargestReply],
            Descriptors = new MigDescriptor<uint>[server.MostReplyDescriptors],
        };
        reply.Bytes.Fill(0xEE);
        var request = new MigRequest<uint> { Bytes = Request, Trailer = Trailer, Descriptors = descriptors, Destination = (uint)frame.A3 };
        var code = server.Dispatch(frame, ref request, ref reply);
        LeftOver = descriptors;
        if (code != kern_return_t.MIG_NO_REPLY && (Options & Receive) != 0)
        {
            Deliver(ref reply, frame);
        }
        else
        {
            Assert.Equal(0u, Options & Receive);
            Reply = [];
        }
        frame.Return(kern_return_t.KERN_SUCCESS);
    }

    /// <summary>Header from registers, the rest from memory.</summary>
    private static byte[] Gather(TrapFrame frame)
    {
        var size = (int)(frame.A2 >> 32);
        var bytes = new ReadOnlySpan<byte>((void*)frame.A0, size).ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, (uint)frame.A2);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), size);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(8), frame.A3);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(16), frame.A4);
        return bytes;
    }

    private static MigDescriptor<uint>[] Descriptors(ReadOnlySpan<byte> message)
    {
        if ((MemoryMarshal.Read<uint>(message) & Complex) == 0)
            return [];
        var descriptors = new MigDescriptor<uint>[MemoryMarshal.Read<int>(message[Header..])];
        var at = Header + 4;
        for (var i = 0; i < descriptors.Length; i++)
        {
            var place = message[at..];
            ref var descriptor = ref descriptors[i];
            descriptor.Type = place[11];
            descriptor.Disposition = Received(place[10]);
            if (descriptor.Type == 0)
            {
                descriptor.Right = MemoryMarshal.Read<uint>(place);
                at += 12;
                continue;
            }
            var count = MemoryMarshal.Read<int>(place[12..]);
            var address = (void*)MemoryMarshal.Read<ulong>(place);
            descriptor.Deallocate = place[8] != 0;
            if (descriptor.Type == 2)
                descriptor.Rights = new ReadOnlySpan<uint>(address, count).ToArray();
            else
                descriptor.Memory = new ReadOnlySpan<byte>(address, count).ToArray();
            at += 16;
        }
        return descriptors;
    }

    private void Deliver(ref MigReply<uint> reply, TrapFrame frame)
    {
        var message = reply.Bytes[..reply.Length];
        var at = Header + 4;
        foreach (var descriptor in reply.Descriptors[..reply.DescriptorCount])
        {
            message[at + 10] = Received(message[at + 10]);
            if (descriptor.Type == 0)
            {
                BinaryPrimitives.WriteUInt32LittleEndian(message[at..], descriptor.Right);
                at += 12;
                continue;
            }
            var bytes = descriptor.Type == 2 ? MemoryMarshal.AsBytes(descriptor.Rights.AsSpan()) : descriptor.Memory.Span;
            var region = NativeMemory.Alloc((nuint)Math.Max(1, bytes.Length));
            bytes.CopyTo(new(region, bytes.Length));
            BinaryPrimitives.WriteUInt64LittleEndian(message[at..], (ulong)region);
            at += 16;
        }
        BinaryPrimitives.WriteUInt32LittleEndian(message, MemoryMarshal.Read<uint>(message) | (18 << 8));
        BinaryPrimitives.WriteUInt32LittleEndian(message[12..], (uint)(frame.A3 >> 32));
        Assert.True(message.Length + ShortTrailer <= (int)(uint)frame.A6, "The client has no room for the reply and its trailer.");
        Reply = message.ToArray();
        message.CopyTo(new((void*)frame.A0, message.Length));
        new Span<byte>((void*)(frame.A0 + (ulong)message.Length), ShortTrailer).Fill(0xCC);
    }

    private static byte Received(byte disposition) => disposition switch { 19 or 20 => 17, 21 => 18, _ => disposition };
}
