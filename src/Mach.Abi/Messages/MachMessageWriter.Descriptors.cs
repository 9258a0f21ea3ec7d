using System.Diagnostics.CodeAnalysis;

namespace Mach.Abi;

public ref partial struct MachMessageWriter
{
    /// <summary>Makes the message complex even if no descriptor follows. False when the count word does not fit.</summary>
    public bool TryComplex()
    {
        ThrowIfNoDescriptorsNow();
        if (_phase == MachMessagePhase.Descriptors)
            return true;
        if (Room < 4)
            return false;
        Put(0u);
        _phase = MachMessagePhase.Descriptors;
        return true;
    }

    /// <summary>Adds one right.</summary>
    /// <returns>False when it does not fit; nothing was written then, and the right is still the caller's.</returns>
    public bool TryPort(mach_port_name_t name, mach_msg_type_name_t disposition) =>
        TryAppend(new mach_msg_port_descriptor_t { name = name, disposition = disposition, type = MACH_MSG_PORT_DESCRIPTOR });

    /// <summary>Adds out-of-line memory.</summary>
    /// <param name="address">Address in the sender's memory.</param>
    /// <param name="size">Bytes.</param>
    /// <param name="copy"><c>MACH_MSG_PHYSICAL_COPY</c> or <c>MACH_MSG_VIRTUAL_COPY</c>.</param>
    /// <param name="deallocate">True when the memory leaves the sender.</param>
    /// <param name="type"><c>MACH_MSG_OOL_DESCRIPTOR</c> or <c>MACH_MSG_OOL_VOLATILE_DESCRIPTOR</c>.</param>
    /// <returns>False when it does not fit; nothing was written then, and the memory is still the caller's.</returns>
    public bool TryOutOfLine(mach_vm_address_t address, mach_msg_size_t size, mach_msg_copy_options_t copy, bool deallocate, mach_msg_descriptor_type_t type = MACH_MSG_OOL_DESCRIPTOR) =>
        TryAppend(new mach_msg_ool_descriptor_t { address = address, size = size, copy = copy, deallocate = deallocate ? 1 : 0, type = type });

    /// <summary>Adds an out-of-line array of rights.</summary>
    /// <param name="address">Address of the names in the sender's memory.</param>
    /// <param name="count">Names.</param>
    /// <param name="disposition">What is done with each right.</param>
    /// <param name="copy"><c>MACH_MSG_PHYSICAL_COPY</c> or <c>MACH_MSG_VIRTUAL_COPY</c>.</param>
    /// <param name="deallocate">True when the array's memory leaves the sender.</param>
    /// <returns>False when it does not fit; nothing was written then, and the rights are still the caller's.</returns>
    public bool TryOutOfLinePorts(mach_vm_address_t address, mach_msg_size_t count, mach_msg_type_name_t disposition, mach_msg_copy_options_t copy, bool deallocate) =>
        TryAppend(new mach_msg_ool_ports_descriptor_t
        {
            address = address,
            count = count,
            disposition = disposition,
            copy = copy,
            deallocate = deallocate ? 1 : 0,
            type = MACH_MSG_OOL_PORTS_DESCRIPTOR,
        });

    /// <summary>Adds one guarded receive right.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="context">Its guard; 0 with <c>MACH_MSG_GUARD_FLAGS_UNGUARDED_ON_SEND</c>.</param>
    /// <param name="flags"><c>MACH_MSG_GUARD_FLAGS_*</c>, at least one.</param>
    /// <param name="disposition">What is done with it; kernels accept only a moved receive right.</param>
    /// <returns>False when it does not fit; nothing was written then, and the right is still the caller's.</returns>
    public bool TryGuardedPort(mach_port_name_t name, mach_port_context_t context, mach_msg_guard_flags_t flags, mach_msg_type_name_t disposition = MACH_MSG_TYPE_MOVE_RECEIVE) =>
        TryAppend(new mach_msg_guarded_port_descriptor_t
        {
            name = name,
            context = context,
            flags = flags,
            disposition = disposition,
            type = MACH_MSG_GUARDED_PORT_DESCRIPTOR,
        });

    /// <summary>Adds a descriptor as it was read.</summary>
    /// <returns>False when it does not fit.</returns>
    public bool TryDescriptor(scoped in MachDescriptor descriptor) =>
        descriptor.Type == MACH_MSG_PORT_DESCRIPTOR ? TryAppend(descriptor.Raw.port) : TryAppend(descriptor.Raw);

    /// <inheritdoc cref="TryPort"/>
    /// <exception cref="InvalidOperationException">No room, or the body has begun.</exception>
    public void Port(mach_port_name_t name, mach_msg_type_name_t disposition)
    {
        if (!TryPort(name, disposition))
            ThrowNoRoom(MachMessageLayout.PortDescriptorSize);
    }

    /// <inheritdoc cref="TryOutOfLine"/>
    /// <exception cref="InvalidOperationException">No room, or the body has begun.</exception>
    public void OutOfLine(mach_vm_address_t address, mach_msg_size_t size, mach_msg_copy_options_t copy, bool deallocate, mach_msg_descriptor_type_t type = MACH_MSG_OOL_DESCRIPTOR)
    {
        if (!TryOutOfLine(address, size, copy, deallocate, type))
            ThrowNoRoom(MachMessageLayout.LargeDescriptorSize);
    }

    /// <inheritdoc cref="TryOutOfLinePorts"/>
    /// <exception cref="InvalidOperationException">No room, or the body has begun.</exception>
    public void OutOfLinePorts(mach_vm_address_t address, mach_msg_size_t count, mach_msg_type_name_t disposition, mach_msg_copy_options_t copy, bool deallocate)
    {
        if (!TryOutOfLinePorts(address, count, disposition, copy, deallocate))
            ThrowNoRoom(MachMessageLayout.LargeDescriptorSize);
    }

    /// <inheritdoc cref="TryGuardedPort"/>
    /// <exception cref="InvalidOperationException">No room, or the body has begun.</exception>
    public void GuardedPort(mach_port_name_t name, mach_port_context_t context, mach_msg_guard_flags_t flags, mach_msg_type_name_t disposition = MACH_MSG_TYPE_MOVE_RECEIVE)
    {
        if (!TryGuardedPort(name, context, flags, disposition))
            ThrowNoRoom(MachMessageLayout.LargeDescriptorSize);
    }

    private bool TryAppend<T>(scoped in T descriptor)
        where T : unmanaged
    {
        ThrowIfNoDescriptorsNow();
        var count = _phase == MachMessagePhase.Header ? 4 : 0;
        if (Room < count + System.Runtime.CompilerServices.Unsafe.SizeOf<T>())
            return false;
        if (count != 0)
        {
            Put(0u);
            _phase = MachMessagePhase.Descriptors;
        }

        Put(descriptor);
        _descriptors++;
        return true;
    }

    private readonly void ThrowIfNoDescriptorsNow()
    {
        if (_phase > MachMessagePhase.Descriptors)
            ThrowNoDescriptorsNow();
    }

    [DoesNotReturn]
    private readonly void ThrowNoDescriptorsNow()
    {
        ThrowIfFinished();
        throw new InvalidOperationException("Descriptors come before the body.");
    }
}
