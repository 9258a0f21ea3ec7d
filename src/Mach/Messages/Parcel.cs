namespace Mach;

/// <summary>What a parcel holds.</summary>
internal enum ParcelState : byte
{
    /// <summary>Nothing.</summary>
    Idle,

    /// <summary>A message that is being written, or came back from a failed send.</summary>
    Outgoing,

    /// <summary>A received message.</summary>
    Incoming,
}

/// <summary>A message in native memory of a task, and what the message owns.</summary>
/// <remarks>
/// P1 The buffer lies in the message arena; it is never unmapped, so a span that someone kept shows old bytes at worst.
/// P2 What header and descriptors of an incoming message name belongs to the parcel until it is taken;
///    taking overwrites the descriptor with the null name, so that nothing leaves twice.
/// P3 In an outgoing message a moved right or region belongs to the parcel; a copied or made one stays its owner's and is
///    borrowed until the message has left. After a failed send that gave the message back everything in it is the parcel's.
/// P4 <see cref="Version"/> changes whenever the parcel ends holding a message: a handle with an old version is stale.
/// </remarks>
internal sealed unsafe partial class Parcel
{
    private const int DefaultCapacity = 4096;
    private const int LargestKept = 64 * 1024;

    private const int BitsOffset = 0;
    private const int SizeOffset = 4;
    private const int RemoteOffset = 8;
    private const int LocalOffset = 12;
    private const int VoucherOffset = 16;
    private const int IdOffset = 20;

    private string? _site;
    private byte* _buffer;
    private int _cursorIndex;     // a descriptor that was looked at, and where it lies: the next is then found at once
    private int _cursorOffset;

    internal Parcel(MachTask task)
    {
        Task = task;
        Grow(DefaultCapacity);
    }

#pragma warning disable MA0055 // The buffer is native, and a forgotten message has rights to release.
    ~Parcel()
    {
        if (OwnsAnything() && Task.IsAlive)
        {
            RightTracker.Report("message", Word(RemoteOffset), Task, _site);
            try
            {
                Empty();
            }
            catch (ObjectDisposedException)
            {
                // The task ended meanwhile and has released everything.
            }
        }

        if (_buffer != null)
            MessageArena.Return(_buffer, Capacity);
    }
#pragma warning restore MA0055

    internal MachTask Task { get; }

    internal ParcelState State { get; private set; }

    internal uint Version { get; private set; }

    internal int Capacity { get; private set; }

    /// <summary>Bytes of the message so far, without the trailer.</summary>
    internal int Length { get; private set; }

    /// <summary>Where the body starts.</summary>
    internal int BodyOffset { get; private set; }

    internal int DescriptorCount { get; private set; }

    /// <summary>The next parcel of a pool.</summary>
    internal Parcel? Next { get; set; }

    internal ReadOnlySpan<byte> Bytes => new(_buffer, Length);

    internal ReadOnlySpan<byte> Body => new(_buffer + BodyOffset, Length - BodyOffset);

    /// <summary>Destroys what the parcel owns and ends its borrows.</summary>
    internal void Empty()
    {
        if (State == ParcelState.Incoming)
            DestroyIncoming();
        else if (State == ParcelState.Outgoing)
            DestroyOutgoing();
        BecomeIdle();
    }

    /// <summary>Empties the parcel and gives it back to its task's pool.</summary>
    internal void Recycle()
    {
        Empty();
        if (Capacity > LargestKept)
            Shrink();
        Task.Parcels.Return(this);
    }

    private ref uint Word(int offset) => ref *(uint*)(_buffer + offset);

    private void NoteSite()
    {
        if (RightTracker.RecordSites)
            _site = RightTracker.Site();
    }

    private void BecomeIdle()
    {
        State = ParcelState.Idle;
        Version++;
        Length = 0;
        BodyOffset = 0;
        DescriptorCount = 0;
        _cursorIndex = 0;
        _cursorOffset = MachMessageLayout.DescriptorsOffset;
    }

    private bool OwnsAnything() => State switch
    {
        ParcelState.Incoming => DescriptorCount != 0 || Word(RemoteOffset) != 0 || Word(VoucherOffset) != 0 || Id == MACH_NOTIFY_DEAD_NAME,
        ParcelState.Outgoing => DescriptorCount != 0 || _replyIsOwned || _loanCount != 0,
        _ => false,
    };

    /// <summary>Makes the buffer at least as large; what is in it moves along. False when the process has no room for it.</summary>
    private bool TryGrow(int capacity)
    {
        if (capacity <= Capacity)
            return true;
        byte* larger = MessageArena.Rent(capacity, out int given);
        if (larger == null)
            return false;
        if (_buffer != null)
        {
            new ReadOnlySpan<byte>(_buffer, Capacity).CopyTo(new Span<byte>(larger, given));
            MessageArena.Return(_buffer, Capacity);
        }

        _buffer = larger;
        Capacity = given;
        return true;
    }

    private void Grow(int capacity)
    {
        if (!TryGrow(capacity))
            MachException.Throw(KERN_RESOURCE_SHORTAGE, "mach_msg", MACH_PORT_NULL);
    }

    private void Shrink()
    {
        byte* smaller = MessageArena.Rent(DefaultCapacity, out int given);
        if (smaller == null)
            return;
        MessageArena.Return(_buffer, Capacity);
        _buffer = smaller;
        Capacity = given;
    }

    /// <summary>Where the descriptor of that number lies. The number is below <see cref="DescriptorCount"/>.</summary>
    private mach_msg_descriptor_t* Descriptor(int index)
    {
        int i = index >= _cursorIndex ? _cursorIndex : 0;
        int offset = i == 0 ? MachMessageLayout.DescriptorsOffset : _cursorOffset;
        for (; i < index; i++)
            offset += MachMessageLayout.DescriptorSize(TypeAt(offset));
        _cursorIndex = index;
        _cursorOffset = offset;
        return (mach_msg_descriptor_t*)(_buffer + offset);
    }

    private uint TypeAt(int offset) => _buffer[offset + MachMessageLayout.DescriptorTypeOffset];
}
