using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mach;

/// <summary>Reads a typed message: looks at every part first, then takes. For generated code; nothing that a peer wrote makes it throw.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct TypedReader
{
    private readonly ReceivedMessage _message;
    private MachBodyReader _body;

    /// <summary>Starts at the values.</summary>
    public TypedReader(ReceivedMessage message)
    {
        _message = message;
        _body = message.ReadBody();
    }

    /// <summary>True when nothing is left to read.</summary>
    public readonly bool IsAtEnd => _body.Rest.IsEmpty;

    /// <summary>Checks id and number of descriptors.</summary>
    public readonly bool Is(mach_msg_id_t id, int descriptors) => _message.Id == id && _message.ItemCount == descriptors;

    /// <summary>True when the descriptor is one of a right of that kind.</summary>
    /// <param name="index">The descriptor.</param>
    /// <param name="kind">Send, send-once or receive.</param>
    /// <param name="orNone">The right itself may be absent or dead.</param>
    public readonly bool IsRight(int index, RightKind kind, bool orNone)
    {
        MessageItem item = _message.GetItem(index);
        return item.Kind == ItemKind.Right && item.Disposition == Disposition(kind)
            && (item.RightKind == kind || (orNone && item.RightKind is RightKind.None or RightKind.Dead));
    }

    /// <summary>True when the descriptor is an array of rights of that kind, as long as the next value says, and not too long.</summary>
    public bool IsRights(int index, RightKind kind, int limit)
    {
        MessageItem item = _message.GetItem(index);
        return item.Kind == ItemKind.Rights && item.Disposition == Disposition(kind)
            && _body.TryUInt32(out uint count) && count <= (uint)limit && (uint)item.Count == count;
    }

    /// <summary>True when the descriptor is a region, as long as the next value says, and not too long.</summary>
    /// <param name="index">The descriptor.</param>
    /// <param name="elementSize">Bytes of what the value counts.</param>
    /// <param name="limit">Most elements.</param>
    public bool IsMemory(int index, int elementSize, int limit)
    {
        MessageItem item = _message.GetItem(index);
        return item.Kind == ItemKind.Memory && _body.TryUInt32(out uint count) && count <= (uint)limit
            && (ulong)count * (uint)elementSize == (uint)item.Size;
    }

    /// <summary>Reads an NDR record; false when it is another machine's.</summary>
    public bool TryNdr() => _body.TryNdr(out NDR_record_t record) && MachBodyReader.IsNative(record);

    /// <summary>Reads a value, padded to 4.</summary>
    public bool TryValue<T>(out T value)
        where T : unmanaged => _body.TryValue(out value) && _body.TryAlign();

    /// <summary>Reads a C truth value: any number but 0 is true.</summary>
    public bool TryBoolean(out bool value)
    {
        bool there = _body.TryInt32(out int number);
        value = number != 0;
        return there;
    }

    /// <summary>Reads an array with its count, padded to 4.</summary>
    public bool TryCounted<T>(int limit, [NotNullWhen(true)] out T[]? elements)
        where T : unmanaged
    {
        elements = null;
        return _body.TryUInt32(out uint count) && count <= (uint)limit && TryElements((int)count, out elements);
    }

    /// <summary>Reads an array of fixed length, padded to 4.</summary>
    public bool TryElements<T>(int count, [NotNullWhen(true)] out T[]? elements)
        where T : unmanaged
    {
        elements = null;
        long size = (long)count * Unsafe.SizeOf<T>();
        if (size > _body.Rest.Length || !_body.TryBytes((int)size, out ReadOnlySpan<byte> bytes) || !_body.TryAlign())
            return false;
        elements = new T[count];
        bytes.CopyTo(MemoryMarshal.AsBytes(elements.AsSpan()));
        return true;
    }

    /// <summary>Reads a text of variable length.</summary>
    public bool TryText(int limit, [NotNullWhen(true)] out string? text) => _body.TryText(limit, out text);

    /// <summary>Reads a text in a field of fixed length, padded to 4.</summary>
    public bool TryFixedText(int fieldBytes, [NotNullWhen(true)] out string? text)
    {
        text = _body.TryFixedText(fieldBytes, out ReadOnlySpan<byte> bytes) && _body.TryAlign() ? System.Text.Encoding.UTF8.GetString(bytes) : null;
        return text is not null;
    }

    /// <summary>Takes an array of send rights, each of which must be there. Otherwise those that are there are released.</summary>
    public readonly bool TryTakeAll(int index, [NotNullWhen(true)] out SendRight[]? rights) =>
        All(_message.TryTakeSends(index, out SendRight?[]? taken) ? taken : null, out rights);

    /// <summary>Takes an array of send-once rights, each of which must be there. Otherwise those that are there are released.</summary>
    public readonly bool TryTakeAll(int index, [NotNullWhen(true)] out SendOnceRight[]? rights) =>
        All(_message.TryTakeSendOnces(index, out SendOnceRight?[]? taken) ? taken : null, out rights);

    /// <summary>Takes an array of receive rights, each of which must be there. Otherwise those that are there are released.</summary>
    public readonly bool TryTakeAll(int index, [NotNullWhen(true)] out ReceiveRight[]? rights) =>
        All(_message.TryTakeReceives(index, out ReceiveRight?[]? taken) ? taken : null, out rights);

    /// <summary>Copies a region into an array and frees it.</summary>
    public readonly bool TryTakeElements<T>(int index, [NotNullWhen(true)] out T[]? elements)
        where T : unmanaged => _message.TryTakeElements(index, out elements);

    private static bool All<T>(T?[]? taken, [NotNullWhen(true)] out T[]? rights)
        where T : MachRight
    {
        rights = taken!;
        if (taken is null || Array.IndexOf(taken, null) < 0)
            return taken is not null;
        foreach (T? right in taken)
            right?.Dispose();
        rights = null;
        return false;
    }

    private static mach_msg_type_name_t Disposition(RightKind kind) => kind switch
    {
        RightKind.Send => MACH_MSG_TYPE_PORT_SEND,
        RightKind.SendOnce => MACH_MSG_TYPE_PORT_SEND_ONCE,
        _ => MACH_MSG_TYPE_PORT_RECEIVE,
    };
}
