namespace Mach;

/// <summary>Messages that are written all or nothing.</summary>
/// <remarks>
/// P5 While a draft is open, what moves into the message has begun to move and is listed in <see cref="_moving"/>; descriptors of regions
///    that were made for the message are marked. Ending the draft ends all moves, abandoning it undoes them and frees those regions.
/// </remarks>
internal sealed unsafe partial class Parcel
{
    // A mark in the padding of a descriptor; it is gone before the message leaves.
    private const uint Fresh = 2;

    private (IMovable Part, bool Bare)[] _moving = [];
    private int _movingCount;
    private int _loansBefore;

    /// <summary>True while the message is written all or nothing.</summary>
    internal bool IsDraft { get; private set; }

    /// <summary>Opens a draft and makes room for all of it.</summary>
    /// <exception cref="InvalidOperationException">The message has parts already, or is larger than messages get.</exception>
    internal void BeginDraft(int size)
    {
        if (IsDraft || Length != MachMessageLayout.HeaderSize)
            throw new InvalidOperationException("A typed message is all of its message: the builder has parts of another.");
        MakeRoom(size - Length);
        IsDraft = true;
        _loansBefore = _loanCount;
    }

    /// <summary>What was written stays, and what moved is the message's.</summary>
    internal void EndDraft()
    {
        IsDraft = false;
        while (_movingCount != 0)
        {
            (IMovable part, bool bare) = _moving[--_movingCount];
            _moving[_movingCount] = default;
            part.EndMove(moved: true, bare);
        }

        for (int i = 0; i < DescriptorCount; i++)
        {
            mach_msg_descriptor_t* descriptor = Descriptor(i);
            if (IsFresh(descriptor))
                descriptor->out_of_line.pad1 = 0;
        }
    }

    /// <summary>The message is as it was before the draft. Nothing happens when none is open.</summary>
    internal void AbandonDraft()
    {
        if (!IsDraft)
            return;
        IsDraft = false;
        for (int i = 0; i < DescriptorCount; i++)
        {
            mach_msg_descriptor_t* descriptor = Descriptor(i);
            if (descriptor->type.type == MACH_MSG_OOL_PORTS_DESCRIPTOR)
                Pages.Free(Task, descriptor->ool_ports.address, (ulong)descriptor->ool_ports.count * sizeof(mach_port_name_t));
            else if (IsFresh(descriptor))
                Pages.Free(Task, descriptor->out_of_line.address, descriptor->out_of_line.size);
        }

        Length = BodyOffset = MachMessageLayout.HeaderSize;
        DescriptorCount = 0;
        _cursorIndex = 0;
        _cursorOffset = MachMessageLayout.DescriptorsOffset;
        EndLoans(_loansBefore);
        while (_movingCount != 0)
        {
            IMovable part = _moving[--_movingCount].Part;
            _moving[_movingCount] = default;
            part.EndMove(moved: false, bare: false);
        }
    }

    /// <summary>Makes sure that as many more moves can be remembered.</summary>
    internal void MakeRoomForMove(int more = 1)
    {
        if (IsDraft && _moving.Length - _movingCount < more)
            Array.Resize(ref _moving, Math.Max(_movingCount + more, 4));
    }

    /// <summary>Takes over what has begun to move: now, or when the draft ends. Room was made.</summary>
    /// <param name="part">What moves.</param>
    /// <param name="bare">As for <see cref="IMovable.EndMove"/>.</param>
    internal void TakeOver(IMovable part, bool bare = false)
    {
        if (IsDraft)
            _moving[_movingCount++] = (part, bare);
        else
            part.EndMove(moved: true, bare);
    }

    /// <summary>The last descriptor's region was made for this message.</summary>
    internal void MarkFresh()
    {
        if (IsDraft)
            Descriptor(DescriptorCount - 1)->out_of_line.pad1 = Fresh;
    }

    private static bool IsFresh(mach_msg_descriptor_t* descriptor) =>
        descriptor->type.type is MACH_MSG_OOL_DESCRIPTOR or MACH_MSG_OOL_VOLATILE_DESCRIPTOR && descriptor->out_of_line.pad1 == Fresh;
}
