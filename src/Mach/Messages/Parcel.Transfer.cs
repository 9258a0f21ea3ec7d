namespace Mach;

internal sealed unsafe partial class Parcel
{
    /// <summary>Options of every receive: the message stays queued when the buffer is too small, and tells who sent it.</summary>
    private const uint ReceiveOptions =
        MACH_RCV_MSG | MACH_RCV_LARGE | MACH_RCV_GUARDED_DESC | ((uint)MACH_RCV_TRAILER_AUDIT << 24);

    // --- Frames -------------------------------------------------------------------------------------------------------

    /// <summary>A trap that sends this message, and then receives into the same buffer if asked to.</summary>
    /// <param name="frame">Receives the trap.</param>
    /// <param name="destination">Where to.</param>
    /// <param name="disposition">What is done with the right to it.</param>
    /// <param name="id">What the message means.</param>
    /// <param name="timeout">For each half.</param>
    /// <param name="receiveName">Where the receive half listens; null for none.</param>
    internal void Send(
        ref TrapFrame frame,
        mach_port_name_t destination,
        mach_msg_type_name_t disposition,
        mach_msg_id_t id,
        MachTimeout timeout,
        mach_port_name_t receiveName)
    {
        Finish();
        uint bits = disposition | (_replyDisposition << 8) | (DescriptorCount == 0 ? 0 : MACH_MSGH_BITS_COMPLEX);
        ulong options = MACH_SEND_MSG | MACH64_SEND_ANY | timeout.Option(MACH_SEND_TIMEOUT);
        if (receiveName != MACH_PORT_NULL)
            options |= ReceiveOptions | timeout.Option(MACH_RCV_TIMEOUT);
        frame.Number = MachTrapNumbers.mach_msg2_trap;
        frame.A0 = (ulong)_buffer;
        frame.A1 = options;
        frame.A2 = Pair(bits, (uint)Length);
        frame.A3 = Pair(destination, _reply);
        frame.A4 = Pair(MACH_PORT_NULL, (uint)id);
        frame.A5 = Pair((uint)DescriptorCount, receiveName);
        frame.A6 = (uint)Capacity;
        frame.A7 = timeout.Milliseconds;
    }

    /// <summary>A trap that sends this message as a reply, without waiting for room, and then receives into the same buffer.</summary>
    internal void Reply(
        ref TrapFrame frame,
        mach_port_name_t destination,
        mach_msg_type_name_t disposition,
        mach_msg_id_t id,
        MachTimeout timeout,
        mach_port_name_t receiveName)
    {
        Send(ref frame, destination, disposition, id, timeout, receiveName);
        // One time serves both halves: a reply that needs room gets as long as the receive does, and no time when that waits for ever.
        frame.A1 |= MACH_SEND_TIMEOUT;
    }

    /// <summary>A trap that receives into this parcel.</summary>
    internal void Receive(ref TrapFrame frame, mach_port_name_t name, MachTimeout timeout)
    {
        frame.Number = MachTrapNumbers.mach_msg2_trap;
        frame.A0 = (ulong)_buffer;
        frame.A1 = ReceiveOptions | timeout.Option(MACH_RCV_TIMEOUT);
        frame.A2 = 0;
        frame.A3 = 0;
        frame.A4 = 0;
        frame.A5 = Pair(0, name);
        frame.A6 = (uint)Capacity;
        frame.A7 = timeout.Milliseconds;
    }

    /// <summary>A trap that waits for a message and leaves it where it is: there is room for the port's name and for no message.</summary>
    internal void Look(ref TrapFrame frame, mach_port_name_t name, MachTimeout timeout)
    {
        Receive(ref frame, name, timeout);
        frame.A1 |= MACH_RCV_LARGE_IDENTITY;
        frame.A6 = LocalOffset + sizeof(mach_port_name_t);
    }

    /// <summary>The port whose message a look found.</summary>
    internal mach_port_name_t SeenPort => Word(LocalOffset);

    private static ulong Pair(uint low, uint high) => low | ((ulong)high << 32);

    // --- After a send -------------------------------------------------------------------------------------------------

    /// <summary>True for a code of the receive half: the send half had worked then.</summary>
    internal static bool IsOfReceive(kern_return_t code) => ((int)code & 0x10004000) == 0x10004000;

    /// <summary>Judges the end of a send of this message, and takes it back if the kernel gave it back.</summary>
    /// <param name="code">What the trap answered.</param>
    /// <param name="returnedDestination">The destination right, when the kernel gave that back as well: it belongs to the caller.</param>
    internal MessageFate EndSend(kern_return_t code, out mach_port_name_t returnedDestination)
    {
        returnedDestination = MACH_PORT_NULL;
        if (code == KERN_SUCCESS || IsOfReceive(code))
        {
            Forget();
            BecomeIdle();
            return MessageFate.Sent;
        }

        // The header went in registers with 0 here: only a message that came back has a size.
        if (Word(SizeOffset) != 0 && TakeBack(out returnedDestination))
            return MessageFate.Returned;
        if (code.Base is not (MACH_SEND_INVALID_RIGHT or MACH_SEND_INVALID_MEMORY or MACH_SEND_NO_GRANT_DEST or MACH_MSG_VM_KERNEL or KERN_SUCCESS))
            return MessageFate.Returned;
        DestroyRest();
        BecomeIdle();
        return MessageFate.Destroyed;
    }

    /// <summary>The message has left, as the send half of a trap whose receive half is not over.</summary>
    internal void HasLeft()
    {
        if (State != ParcelState.Outgoing)
            return;
        Forget();
        BecomeIdle();
    }

    private void Finish()
    {
        while ((Length & 3) != 0)
            _buffer[Length++] = 0;
        Word(SizeOffset) = 0;
        if (DescriptorCount != 0)
            Word(MachMessageLayout.CountOffset) = (uint)DescriptorCount;
    }

    private bool TakeBack(out mach_port_name_t destination)
    {
        destination = MACH_PORT_NULL;
        if (!MachMessageReader.TryParseSent(new ReadOnlySpan<byte>(_buffer, Length), out MachMessageReader message, out _))
            return false;
        destination = message.RemotePort;
        EndLoans();
        Array.Clear(_guards);
        _reply = message.LocalPort;
        _replyDisposition = message.LocalDisposition;
        _replyIsOwned = true;
        if (_replyDisposition == MACH_MSG_TYPE_MAKE_SEND_ONCE)
            _replyIsOwned = false;   // a reply port, named again as it was
        DescriptorCount = message.DescriptorCount;
        BodyOffset = message.BodyOffset;
        _cursorIndex = 0;
        _cursorOffset = MachMessageLayout.DescriptorsOffset;
        _ownsAll = true;
        return true;
    }

    /// <summary>
    /// The kernel refused a descriptor, having consumed header and earlier descriptors. Those behind it are untouched and are
    /// released here. The refused one is the first that needs a receive right that is not, or still, there.
    /// </summary>
    private void DestroyRest()
    {
        _replyIsOwned = false;
        if (Task.IsAlive)
        {
            int refused = 0;
            while (refused < DescriptorCount && !IsRefused(refused))
                refused++;
            for (int i = refused; i < DescriptorCount; i++)
                DestroyDescriptor(i);
        }

        Forget();
    }

    private bool IsRefused(int index)
    {
        mach_msg_descriptor_t descriptor = Look(index);
        mach_port_name_t name = descriptor.type.type switch
        {
            MACH_MSG_PORT_DESCRIPTOR => descriptor.port.name,
            MACH_MSG_GUARDED_PORT_DESCRIPTOR => descriptor.guarded_port.name,
            _ => MACH_PORT_NULL,
        };
        if (!MACH_PORT_VALID(name))
            return false;
        kern_return_t code = new PortCalls(Task.CurrentThread).GetType(name, out mach_port_type_t type);
        bool receives = code == KERN_SUCCESS && (type & MACH_PORT_TYPE_RECEIVE) != 0;
        return descriptor.port.disposition switch
        {
            MACH_MSG_TYPE_MOVE_RECEIVE => receives,
            MACH_MSG_TYPE_MAKE_SEND or MACH_MSG_TYPE_MAKE_SEND_ONCE => !receives,
            _ => false,
        };
    }

    // --- After a receive ----------------------------------------------------------------------------------------------

    /// <summary>Judges the end of a receive into this parcel.</summary>
    /// <param name="code">What the trap answered.</param>
    /// <returns>
    /// True when the trap has to be repeated as a receive: the message waits for a larger buffer, which is there now.
    /// </returns>
    /// <param name="outcome">What to tell the caller otherwise: <c>KERN_SUCCESS</c> when there is a message.</param>
    internal bool MustReceiveAgain(kern_return_t code, out kern_return_t outcome)
    {
        outcome = code;
        if (code == KERN_SUCCESS)
        {
            IsIncomplete = false;
            if (!TryAccept())
                outcome = MACH_RCV_INVALID_DATA;
            return false;
        }

        switch (code.Base)
        {
            case MACH_RCV_BODY_ERROR:
                // A part of the body could not arrive: it is null, the rest is there.
                outcome = TryAccept() ? KERN_SUCCESS : MACH_RCV_INVALID_DATA;
                IsIncomplete = true;
                return false;
            case MACH_RCV_TOO_LARGE:
                return Word(SizeOffset) <= MachMessageLayout.MaxSendSize && TryGrow((int)Word(SizeOffset) + MachMessageLayout.MaxTrailerSize);
            default:
                return false;
        }
    }

    /// <summary>Judges a message that came to a reply port.</summary>
    /// <returns><c>KERN_SUCCESS</c> when it is the reply; otherwise the message was destroyed.</returns>
    internal kern_return_t CheckReply(mach_msg_id_t expected)
    {
        // A reply comes through the send-once right that the request carried; nothing else does.
        kern_return_t code = MIG_REPLY_MISMATCH;
        if (LocalDisposition == MACH_MSG_TYPE_PORT_SEND_ONCE)
        {
            if (Id == MACH_NOTIFY_SEND_ONCE && Trailer.IsFromKernel)
                code = MIG_SERVER_DIED;
            else if (Id == expected)
                return KERN_SUCCESS;
        }

        Empty();
        return code;
    }
}
