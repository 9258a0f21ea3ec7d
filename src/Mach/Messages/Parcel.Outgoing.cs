using System.Runtime.CompilerServices;

namespace Mach;

internal sealed unsafe partial class Parcel
{
    private ILoan[] _loans = [];
    private int _loanCount;
    private mach_port_context_t[] _guards = [];   // of moved receive rights, by descriptor
    private mach_port_name_t _reply;
    private mach_msg_type_name_t _replyDisposition;
    private bool _replyIsOwned;
    private bool _ownsAll;                        // the message came back: no part of it is anybody else's

    /// <summary>True when a failed send gave the message back: its rights have new names and are all moved.</summary>
    internal bool CameBack => _ownsAll;

    /// <summary>True when the message names a reply port.</summary>
    internal bool HasReply => _replyDisposition != 0;

    /// <summary>Starts a message without descriptors or body.</summary>
    internal void BeginOutgoing()
    {
        State = ParcelState.Outgoing;
        NoteSite();
        Length = MachMessageLayout.HeaderSize;
        BodyOffset = MachMessageLayout.HeaderSize;
    }

    // --- Header -------------------------------------------------------------------------------------------------------

    /// <summary>Names the reply port; what was there before is released.</summary>
    /// <param name="name">The name, or null.</param>
    /// <param name="disposition">What is done with it; 0 for none.</param>
    /// <param name="owned">The parcel releases it unless it leaves.</param>
    internal void SetReply(mach_port_name_t name, mach_msg_type_name_t disposition, bool owned)
    {
        ReleaseReply();
        _reply = name;
        _replyDisposition = disposition;
        _replyIsOwned = owned;
    }

    private void ReleaseReply()
    {
        if (_replyIsOwned && MACH_PORT_VALID(_reply) && Task.IsAlive)
            _ = new PortCalls(Task.CurrentThread).Deallocate(_reply);
        _reply = MACH_PORT_NULL;
        _replyDisposition = 0;
        _replyIsOwned = false;
    }

    // --- Descriptors --------------------------------------------------------------------------------------------------

    /// <summary>Makes sure that a descriptor of that size fits. Nothing else can keep it from being appended then.</summary>
    /// <exception cref="InvalidOperationException">The body has begun, or the message is as large as messages get.</exception>
    internal void MakeRoomForDescriptor(int size)
    {
        if (Length != BodyOffset)
            throw new InvalidOperationException("Descriptors come before the body.");
        MakeRoom(size + (DescriptorCount == 0 ? sizeof(uint) : 0));
    }

    /// <summary>Appends a descriptor for which room was made.</summary>
    internal void Append<T>(in T descriptor)
        where T : unmanaged
    {
        if (DescriptorCount == 0)
            Length = MachMessageLayout.DescriptorsOffset;
        Unsafe.WriteUnaligned(_buffer + Length, descriptor);
        Length += sizeof(T);
        BodyOffset = Length;
        DescriptorCount++;
    }

    /// <summary>The last descriptor moves a receive right with that guard.</summary>
    internal void RememberGuard(mach_port_context_t guard)
    {
        if (_guards.Length < DescriptorCount)
            Array.Resize(ref _guards, Math.Max(DescriptorCount, 4));
        _guards[DescriptorCount - 1] = guard;
    }

    /// <summary>Makes sure that one more loan can be remembered.</summary>
    internal void MakeRoomForLoan(int more = 1)
    {
        if (_loans.Length - _loanCount < more)
            Array.Resize(ref _loans, Math.Max(_loanCount + more, 4));
    }

    /// <summary>Remembers a borrow, to be ended when the message has left or is given up.</summary>
    internal void AddLoan(ILoan loan) => _loans[_loanCount++] = loan;

    private void EndLoans(int kept = 0)
    {
        while (_loanCount != kept)
        {
            ILoan loan = _loans[--_loanCount];
            _loans[_loanCount] = null!;
            loan.EndLoan();
        }
    }

    // --- Body ---------------------------------------------------------------------------------------------------------

    /// <summary>Room for body bytes, at least as many as asked for.</summary>
    internal Span<byte> BodyRoom(int size)
    {
        MakeRoom(Math.Max(size, 1));
        return new Span<byte>(_buffer + Length, Capacity - Length);
    }

    /// <summary>The first bytes of the room were written.</summary>
    internal void Advance(int size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, Capacity - Length);
        Length += size;
    }

    internal byte* BodyEnd => _buffer + Length;

    private void MakeRoom(int size)
    {
        // Padding to 4 must fit as well.
        long needed = (long)Length + size + 3;
        if (needed <= Capacity)
            return;
        if (needed > MachMessageLayout.MaxSendSize)
            throw new InvalidOperationException("A message has at most 48 MiB; larger data travels out of line.");
        Grow((int)Math.Max(needed, Math.Min(2L * Capacity, MachMessageLayout.MaxSendSize)));
    }

    // --- The end ------------------------------------------------------------------------------------------------------

    private void DestroyOutgoing()
    {
        AbandonDraft();
        ReleaseReply();
        if (Task.IsAlive)
        {
            for (int i = 0; i < DescriptorCount; i++)
                DestroyDescriptor(i);
        }

        Forget();
    }

    /// <summary>Nothing is the parcel's any more.</summary>
    private void Forget()
    {
        if (_loanCount != 0)
            EndLoans();
        if (_guards.Length != 0)
            Array.Clear(_guards);
        _reply = MACH_PORT_NULL;
        _replyDisposition = 0;
        _replyIsOwned = false;
        _ownsAll = false;
    }

    /// <summary>Releases what a descriptor moves; what it copies or makes is not the parcel's.</summary>
    private void DestroyDescriptor(int index)
    {
        mach_msg_descriptor_t* descriptor = Descriptor(index);
        switch (descriptor->type.type)
        {
            case MACH_MSG_PORT_DESCRIPTOR:
                DestroyRight(descriptor->port.name, descriptor->port.disposition, index < _guards.Length ? _guards[index] : 0);
                break;
            case MACH_MSG_GUARDED_PORT_DESCRIPTOR:
                DestroyRight(descriptor->guarded_port.name, descriptor->guarded_port.disposition, descriptor->guarded_port.context);
                break;
            case MACH_MSG_OOL_PORTS_DESCRIPTOR:
                DestroyRights(descriptor->ool_ports.address, descriptor->ool_ports.count, descriptor->ool_ports.disposition);
                break;
            default:
                if (_ownsAll || State == ParcelState.Incoming || descriptor->out_of_line.deallocate != 0)
                    Pages.Free(Task, descriptor->out_of_line.address, descriptor->out_of_line.size);
                break;
        }
    }

    private void DestroyRight(mach_port_name_t name, mach_msg_type_name_t disposition, mach_port_context_t guard)
    {
        if (!MACH_PORT_VALID(name))
            return;
        var calls = new PortCalls(Task.CurrentThread);
        if (disposition is MACH_MSG_TYPE_MOVE_SEND or MACH_MSG_TYPE_MOVE_SEND_ONCE)
            _ = calls.Deallocate(name);
        else if (disposition == MACH_MSG_TYPE_MOVE_RECEIVE)
            _ = calls.Destruct(name, 0, guard);
    }

    private void DestroyRights(mach_vm_address_t address, uint count, mach_msg_type_name_t disposition)
    {
        Span<mach_port_name_t> part = stackalloc mach_port_name_t[64];
        for (uint done = 0; done < count; done += (uint)part.Length)
        {
            part = part[..(int)Math.Min((uint)part.Length, count - done)];
            if (!Task.Memory.TryRead(address + (done * sizeof(mach_port_name_t)), System.Runtime.InteropServices.MemoryMarshal.AsBytes(part)))
                break;
            foreach (mach_port_name_t name in part)
                DestroyRight(name, disposition, 0);
        }

        Pages.Free(Task, address, (ulong)count * sizeof(mach_port_name_t));
    }
}
