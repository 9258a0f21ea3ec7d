namespace Mach.Raw;

public static unsafe partial class LibSystem
{
    /// <summary>Releases what a message carries: its remote right, its voucher, and what its descriptors name. The local port stays.</summary>
    /// <remarks>
    /// A right to be made is made and dropped, so that its receiver is told; one to be copied stays. Memory is freed where its
    /// descriptor says so, volatile memory never.
    /// </remarks>
    public static void mach_msg_destroy(mach_msg_header_t* msg)
    {
        mach_msg_bits_t bits = msg->msgh_bits;
        DestroyPort(msg->msgh_remote_port, MACH_MSGH_BITS_REMOTE(bits));
        DestroyPort(msg->msgh_voucher_port, MACH_MSGH_BITS_VOUCHER(bits));
        if ((bits & MACH_MSGH_BITS_COMPLEX) == 0)
            return;
        uint count = ((mach_msg_base_t*)msg)->body.msgh_descriptor_count;
        byte* at = (byte*)msg + MachMessageLayout.DescriptorsOffset;
        for (uint i = 0; i < count; i++)
        {
            var descriptor = (mach_msg_descriptor_t*)at;
            int size = MachMessageLayout.DescriptorSize(descriptor->type.type);
            if (size == 0)
                return;
            DestroyDescriptor(descriptor);
            at += size;
        }
    }

    private static void DestroyDescriptor(mach_msg_descriptor_t* descriptor)
    {
        switch (descriptor->type.type)
        {
            case MACH_MSG_PORT_DESCRIPTOR:
                DestroyPort(descriptor->port.name, descriptor->port.disposition);
                break;
            case MACH_MSG_OOL_DESCRIPTOR when descriptor->out_of_line.deallocate != 0:
                DestroyMemory(descriptor->out_of_line.address, descriptor->out_of_line.size);
                break;
            case MACH_MSG_OOL_PORTS_DESCRIPTOR:
                var names = (mach_port_t*)descriptor->ool_ports.address;
                uint count = descriptor->ool_ports.count;
                for (uint i = 0; i < count; i++)
                    DestroyPort(names[i], descriptor->ool_ports.disposition);
                if (descriptor->ool_ports.deallocate != 0)
                    DestroyMemory(descriptor->ool_ports.address, (ulong)count * sizeof(mach_port_t));
                break;
            case MACH_MSG_GUARDED_PORT_DESCRIPTOR:
                if ((descriptor->guarded_port.flags & MACH_MSG_GUARD_FLAGS_UNGUARDED_ON_SEND) == 0)
                    _ = mach_port_unguard(mach_task_self(), descriptor->guarded_port.name, descriptor->guarded_port.context);
                DestroyPort(descriptor->guarded_port.name, descriptor->guarded_port.disposition);
                break;
            default:
                break;
        }
    }

    private static void DestroyMemory(vm_address_t address, vm_size_t size)
    {
        if (size != 0)
            _ = vm_deallocate(mach_task_self(), address, size);
    }

    private static void DestroyPort(mach_port_t port, mach_msg_type_name_t disposition)
    {
        if (!MACH_PORT_VALID(port))
            return;
        mach_port_t self = mach_task_self();
        switch (disposition)
        {
            case MACH_MSG_TYPE_MOVE_SEND or MACH_MSG_TYPE_MOVE_SEND_ONCE:
                _ = mach_port_deallocate(self, port);
                break;
            case MACH_MSG_TYPE_MOVE_RECEIVE:
                _ = mach_port_mod_refs(self, port, MACH_PORT_RIGHT_RECEIVE, -1);
                break;
            case MACH_MSG_TYPE_MAKE_SEND:
                if (mach_port_insert_right(self, port, port, MACH_MSG_TYPE_MAKE_SEND) == KERN_SUCCESS)
                    _ = mach_port_deallocate(self, port);
                break;
            case MACH_MSG_TYPE_MAKE_SEND_ONCE:
                mach_port_t made;
                mach_msg_type_name_t kind;
                if (mach_port_extract_right(self, port, MACH_MSG_TYPE_MAKE_SEND_ONCE, &made, &kind) == KERN_SUCCESS)
                    _ = mach_port_deallocate(self, made);
                break;
            default:
                break;
        }
    }
}
