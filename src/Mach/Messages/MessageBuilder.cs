using System.Buffers;

namespace Mach;

/// <summary>Writes messages of one task: reply port, then descriptors, then body. It is reused for one message after the other.</summary>
/// <remarks>
/// <para>What is moved in belongs to the builder at once; what is copied or made is borrowed until the message has left. When a message was
/// sent the builder is empty. When a send failed and gave the message back, it is here and can be sent again, emptied by
/// <see cref="Clear"/>, or taken apart with the <c>TryTake…</c> methods.</para>
/// <para>The body is an <see cref="IBufferWriter{T}"/> over native memory. A builder is used by one thread at a time.</para>
/// </remarks>
public sealed unsafe partial class MessageBuilder : IBufferWriter<byte>, IDisposable
{
    private Parcel? _parcel;
    private NativeSpanOwner? _owner;
    private bool _disposed;
    private bool _inFlight;

    /// <summary>Makes a builder.</summary>
    /// <param name="task">Whose messages; null for the current task.</param>
    /// <param name="id">What its messages mean, until <see cref="Id"/> is set.</param>
    public MessageBuilder(MachTask? task = null, mach_msg_id_t id = 0)
    {
        Task = task ?? MachTask.Current;
        Id = id;
    }

    /// <summary>The task whose messages it writes.</summary>
    public MachTask Task { get; }

    /// <summary>What the message means.</summary>
    public mach_msg_id_t Id { get; set; }

    /// <summary>What a reply to it means, for calls; null for the convention of MIG: <see cref="Id"/> + 100.</summary>
    public mach_msg_id_t? ReplyId { get; set; }

    /// <summary>Bytes of the message so far, header included, padding and trailer not.</summary>
    public int Size => _parcel is { State: ParcelState.Outgoing } parcel ? parcel.Length : MachMessageLayout.HeaderSize;

    /// <summary>Descriptors of the message so far.</summary>
    public int DescriptorCount => _parcel?.DescriptorCount ?? 0;

    /// <summary>True when a failed send gave the message back; its rights may have new names and are all moved.</summary>
    public bool CameBack => _parcel is { CameBack: true };

    /// <summary>The body so far.</summary>
    public ReadOnlySpan<byte> Body => _parcel is { } parcel ? parcel.Body : default;

    /// <summary>Names the port where the receiver replies; a send-once right to it is made when the message leaves.</summary>
    public MessageBuilder ReplyTo(ReceiveRight port)
    {
        LendForReply(port, MACH_MSG_TYPE_MAKE_SEND_ONCE);
        return this;
    }

    /// <summary>Names the port where the receiver may send from now on; a send right to it is made when the message leaves.</summary>
    public MessageBuilder ReplyToSend(ReceiveRight port)
    {
        LendForReply(port, MACH_MSG_TYPE_MAKE_SEND);
        return this;
    }

    /// <summary>Gives the receiver a send-once right for its reply. The right moves into the message.</summary>
    public MessageBuilder ReplyTo(SendOnceRight right)
    {
        Parcel parcel = Writable();
        Require(right);
        parcel.SetReply(right.BeginMove(), MACH_MSG_TYPE_MOVE_SEND_ONCE, owned: true);
        right.EndMove(moved: true);
        return this;
    }

    /// <summary>Adds bytes to the body.</summary>
    public MessageBuilder Write(ReadOnlySpan<byte> bytes)
    {
        Parcel parcel = Writable();
        bytes.CopyTo(parcel.BodyRoom(bytes.Length));
        parcel.Advance(bytes.Length);
        return this;
    }

    /// <summary>Adds a value to the body, as it lies in memory, at whatever offset is next.</summary>
    public MessageBuilder Write<T>(in T value)
        where T : unmanaged
    {
        Parcel parcel = Writable();
        System.Runtime.InteropServices.MemoryMarshal.Write(parcel.BodyRoom(sizeof(T)), in value);
        parcel.Advance(sizeof(T));
        return this;
    }

    /// <inheritdoc/>
    public void Advance(int count) => Writable().Advance(count);

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0) => Writable().BodyRoom(sizeHint);

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Parcel parcel = Writable();
        int length = parcel.BodyRoom(sizeHint).Length;
        _owner?.Invalidate();
        _owner = new NativeSpanOwner(parcel.BodyEnd, length);
        return _owner.Memory;
    }

    /// <summary>Destroys what the message has so far: rights and memory that were moved in are released.</summary>
    public void Clear()
    {
        if (_inFlight)
            ThrowInFlight();
        _parcel?.Empty();
    }

    /// <summary>Destroys the message and gives the buffer back. A message that is being sent is left to that call.</summary>
    public void Dispose()
    {
        _disposed = true;
        _owner?.Invalidate();
        if (_inFlight)
            return;
        Parcel? parcel = _parcel;
        _parcel = null;
        parcel?.Recycle();
    }

    /// <summary>As <see cref="Dispose"/>, but the builder can be used again.</summary>
    internal void GiveBack()
    {
        _owner?.Invalidate();
        _owner = null;
        Parcel? parcel = _parcel;
        _parcel = null;
        parcel?.Recycle();
    }

    /// <summary>The parcel, with a message begun.</summary>
    private Parcel Writable()
    {
        if (_parcel is { State: ParcelState.Outgoing } parcel && !_inFlight)
            return parcel;
        return Begin();
    }

    private Parcel Begin()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_inFlight)
            ThrowInFlight();
        _parcel ??= Task.Parcels.Rent(Task.CurrentThread);
        _parcel.BeginOutgoing();
        return _parcel;
    }

    private void LendForReply(ReceiveRight port, mach_msg_type_name_t disposition)
    {
        Parcel parcel = Writable();
        Require(port);
        parcel.MakeRoomForLoan();
        mach_port_name_t name = port.BorrowName();
        parcel.AddLoan(port);
        parcel.SetReply(name, disposition, owned: false);
    }

    private void Require(MachRight right)
    {
        ArgumentNullException.ThrowIfNull(right);
        right.RequireTask(Task);
    }

    private static void ThrowInFlight() => throw new InvalidOperationException("The message is being sent.");
}
