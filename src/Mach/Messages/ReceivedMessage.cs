namespace Mach;

/// <summary>A message that was received. It owns the rights and regions that nobody has taken, and destroys them when it is disposed.</summary>
/// <remarks>
/// It is a handle: copies of it are the same message, and once one of them is disposed the others are stale and throw
/// <see cref="ObjectDisposedException"/>. Spans into the message are valid until then. Whatever the sender wrote, no member but the
/// <c>Take…</c> methods throws because of it.
/// </remarks>
public readonly partial struct ReceivedMessage : IDisposable, IEquatable<ReceivedMessage>
{
    private readonly Parcel? _parcel;
    private readonly uint _version;

    internal ReceivedMessage(Parcel parcel)
    {
        _parcel = parcel;
        _version = parcel.Version;
    }

    /// <summary>True for the default value and for a message that was disposed.</summary>
    public bool IsEmpty => _parcel is null || _parcel.Version != _version;

    /// <summary>The task that received it.</summary>
    public MachTask Task => Parcel.Task;

    /// <summary>What it means.</summary>
    public mach_msg_id_t Id => Parcel.Id;

    /// <summary>Bytes of header, descriptors and body.</summary>
    public int Size => Parcel.Length;

    /// <summary>What follows header and descriptors, padding to a multiple of 4 included.</summary>
    public ReadOnlySpan<byte> Body => Parcel.Body;

    /// <summary>Header, descriptors and body as they lie in memory. Names in it own nothing.</summary>
    public ReadOnlySpan<byte> Bytes => Parcel.Bytes;

    /// <summary>The trailer as the kernel wrote it.</summary>
    internal ReadOnlySpan<byte> TrailerBytes => Parcel.TrailerBytes;

    /// <summary>The name of the port that it came to: with a port set, the member.</summary>
    [ReturnsBorrowed]
    public RawMachPort Port => new(Parcel.LocalName);

    /// <summary>True when a part could not arrive for lack of names or memory; that part reads as null.</summary>
    public bool IsIncomplete => Parcel.IsIncomplete;

    /// <summary>Who sent it, at the time of sending. The kernel filled this in.</summary>
    public audit_token_t Sender => Parcel.Trailer.AuditToken;

    /// <summary>True when the kernel itself sent it.</summary>
    public bool IsFromKernel => Parcel.Trailer.IsFromKernel;

    /// <summary>Its number among the messages of its port, from 0.</summary>
    public uint SequenceNumber => Parcel.Trailer.SequenceNumber;

    /// <summary>Descriptors that it has.</summary>
    public int ItemCount => Parcel.DescriptorCount;

    /// <summary>The kind of the right to reply with.</summary>
    public RightKind ReplyKind => MessageItem.Of(Parcel.ReplyName, Parcel.ReplyDisposition);

    private Parcel Parcel => _parcel is { } parcel && parcel.Version == _version
        ? parcel
        : throw new ObjectDisposedException(nameof(ReceivedMessage));

    /// <summary>Looks at a descriptor.</summary>
    /// <param name="index">Its number, from 0 to less than <see cref="ItemCount"/>.</param>
    public MessageItem GetItem(int index)
    {
        Parcel parcel = Parcel;
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, parcel.DescriptorCount);
        return new MessageItem(parcel.Look(index));
    }

    /// <summary>Reads the body from its start.</summary>
    public MachBodyReader ReadBody() => new(Parcel.Body);

    /// <summary>True when it came to that port.</summary>
    public bool CameTo(ReceiveRight port)
    {
        ArgumentNullException.ThrowIfNull(port);
        return ReferenceEquals(port.Task, Parcel.Task) && port.Name == Parcel.LocalName;
    }

    /// <summary>Destroys what was not taken. Can be repeated.</summary>
    public void Dispose()
    {
        if (_parcel is { } parcel && parcel.Version == _version)
            parcel.Recycle();
    }

    /// <inheritdoc/>
    public bool Equals(ReceivedMessage other) => ReferenceEquals(_parcel, other._parcel) && _version == other._version;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ReceivedMessage other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_parcel, _version);

    /// <summary>True for the same message.</summary>
    public static bool operator ==(ReceivedMessage left, ReceivedMessage right) => left.Equals(right);

    /// <summary>True for different messages.</summary>
    public static bool operator !=(ReceivedMessage left, ReceivedMessage right) => !left.Equals(right);
}
