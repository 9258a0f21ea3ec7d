namespace Mach;

public sealed unsafe partial class MessageBuilder
{
    /// <summary>Adds a region, which moves into the message.</summary>
    /// <param name="buffer">The region; it is not the caller's any more.</param>
    /// <param name="isVolatile">The receiver is told that the contents may be dropped: a volatile descriptor.</param>
    public MessageBuilder Move(OolBuffer buffer, bool isVolatile = false)
    {
        Parcel parcel = BeginMemory(buffer);
        buffer.Move();
        parcel.Append(Region(buffer.Address, buffer.Length, deallocate: true, isVolatile));
        return this;
    }

    /// <summary>Adds a region; the receiver gets a copy of what it holds when the message leaves. Until then it must not move.</summary>
    /// <param name="buffer">The region.</param>
    /// <param name="isVolatile">The receiver is told that the contents may be dropped: a volatile descriptor.</param>
    public MessageBuilder Copy(OolBuffer buffer, bool isVolatile = false)
    {
        Parcel parcel = BeginMemory(buffer);
        parcel.MakeRoomForLoan();
        buffer.BorrowForMessage();
        parcel.AddLoan(buffer);
        parcel.Append(Region(buffer.Address, buffer.Length, deallocate: false, isVolatile));
        return this;
    }

    /// <summary>Adds a region with a copy of <paramref name="bytes"/>.</summary>
    public MessageBuilder CopyOutOfLine(ReadOnlySpan<byte> bytes)
    {
        Writable().MakeRoomForDescriptor(sizeof(mach_msg_ool_descriptor_t));
        return Move(OolBuffer.CopyOf(bytes, Task));
    }

    private Parcel BeginMemory(OolBuffer buffer)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        if (!ReferenceEquals(buffer.Task, Task))
            throw new MachRightException(RightFault.WrongTask, $"The region belongs to {buffer.Task}; {Task} cannot send it.");
        Parcel parcel = Writable();
        parcel.MakeRoomForDescriptor(sizeof(mach_msg_ool_descriptor_t));
        return parcel;
    }

    private static mach_msg_ool_descriptor_t Region(ulong address, int length, bool deallocate, bool isVolatile) => new()
    {
        address = address,
        size = (uint)length,
        copy = MACH_MSG_VIRTUAL_COPY,
        deallocate = deallocate ? 1 : 0,
        type = isVolatile ? (uint)MACH_MSG_OOL_VOLATILE_DESCRIPTOR : MACH_MSG_OOL_DESCRIPTOR,
    };
}
