namespace Mach;

public sealed unsafe partial class MessageBuilder
{
    /// <summary>Adds a region, which moves into the message.</summary>
    /// <param name="buffer">The region; it is not the caller's any more.</param>
    /// <param name="isVolatile">The receiver is told that the contents may be dropped: a volatile descriptor.</param>
    public MessageBuilder Move(OolBuffer buffer, bool isVolatile = false)
    {
        Parcel parcel = BeginMemory(buffer);
        parcel.MakeRoomForMove();
        buffer.BeginMove();
        parcel.TakeOver(buffer);
        parcel.Append(Region(buffer.Address, buffer.Length, deallocate: true, isVolatile));
        return this;
    }

    /// <summary>Adds what was written into a vector, which moves into the message; the vector is empty then and can be written again.</summary>
    /// <param name="vector">The vector. It must not be written before the message is complete.</param>
    public MessageBuilder Move(OolVector vector)
    {
        ArgumentNullException.ThrowIfNull(vector);
        Parcel parcel = BeginMemory(vector.Task);
        parcel.MakeRoomForMove();
        (ulong address, int length) = vector.BeginMove();
        parcel.TakeOver(vector);
        parcel.Append(Region(address, length, deallocate: true, isVolatile: false));
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
        Parcel parcel = Writable();
        parcel.MakeRoomForDescriptor(sizeof(mach_msg_ool_descriptor_t));
        ulong address = OolBuffer.Place(bytes, Task);
        parcel.Append(Region(address, bytes.Length, deallocate: true, isVolatile: false));
        parcel.MarkFresh();
        return this;
    }

    /// <summary>Adds a region with a copy of <paramref name="elements"/>, as they lie in memory.</summary>
    public MessageBuilder CopyElementsOutOfLine<T>(ReadOnlySpan<T> elements)
        where T : unmanaged => CopyOutOfLine(System.Runtime.InteropServices.MemoryMarshal.AsBytes(elements));

    private Parcel BeginMemory(OolBuffer buffer)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        return BeginMemory(buffer.Task);
    }

    private Parcel BeginMemory(MachTask owner)
    {
        if (!ReferenceEquals(owner, Task))
            throw new MachRightException(RightFault.WrongTask, $"The region belongs to {owner}; {Task} cannot send it.");
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
