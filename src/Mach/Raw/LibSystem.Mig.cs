namespace Mach.Raw;

// What stubs of MIG call.
public static unsafe partial class LibSystem
{
    /// <summary>The port where this thread awaits MIG replies; it belongs to the thread.</summary>
    [return: ReturnsBorrowed]
    public static mach_port_t mig_get_reply_port() => Here.MigReplyPort;

    /// <summary>The thread makes another reply port for its next call; this one, and one of the caller's own, are released.</summary>
    /// <param name="reply_port">The port that the caller used.</param>
    public static void mig_dealloc_reply_port(mach_port_t reply_port)
    {
        MachThread thread = Here;
        mach_port_t own = thread.HasMigReplyPort ? thread.MigReplyPort : MACH_PORT_NULL;
        if (own != MACH_PORT_NULL)
            thread.DropMigReplyPort();
        if (own != reply_port)
            _ = mach_port_deallocate(mach_task_self(), reply_port);
    }

    /// <summary>The reply port is done with; the thread keeps it.</summary>
    public static void mig_put_reply_port([Borrows] mach_port_t reply_port) => _ = reply_port;

    /// <summary>Memory for what a stub returns out of line.</summary>
    /// <param name="address">Receives where it is; 0 when there is none.</param>
    /// <param name="size">Bytes.</param>
    public static void mig_allocate(vm_address_t* address, vm_size_t size)
    {
        if (vm_allocate(mach_task_self(), address, size, VM_MAKE_TAG(VM_MEMORY_MACH_MSG) | VM_FLAGS_ANYWHERE) != KERN_SUCCESS)
            *address = 0;
    }

    /// <summary>Frees such memory.</summary>
    public static void mig_deallocate(vm_address_t address, vm_size_t size) => _ = vm_deallocate(mach_task_self(), address, size);

    /// <summary>Makes the reply to a request, but for its code: an error reply of 36 bytes.</summary>
    /// <param name="request">The request as received.</param>
    /// <param name="reply">Receives the reply; its voucher is left as it is.</param>
    public static void mig_reply_setup(mach_msg_header_t* request, mach_msg_header_t* reply)
    {
        var error = (mig_reply_error_t*)reply;
        reply->msgh_bits = MACH_MSGH_BITS(MACH_MSGH_BITS_LOCAL(request->msgh_bits), 0);
        reply->msgh_size = (mach_msg_size_t)sizeof(mig_reply_error_t);
        reply->msgh_remote_port = request->msgh_local_port;
        reply->msgh_local_port = MACH_PORT_NULL;
        reply->msgh_id = request->msgh_id + 100;
        error->NDR = NDR_record;
    }

    /// <summary>Copies a string and ends it with 0, cut if need be.</summary>
    /// <param name="dest">Where to.</param>
    /// <param name="src">The string.</param>
    /// <param name="len">Bytes of room.</param>
    /// <returns>The bytes written, the closing 0 included; 0 without room.</returns>
    public static int mig_strncpy(byte* dest, byte* src, int len)
    {
        for (int i = 0; i < len; i++)
        {
            dest[i] = i == len - 1 ? (byte)0 : src[i];
            if (dest[i] == 0)
                return i + 1;
        }

        return 0;
    }

    /// <summary>As <see cref="mig_strncpy"/>; the rest of the room becomes 0.</summary>
    /// <param name="dest">Where to.</param>
    /// <param name="src">The string.</param>
    /// <param name="len">Bytes of room.</param>
    /// <returns>The bytes written, the closing 0 included; 0 without room.</returns>
    public static int mig_strncpy_zerofill(byte* dest, byte* src, int len)
    {
        int written = mig_strncpy(dest, src, len);
        new Span<byte>(dest, Math.Max(len, 0))[written..].Clear();
        return written;
    }

    /// <summary>As <see cref="mach_msg_server"/>: importance travels with the message, whoever serves it.</summary>
    /// <inheritdoc cref="mach_msg_server"/>
    public static mach_msg_return_t mach_msg_server_importance(
        mach_msg_demux_t demux, mach_msg_size_t max_size, [Borrows] mach_port_t rcv_name, mach_msg_options_t options) =>
        mach_msg_server(demux, max_size, rcv_name, options);

    /// <summary>Bytes of a page of the task's memory.</summary>
    public static vm_size_t vm_page_size => (vm_size_t)Environment.SystemPageSize;

    /// <summary>Bytes of a page of the kernel's memory.</summary>
    public static vm_size_t vm_kernel_page_size => (vm_size_t)Environment.SystemPageSize;

    /// <summary>Bytes of a page of the kernel's memory; the kernel is not asked.</summary>
    /// <param name="host">Any host.</param>
    /// <param name="out_page_size">Receives the size.</param>
    public static kern_return_t host_page_size([Borrows] host_t host, vm_size_t* out_page_size)
    {
        _ = host;
        *out_page_size = vm_kernel_page_size;
        return KERN_SUCCESS;
    }
}
