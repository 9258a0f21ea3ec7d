using System.Runtime.InteropServices;

namespace Mach.Raw;

/// <summary>A receive right by name, as the functions <c>mach_right_recv_…</c> pass it.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct mach_right_recv_t
{
    /// <summary>The name.</summary>
    public mach_port_t mrr_name;
}

/// <summary>A send right by name, as the functions <c>mach_right_send_…</c> pass it.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct mach_right_send_t
{
    /// <summary>The name.</summary>
    public mach_port_t mrs_name;
}

/// <summary>A send-once right by name, as the functions <c>mach_right_send_once_…</c> pass it.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct mach_right_send_once_t
{
    /// <summary>The name.</summary>
    public mach_port_t mrso_name;
}

// Rights of one kind each. Where C ends the program because a right is not what its caller believes, these throw.
public static unsafe partial class LibSystem
{
    /// <summary>A receive right as usual.</summary>
    public const uint MACH_RIGHT_RECV_FLAG_INIT = 0;

    /// <summary>The receive right is not guarded.</summary>
    public const uint MACH_RIGHT_RECV_FLAG_UNGUARDED = 1;

    /// <summary>Breaking the guard is an exception.</summary>
    public const uint MACH_RIGHT_RECV_FLAG_STRICT = 2;

    /// <summary>The receive right does not leave its task.</summary>
    public const uint MACH_RIGHT_RECV_FLAG_IMMOVABLE = 4;

    /// <summary>Makes a receive right: guarded by the context unless the flags say otherwise, its queue as long as usual.</summary>
    /// <param name="flags"><c>MACH_RIGHT_RECV_FLAG_…</c>.</param>
    /// <param name="sr">Receives a send right under the same name; null for none.</param>
    /// <param name="ctx">The context, which is the guard too.</param>
    /// <exception cref="MachException">The kernel refused.</exception>
    public static mach_right_recv_t mach_right_recv_construct(uint flags, mach_right_send_t* sr, nuint ctx)
    {
        var options = new mach_port_options_t { flags = MPO_QLIMIT };
        options.mpl.mpl_qlimit = MACH_PORT_QLIMIT_DEFAULT;
        if ((flags & MACH_RIGHT_RECV_FLAG_UNGUARDED) == 0)
            options.flags |= MPO_CONTEXT_AS_GUARD;
        if ((flags & MACH_RIGHT_RECV_FLAG_STRICT) != 0)
            options.flags |= MPO_STRICT;
        if ((flags & MACH_RIGHT_RECV_FLAG_IMMOVABLE) != 0)
            options.flags |= MPO_IMMOVABLE_RECEIVE;
        if (sr is not null)
            options.flags |= MPO_INSERT_SEND_RIGHT;
        mach_port_t name;
        MachException.ThrowIfFailed(mach_port_construct(mach_task_self(), &options, ctx, &name), "mach_port_construct");
        if (sr is not null)
            sr->mrs_name = name;
        return new mach_right_recv_t { mrr_name = name };
    }

    /// <summary>Ends a receive right, and with it a send right of the same name if one is given.</summary>
    /// <param name="r">The receive right.</param>
    /// <param name="s">The send right; null for none.</param>
    /// <param name="ctx">The guard.</param>
    /// <exception cref="MachException">The names differ, or the kernel refused.</exception>
    public static void mach_right_recv_destruct(mach_right_recv_t r, mach_right_send_t* s, nuint ctx)
    {
        if (s is not null && s->mrs_name != r.mrr_name)
            MachException.Throw(KERN_INVALID_NAME, "mach_right_recv_destruct", s->mrs_name);
        MachException.ThrowIfFailed(mach_port_destruct(mach_task_self(), r.mrr_name, s is null ? 0 : -1, ctx), "mach_port_destruct", r.mrr_name);
    }

    /// <summary>Makes a send right to a port received here; its name is the receive right's.</summary>
    /// <exception cref="MachException">The kernel refused.</exception>
    public static mach_right_send_t mach_right_send_create(mach_right_recv_t r)
    {
        MachException.ThrowIfFailed(
            mach_port_insert_right(mach_task_self(), r.mrr_name, r.mrr_name, MACH_MSG_TYPE_MAKE_SEND), "mach_port_insert_right", r.mrr_name);
        return new mach_right_send_t { mrs_name = r.mrr_name };
    }

    /// <summary>Adds a reference to a send right.</summary>
    /// <returns>The right, or <c>MACH_PORT_DEAD</c> when its port has died.</returns>
    /// <exception cref="MachException">The kernel refused.</exception>
    public static mach_right_send_t mach_right_send_retain(mach_right_send_t s)
    {
        kern_return_t code = mach_port_mod_refs(mach_task_self(), s.mrs_name, MACH_PORT_RIGHT_SEND, 1);
        if (code == KERN_INVALID_RIGHT)
            return new mach_right_send_t { mrs_name = MACH_PORT_DEAD };
        MachException.ThrowIfFailed(code, "mach_port_mod_refs", s.mrs_name);
        return s;
    }

    /// <summary>Drops a reference to a send right, or to the dead name that it has become.</summary>
    /// <exception cref="MachException">The kernel refused.</exception>
    public static void mach_right_send_release(mach_right_send_t s) => Drop(s.mrs_name, MACH_PORT_RIGHT_SEND);

    /// <summary>Makes a send-once right to a port received here.</summary>
    /// <exception cref="MachException">The kernel refused.</exception>
    public static mach_right_send_once_t mach_right_send_once_create(mach_right_recv_t r)
    {
        mach_port_t name;
        mach_msg_type_name_t type;
        MachException.ThrowIfFailed(
            mach_port_extract_right(mach_task_self(), r.mrr_name, MACH_MSG_TYPE_MAKE_SEND_ONCE, &name, &type), "mach_port_extract_right", r.mrr_name);
        return new mach_right_send_once_t { mrso_name = name };
    }

    /// <summary>Ends a send-once right unused, or the dead name that it has become.</summary>
    /// <exception cref="MachException">The kernel refused.</exception>
    public static void mach_right_send_once_consume(mach_right_send_once_t so) => Drop(so.mrso_name, MACH_PORT_RIGHT_SEND_ONCE);

    private static void Drop(mach_port_t name, mach_port_right_t right)
    {
        kern_return_t code = mach_port_mod_refs(mach_task_self(), name, right, -1);
        if (code == KERN_INVALID_RIGHT)
            code = mach_port_mod_refs(mach_task_self(), name, MACH_PORT_RIGHT_DEAD_NAME, -1);
        MachException.ThrowIfFailed(code, "mach_port_mod_refs", name);
    }
}
