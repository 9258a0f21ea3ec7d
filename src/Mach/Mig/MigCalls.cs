using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;

namespace Mach;

/// <summary>What generated clients that await share: writing requests, judging and reading replies. Nothing here trusts a reply.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class MigCalls
{
    /// <summary>The NDR record of a little-endian machine.</summary>
    private const ulong LittleEndian = 1UL << 32;

    /// <summary>A builder that no call uses now; it has no buffer.</summary>
    [ThreadStatic]
    private static MessageBuilder? t_spare;

    /// <summary>Begins a request.</summary>
    public static MessageBuilder Begin(SendRight port, mach_msg_id_t id)
    {
        ArgumentNullException.ThrowIfNull(port);
        if (t_spare is not { } spare || !ReferenceEquals(spare.Task, port.Task))
            return new MessageBuilder(port.Task, id);
        t_spare = null;
        spare.Id = id;
        return spare;
    }

    /// <summary>Ends a request: what it still has is destroyed.</summary>
    public static void End(MessageBuilder request)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.GiveBack();
        t_spare = request;
    }

    /// <summary>Refuses an array that has more elements than its routine takes.</summary>
    public static void Limit(int length, int maximum, SendRight port, string routine)
    {
        if (length > maximum)
            throw Failed(MIG_ARRAY_TOO_LARGE, port, routine);
    }

    /// <summary>Adds a right, or none, by its declared disposition.</summary>
    public static void Right(MessageBuilder request, MachRight? right, byte disposition) =>
        request.Add(new MigDescriptor<MachRight?> { Type = MACH_MSG_PORT_DESCRIPTOR, Right = right, Disposition = disposition });

    /// <summary>Adds an array of rights by their declared disposition.</summary>
    public static void Rights<T>(MessageBuilder request, ReadOnlySpan<T> rights, byte disposition)
        where T : MachRight
    {
        var all = new MachRight?[rights.Length];
        for (int i = 0; i < all.Length; i++)
            all[i] = rights[i];
        request.Add(new MigDescriptor<MachRight?> { Type = MACH_MSG_OOL_PORTS_DESCRIPTOR, Rights = all, Disposition = disposition });
    }

    /// <summary>Adds a region with a copy of elements.</summary>
    /// <param name="request">The message.</param>
    /// <param name="elements">What is copied.</param>
    /// <param name="count">How many there must be; 0 for any number.</param>
    public static void Region<T>(MessageBuilder request, ReadOnlySpan<T> elements, int count)
        where T : unmanaged
    {
        if (count != 0)
            ArgumentOutOfRangeException.ThrowIfNotEqual(elements.Length, count, nameof(elements));
        request.CopyOutOfLine(MemoryMarshal.AsBytes(elements));
    }

    /// <summary>Adds the NDR record.</summary>
    public static void Ndr(MessageBuilder request) => request.Write(LittleEndian);

    /// <summary>Adds a value, padded to four bytes.</summary>
    public static void Value<T>(MessageBuilder request, T value)
        where T : unmanaged
    {
        request.Write(in value);
        Pad(request, System.Runtime.CompilerServices.Unsafe.SizeOf<T>());
    }

    /// <summary>Adds the elements of an array, padded to four bytes.</summary>
    public static void Array<T>(MessageBuilder request, ReadOnlySpan<T> elements)
        where T : unmanaged
    {
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(elements);
        request.Write(bytes);
        Pad(request, bytes.Length);
    }

    /// <summary>Adds a string and zeros up to a length, padded to four bytes.</summary>
    public static void Text(MessageBuilder request, ReadOnlySpan<byte> text, int length)
    {
        request.Write(text);
        int rest = MigWire.Round(length) - text.Length;
        request.GetSpan(rest)[..rest].Clear();
        request.Advance(rest);
    }

    private static void Pad(MessageBuilder request, int length)
    {
        int rest = MigWire.Round(length) - length;
        if (rest != 0)
            request.Write(((ReadOnlySpan<byte>)[0, 0, 0])[..rest]);
    }

    /// <summary>Sends what is not answered.</summary>
    [System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(System.Runtime.CompilerServices.PoolingAsyncValueTaskMethodBuilder))]
    public static async ValueTask SendAsync(SendRight port, MessageBuilder request, string routine, MachTimeout timeout, CancellationToken cancellation)
    {
        try
        {
            SendOutcome outcome = await port.SendAsync(request, timeout, cancellation).ConfigureAwait(false);
            if (!outcome.IsSent)
                throw Failed(outcome.Code, port, routine);
        }
        finally
        {
            End(request);
        }
    }

    /// <summary>Judges a reply, but for its descriptors; throws unless the routine succeeded.</summary>
    public static void Check(ReadOnlySpan<byte> reply, int id, int minimum, int maximum, int descriptors, SendRight port, string routine)
    {
        kern_return_t code = descriptors == 0
            ? MigStub.CheckSimple(reply, id, minimum, maximum)
            : MigStub.CheckComplex(reply, id, minimum, maximum, descriptors);
        if (code != KERN_SUCCESS)
            throw Failed(code, port, routine);
    }

    /// <summary>Refuses a reply that is not the routine's.</summary>
    [System.Diagnostics.CodeAnalysis.DoesNotReturn]
    public static void Refuse(SendRight port, string routine) => throw Failed(MIG_TYPE_ERROR, port, routine);

    /// <summary>Copies the elements of an array out of a reply.</summary>
    public static T[] Elements<T>(ReadOnlySpan<byte> reply, int offset, int count)
        where T : unmanaged => MemoryMarshal.Cast<byte, T>(reply[offset..])[..count].ToArray();

    /// <summary>Copies a string of UTF-8 out of a reply, up to its closing 0.</summary>
    public static string String(ReadOnlySpan<byte> reply, int offset, int length)
    {
        ReadOnlySpan<byte> text = reply.Slice(offset, length);
        int end = text.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? text : text[..end]);
    }

    /// <summary>Copies the elements of a region and frees it.</summary>
    public static T[] Memory<T>(ReceivedMessage reply, int index)
        where T : unmanaged
    {
        if (!reply.TryTakeMemory(index, out OolBuffer? region))
            return [];
        using (region)
        using (OolBuffer.Lease bytes = region.Borrow())
            return MemoryMarshal.Cast<byte, T>(bytes.Span).ToArray();
    }

    /// <summary>Takes a right; null when no live one came.</summary>
    public static T? Take<T>(ReceivedMessage reply, int index)
        where T : MachRight => (T?)MigRights.Take(reply, index);

    /// <summary>Takes an array of rights; null where no live one came.</summary>
    public static T?[] TakeAll<T>(ReceivedMessage reply, int index)
        where T : MachRight => System.Array.ConvertAll(MigRights.TakeAll(reply, index) ?? [], right => (T?)right);

    /// <summary>Takes rights that came in descriptors of their own; null where no live one came.</summary>
    public static T?[] TakeEach<T>(ReceivedMessage reply, int index, int count)
        where T : MachRight
    {
        var all = new T?[count];
        for (int i = 0; i < count; i++)
            all[i] = Take<T>(reply, index + i);
        return all;
    }

    private static MachException Failed(kern_return_t code, SendRight port, string routine) => new(code, routine, port.RawPort);
}
