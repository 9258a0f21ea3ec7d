using System.Buffers.Binary;

namespace Mach.Conformance.KernelObjects;

/// <summary>Requests to a task's own control port and their answers, as the bytes that follow the header.</summary>
internal sealed class Exchange(Party task)
{
    private readonly uint _reply = task.Receive();

    /// <summary>The NDR record of this machine.</summary>
    internal static byte[] Ndr => [0, 0, 0, 0, 1, 0, 0, 0];

    internal static byte[] Words(params uint[] words) => [.. words.SelectMany(BitConverter.GetBytes)];

    internal static byte[] Long(ulong word) => BitConverter.GetBytes(word);

    internal static byte[] Port(uint name, byte disposition) => [.. Words(name), 0, 0, 0, 0, 0, 0, disposition, 0];

    internal static byte[] Region(ulong address, uint size) => [.. Long(address), 0, 1, 0, 1, .. Words(size)];

    /// <summary>Sends the bytes behind a header; a complex request begins with its count of descriptors.</summary>
    internal Letter Ask(int id, bool complex, params byte[][] parts)
    {
        byte[] body = [.. parts.SelectMany(static part => part)];
        var bytes = new byte[24 + body.Length];
        var bits = MACH_MSG_TYPE_COPY_SEND | MACH_MSG_TYPE_MAKE_SEND_ONCE << 8 | (complex ? MACH_MSGH_BITS_COMPLEX : 0);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, bits);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(8), task.Self);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(12), _reply);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(20), id);
        body.CopyTo(bytes, 24);
        Assert.Equal(MACH_MSG_SUCCESS, task.MachMsg(task.Buffer(bytes), MACH_SEND_MSG, (uint)bytes.Length, 0));
        return task.Receive(_reply);
    }

    /// <summary>Asks and compares: the header is always the same but for the number, its complexity and the size.</summary>
    internal void Expect(int id, byte[][] request, bool complexReply, params byte[][] reply) =>
        Compare(Ask(id, false, request), id, complexReply, reply);

    /// <summary>The same with a request that has descriptors.</summary>
    internal void ExpectComplex(int id, byte[][] request, bool complexReply, params byte[][] reply) =>
        Compare(Ask(id, true, request), id, complexReply, reply);

    private void Compare(Letter letter, int id, bool complex, byte[][] parts)
    {
        byte[] body = [.. parts.SelectMany(static part => part)];
        byte[] whole =
        [
            .. Words(0x1200 | (complex ? MACH_MSGH_BITS_COMPLEX : 0), (uint)body.Length + 24, 0, _reply, 0, (uint)id + 100), .. body,
        ];
        Assert.Equal(whole, letter.Bytes[..(int)letter.Size]);
    }
}
