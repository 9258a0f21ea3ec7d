namespace Mach;

internal sealed unsafe partial class Parcel
{
    private const int AuditTrailerSize = 52;

    private int _trailerSize;
    private bool _numberTaken;     // of a dead-name notification

    /// <summary>True when a part of the message could not arrive for lack of names or memory: it reads as null.</summary>
    internal bool IsIncomplete { get; private set; }

    internal mach_msg_id_t Id => (int)Word(IdOffset);

    /// <summary>The name of the port that the message came to.</summary>
    internal mach_port_name_t LocalName => Word(LocalOffset);

    internal mach_msg_type_name_t LocalDisposition => MACH_MSGH_BITS_LOCAL(Word(BitsOffset));

    /// <summary>The name of the reply right that is still here; null when there is none or it was taken.</summary>
    internal mach_port_name_t ReplyName => Word(RemoteOffset);

    internal mach_msg_type_name_t ReplyDisposition => MACH_MSGH_BITS_REMOTE(Word(BitsOffset));

    /// <summary>The trailer as it was received.</summary>
    internal ReadOnlySpan<byte> TrailerBytes => new(_buffer + Length, _trailerSize);

    internal MachMessageTrailer Trailer =>
        MachMessageTrailer.TryParse(TrailerBytes, out MachMessageTrailer trailer) ? trailer : default;

    /// <summary>Takes the message that a receive has put into the buffer.</summary>
    /// <returns>False when what is there is no message: then the parcel is idle.</returns>
    internal bool TryAccept()
    {
        uint size = Word(SizeOffset);
        if ((Word(BitsOffset) & MACH_MSGH_BITS_COMPLEX) == 0
            && size >= MachMessageLayout.HeaderSize && (size & 3) == 0 && size <= Capacity - AuditTrailerSize
            && *(ulong*)(_buffer + size) == (ulong)AuditTrailerSize << 32)
        {
            // A simple message with the trailer that was asked for.
            Accept((int)size, MachMessageLayout.HeaderSize, 0, AuditTrailerSize);
            return true;
        }

        if (!MachMessageReader.TryParse(new ReadOnlySpan<byte>(_buffer, Capacity), out MachMessageReader message))
        {
            BecomeIdle();
            return false;
        }

        Accept(message.Size, message.BodyOffset, message.DescriptorCount, message.Trailer.Size);
        return true;
    }

    private void Accept(int size, int bodyOffset, int descriptors, int trailerSize)
    {
        State = ParcelState.Incoming;
        NoteSite();
        Length = size;
        BodyOffset = bodyOffset;
        DescriptorCount = descriptors;
        _trailerSize = trailerSize;
        _numberTaken = false;
    }

    /// <summary>A copy of the descriptor; what was taken from it is null.</summary>
    internal mach_msg_descriptor_t Look(int index)
    {
        mach_msg_descriptor_t* at = Descriptor(index);
        mach_msg_descriptor_t copy = default;
        new ReadOnlySpan<byte>(at, MachMessageLayout.DescriptorSize(at->type.type))
            .CopyTo(System.Runtime.InteropServices.MemoryMarshal.AsBytes(new Span<mach_msg_descriptor_t>(ref copy)));
        return copy;
    }

    /// <summary>Takes one right out of the message.</summary>
    /// <returns>False when the descriptor has no right of that kind (any more).</returns>
    internal bool TryTakeRight(int index, mach_msg_type_name_t kind, out mach_port_name_t name, out mach_port_context_t guard)
    {
        name = MACH_PORT_NULL;
        guard = 0;
        if ((uint)index >= (uint)DescriptorCount)
            return false;
        mach_msg_descriptor_t* descriptor = Descriptor(index);
        if (descriptor->port.disposition != kind)
            return false;
        switch (descriptor->type.type)
        {
            case MACH_MSG_PORT_DESCRIPTOR when MACH_PORT_VALID(descriptor->port.name):
                name = descriptor->port.name;
                guard = index < _guards.Length ? _guards[index] : 0;
                descriptor->port.name = MACH_PORT_NULL;
                return true;
            case MACH_MSG_GUARDED_PORT_DESCRIPTOR when MACH_PORT_VALID(descriptor->guarded_port.name):
                name = descriptor->guarded_port.name;
                guard = descriptor->guarded_port.context;
                descriptor->guarded_port.name = MACH_PORT_NULL;
                return true;
            default:
                return false;
        }
    }

    /// <summary>Takes the names of an array of rights out of the message, null and dead ones included.</summary>
    /// <returns>Null when the descriptor has no array of that kind (any more).</returns>
    internal mach_port_name_t[]? TakeRights(int index, mach_msg_type_name_t kind)
    {
        if ((uint)index >= (uint)DescriptorCount)
            return null;
        mach_msg_descriptor_t* descriptor = Descriptor(index);
        if (descriptor->type.type != MACH_MSG_OOL_PORTS_DESCRIPTOR || descriptor->ool_ports.disposition != kind)
            return null;
        uint count = descriptor->ool_ports.count;
        if (count == 0)
            return descriptor->ool_ports.address == 0 ? [] : null;
        var names = new mach_port_name_t[count];
        mach_vm_address_t address = descriptor->ool_ports.address;
        if (!Task.Memory.TryRead(address, System.Runtime.InteropServices.MemoryMarshal.AsBytes(names.AsSpan())))
            return null;
        Pages.Free(Task, address, (ulong)count * sizeof(mach_port_name_t));
        descriptor->ool_ports.address = 0;
        descriptor->ool_ports.count = 0;
        descriptor->ool_ports.disposition = 0;
        return names;
    }

    /// <summary>Takes an out-of-line region out of the message.</summary>
    /// <returns>False when the descriptor has none (any more).</returns>
    internal bool TryTakeMemory(int index, out mach_vm_address_t address, out uint size)
    {
        address = 0;
        size = 0;
        if ((uint)index >= (uint)DescriptorCount)
            return false;
        mach_msg_descriptor_t* descriptor = Descriptor(index);
        if (descriptor->type.type is not (MACH_MSG_OOL_DESCRIPTOR or MACH_MSG_OOL_VOLATILE_DESCRIPTOR) || descriptor->out_of_line.pad1 == Taken)
            return false;
        if (State == ParcelState.Outgoing && !_ownsAll && descriptor->out_of_line.deallocate == 0)
            return false;   // lent, not moved
        address = descriptor->out_of_line.address;
        size = descriptor->out_of_line.size;
        descriptor->out_of_line.address = 0;
        descriptor->out_of_line.size = 0;
        descriptor->out_of_line.pad1 = Taken;
        return true;
    }

    /// <summary>Takes the reply right out of the message.</summary>
    /// <returns>False when there is none of that kind (any more).</returns>
    internal bool TryTakeReply(mach_msg_type_name_t kind, out mach_port_name_t name)
    {
        name = ReplyName;
        if (ReplyDisposition != kind || !MACH_PORT_VALID(name))
            return false;
        Word(RemoteOffset) = MACH_PORT_NULL;
        return true;
    }

    /// <summary>Takes the reference that the number of a dead-name notification stands for; once.</summary>
    internal bool TryTakeNumber()
    {
        if (_numberTaken)
            return false;
        return _numberTaken = true;
    }

    /// <summary>The reply right was not used after all and is here again.</summary>
    internal void PutReplyBack(mach_port_name_t name) => Word(RemoteOffset) = name;

    // Received pads are zero: an empty region that was not taken differs by this from one that was.
    private const uint Taken = 1;

    private void DestroyIncoming()
    {
        if (OwnsAnything() && Task.IsAlive)
        {
            DestroyRight(ReplyName, ReplyDisposition, 0);
            if (MACH_MSGH_BITS_VOUCHER(Word(BitsOffset)) == MACH_MSG_TYPE_MOVE_SEND)
                DestroyRight(Word(VoucherOffset), MACH_MSG_TYPE_MOVE_SEND, 0);
            for (int i = 0; i < DescriptorCount; i++)
                DestroyDescriptor(i);
            DestroyNumber();
        }

        _trailerSize = 0;
    }

    // A dead-name notification brings a reference to the name, in the body.
    private void DestroyNumber()
    {
        if (Id != MACH_NOTIFY_DEAD_NAME || _numberTaken || LocalDisposition != MACH_MSG_TYPE_PORT_SEND_ONCE || !Trailer.IsFromKernel)
            return;
        var body = new MachBodyReader(Body);
        if (DescriptorCount == 0 && body.TryNdr(out _) && body.TryUInt32(out uint name))
            DestroyRight(name, MACH_MSG_TYPE_MOVE_SEND, 0);
    }
}
