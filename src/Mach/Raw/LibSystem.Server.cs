using System.Runtime.InteropServices;

namespace Mach.Raw;

/// <summary>Serves a request and writes its reply.</summary>
/// <param name="request">The request, with its trailer.</param>
/// <param name="reply">Receives the reply: header, and a code behind an NDR record when it is simple.</param>
/// <returns>Not 0 when the request was one it knows.</returns>
public unsafe delegate boolean_t mach_msg_demux_t(mach_msg_header_t* request, mach_msg_header_t* reply);

public static unsafe partial class LibSystem
{
    /// <summary>Receives requests, has them served and sends the replies, until something goes wrong.</summary>
    /// <param name="demux">Serves one request.</param>
    /// <param name="max_size">Bytes of the largest request or reply.</param>
    /// <param name="rcv_name">A receive right or port set.</param>
    /// <param name="options">Further options of receiving.</param>
    /// <returns>The code that ended the loop.</returns>
    public static mach_msg_return_t mach_msg_server(
        mach_msg_demux_t demux, mach_msg_size_t max_size, mach_port_t rcv_name, mach_msg_options_t options) =>
        Serve(demux, max_size, rcv_name, options, once: false);

    /// <summary>As <see cref="mach_msg_server"/>, for one request.</summary>
    /// <param name="demux">Serves the request.</param>
    /// <param name="max_size">Bytes of the largest request or reply.</param>
    /// <param name="rcv_name">A receive right or port set.</param>
    /// <param name="options">Further options of receiving.</param>
    public static mach_msg_return_t mach_msg_server_once(
        mach_msg_demux_t demux, mach_msg_size_t max_size, mach_port_t rcv_name, mach_msg_options_t options) =>
        Serve(demux, max_size, rcv_name, options, once: true);

    private static mach_msg_return_t Serve(
        mach_msg_demux_t demux, mach_msg_size_t max_size, mach_port_t rcv_name, mach_msg_options_t options, bool once)
    {
        ArgumentNullException.ThrowIfNull(demux);
        options &= ~(MACH_SEND_MSG | MACH_RCV_MSG | MACH_RCV_VOUCHER);
        uint room = checked(max_size + MAX_TRAILER_SIZE);
        var request = (mach_msg_header_t*)NativeMemory.Alloc(room);
        var reply = (mach_msg_header_t*)NativeMemory.Alloc(Math.Max(room, MachMessageLayout.ErrorReplySize));
        try
        {
            mach_msg_return_t code;
            do
            {
                code = mach_msg(request, MACH_RCV_MSG | options, 0, room, rcv_name, MACH_MSG_TIMEOUT_NONE, MACH_PORT_NULL);
                if (code == MACH_RCV_TOO_LARGE && (options & MACH_RCV_LARGE) != 0)
                {
                    room = request->msgh_size + MAX_TRAILER_SIZE;
                    request = (mach_msg_header_t*)NativeMemory.Realloc(request, room);
                    reply = (mach_msg_header_t*)NativeMemory.Realloc(reply, Math.Max(room, MachMessageLayout.ErrorReplySize));
                    code = KERN_SUCCESS;
                    if (once)
                        code = mach_msg(request, MACH_RCV_MSG | options, 0, room, rcv_name, MACH_MSG_TIMEOUT_NONE, MACH_PORT_NULL);
                    else
                        continue;
                }

                if (code == KERN_SUCCESS)
                    code = ServeOne(demux, request, reply);
            }
            while (code == KERN_SUCCESS && !once);
            return code;
        }
        finally
        {
            NativeMemory.Free(request);
            NativeMemory.Free(reply);
        }
    }

    private static mach_msg_return_t ServeOne(mach_msg_demux_t demux, mach_msg_header_t* request, mach_msg_header_t* reply)
    {
        NativeMemory.Clear(reply, MachMessageLayout.ErrorReplySize);
        _ = demux(request, reply);
        if ((reply->msgh_bits & MACH_MSGH_BITS_COMPLEX) == 0)
        {
            kern_return_t answer = ((mig_reply_error_t*)reply)->RetCode;
            if (answer == MIG_NO_REPLY)
            {
                reply->msgh_remote_port = MACH_PORT_NULL;
            }
            else if (answer != KERN_SUCCESS)
            {
                // The server took nothing: the request's rights and memory end here, all but the right to reply with.
                request->msgh_remote_port = MACH_PORT_NULL;
                mach_msg_destroy(request);
            }
        }

        if (reply->msgh_remote_port == MACH_PORT_NULL)
        {
            if ((reply->msgh_bits & MACH_MSGH_BITS_COMPLEX) != 0)
                mach_msg_destroy(reply);
            return KERN_SUCCESS;
        }

        // A send-once right always has room; nobody waits for a requester whose queue is full.
        int option = MACH_SEND_MSG;
        if (MACH_MSGH_BITS_REMOTE(reply->msgh_bits) != MACH_MSG_TYPE_MOVE_SEND_ONCE)
            option |= MACH_SEND_TIMEOUT;
        mach_msg_return_t code = mach_msg(reply, option, reply->msgh_size, 0, MACH_PORT_NULL, 0, MACH_PORT_NULL);
        if (code.Base is not (MACH_SEND_INVALID_DEST or MACH_SEND_TIMED_OUT or MACH_SEND_INTERRUPTED))
            return code;
        mach_msg_destroy(reply);
        return KERN_SUCCESS;
    }
}
