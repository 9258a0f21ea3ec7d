using System.Buffers.Binary;

namespace Mach.Generators.Tests;

/// <summary>What received descriptors carry, and how it is released: as <see cref="ReplyScript"/> notes it.</summary>
internal static class Carriage
{
    /// <summary>The descriptors of a message as a kernel delivers it.</summary>
    public static List<byte[]> Of(ReadOnlySpan<byte> message)
    {
        var list = new List<byte[]>();
        if ((message[3] & 0x80) == 0)
            return list;
        var at = 28;
        for (var count = BinaryPrimitives.ReadInt32LittleEndian(message[24..]); count > 0; count--)
        {
            var size = message[at + 11] == 0 ? 12 : 16;
            list.Add(message.Slice(at, size).ToArray());
            at += size;
        }
        return list;
    }

    /// <summary>What is noted when a descriptor's load is released.</summary>
    public static unsafe IEnumerable<string> Releases(byte[] descriptor)
    {
        var notes = new List<string>();
        var address = descriptor.Length == 16 ? BinaryPrimitives.ReadUInt64LittleEndian(descriptor) : 0;
        var last = descriptor.Length == 16 ? BinaryPrimitives.ReadUInt32LittleEndian(descriptor.AsSpan(12)) : 0;
        switch (descriptor[11])
        {
            case 0:
                notes.AddRange(Right(BinaryPrimitives.ReadUInt32LittleEndian(descriptor), descriptor[10]));
                break;
            case 1 when descriptor[8] != 0 && last != 0:
                notes.Add($"free {address} {last}");
                break;
            case 2:
                for (var i = 0u; i < last; i++)
                    notes.AddRange(Right(((uint*)address)[i], descriptor[10]));
                if (descriptor[8] != 0 && last != 0)
                    notes.Add($"free {address} {last * sizeof(uint)}");
                break;
            case 4:
                if ((BinaryPrimitives.ReadUInt16LittleEndian(descriptor.AsSpan(8)) & 2) == 0 && last != 0)
                    notes.Add($"unguard {last} {address}");
                notes.AddRange(Right(last, descriptor[10]));
                break;
            default:
                break;
        }
        return notes;
    }

    /// <summary>What is noted when a right is released.</summary>
    public static IEnumerable<string> Right(uint name, int disposition) => (name, disposition) switch
    {
        (0 or uint.MaxValue, _) => [],
        (_, 17 or 18) => [$"deallocate {name}"],
        (_, 16) => [$"mod_refs {name} 1 -1"],
        _ => [],
    };
}
