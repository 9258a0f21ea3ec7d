using System.Runtime.InteropServices;

namespace Mach;

public sealed unsafe partial class MessageBuilder
{
    /// <summary>Adds a send right, which moves into the message.</summary>
    public MessageBuilder Move(SendRight right) => MoveRight(right, MACH_MSG_TYPE_MOVE_SEND, 0);

    /// <summary>Adds a send-once right, which moves into the message.</summary>
    public MessageBuilder Move(SendOnceRight right) => MoveRight(right, MACH_MSG_TYPE_MOVE_SEND_ONCE, 0);

    /// <summary>Adds a receive right, which moves into the message with whatever is queued at the port.</summary>
    public MessageBuilder Move(ReceiveRight right)
    {
        ArgumentNullException.ThrowIfNull(right);
        return MoveRight(right, MACH_MSG_TYPE_MOVE_RECEIVE, right.GuardValue);
    }

    /// <summary>Adds a send right; a copy of it is made when the message leaves. Until then it must not move.</summary>
    public MessageBuilder Copy(SendRight right) => LendRight(right, MACH_MSG_TYPE_COPY_SEND);

    /// <summary>Adds a send right to a port, made when the message leaves.</summary>
    public MessageBuilder MakeSend(ReceiveRight port) => LendRight(port, MACH_MSG_TYPE_MAKE_SEND);

    /// <summary>Adds a send-once right to a port, made when the message leaves.</summary>
    public MessageBuilder MakeSendOnce(ReceiveRight port) => LendRight(port, MACH_MSG_TYPE_MAKE_SEND_ONCE);

    /// <summary>Adds a descriptor without a right: the receiver sees the null port.</summary>
    public MessageBuilder NoRight() => NoRight(MACH_MSG_TYPE_MOVE_SEND);

    /// <summary>Adds a descriptor without a right, for a receiver who insists on the kind.</summary>
    /// <param name="kind">Send, send-once or receive.</param>
    public MessageBuilder NoRight(RightKind kind) => NoRight(kind switch
    {
        RightKind.Send => MACH_MSG_TYPE_MOVE_SEND,
        RightKind.SendOnce => MACH_MSG_TYPE_MOVE_SEND_ONCE,
        RightKind.Receive => MACH_MSG_TYPE_MOVE_RECEIVE,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No descriptor carries that kind."),
    });

    /// <summary>Adds a descriptor without a right, for a receiver who insists on the kind.</summary>
    internal MessageBuilder NoRight(mach_msg_type_name_t disposition)
    {
        Parcel parcel = Writable();
        parcel.MakeRoomForDescriptor(sizeof(mach_msg_port_descriptor_t));
        parcel.Append(Port(MACH_PORT_NULL, disposition));
        return this;
    }

    /// <summary>Adds a receive right, which moves into the message and arrives guarded and unable to move again.</summary>
    public MessageBuilder MoveImmovable(ReceiveRight right)
    {
        Parcel parcel = Writable();
        Require(right);
        if (right.GuardValue == 0)
            throw new InvalidOperationException("The right has a context of its own instead of a guard.");
        parcel.MakeRoomForDescriptor(sizeof(mach_msg_guarded_port_descriptor_t));
        parcel.MakeRoomForMove();
        mach_port_name_t name = right.BeginMove();
        parcel.TakeOver(right);
        parcel.Append(new mach_msg_guarded_port_descriptor_t
        {
            name = name,
            context = right.GuardValue,
            flags = MACH_MSG_GUARD_FLAGS_IMMOVABLE_RECEIVE,
            disposition = MACH_MSG_TYPE_MOVE_RECEIVE,
            type = MACH_MSG_GUARDED_PORT_DESCRIPTOR,
        });
        return this;
    }

    /// <summary>Adds an array of send rights, which move into the message; null stands for no right.</summary>
    public MessageBuilder Move(ReadOnlySpan<SendRight?> rights) => MoveRights(rights, MACH_MSG_TYPE_MOVE_SEND);

    /// <summary>Adds an array of send-once rights, which move into the message; null stands for no right.</summary>
    public MessageBuilder Move(ReadOnlySpan<SendOnceRight?> rights) => MoveRights(rights, MACH_MSG_TYPE_MOVE_SEND_ONCE);

    /// <summary>Adds an array of receive rights, which move into the message; null stands for no right.</summary>
    public MessageBuilder Move(ReadOnlySpan<ReceiveRight?> rights) => MoveRights(rights, MACH_MSG_TYPE_MOVE_RECEIVE);

    /// <summary>Adds an array of send rights; copies are made when the message leaves; null stands for no right.</summary>
    public MessageBuilder Copy(ReadOnlySpan<SendRight?> rights) => LendRights(rights, MACH_MSG_TYPE_COPY_SEND);

    /// <summary>Adds an array of send rights to ports, made when the message leaves; null stands for no right.</summary>
    public MessageBuilder MakeSend(ReadOnlySpan<ReceiveRight?> ports) => LendRights(ports, MACH_MSG_TYPE_MAKE_SEND);

    private static mach_msg_port_descriptor_t Port(mach_port_name_t name, mach_msg_type_name_t disposition) => new()
    {
        name = name,
        disposition = disposition,
        type = MACH_MSG_PORT_DESCRIPTOR,
    };

    private MessageBuilder MoveRight(MachRight right, mach_msg_type_name_t disposition, mach_port_context_t guard)
    {
        Parcel parcel = Writable();
        Require(right);
        parcel.MakeRoomForDescriptor(sizeof(mach_msg_port_descriptor_t));
        parcel.MakeRoomForMove();
        mach_port_name_t name = right.BeginMove();
        parcel.TakeOver(right);
        parcel.Append(Port(name, disposition));
        if (guard != 0)
            parcel.RememberGuard(guard);
        return this;
    }

    private MessageBuilder LendRight(MachRight right, mach_msg_type_name_t disposition)
    {
        Parcel parcel = Writable();
        Require(right);
        parcel.MakeRoomForDescriptor(sizeof(mach_msg_port_descriptor_t));
        parcel.MakeRoomForLoan();
        mach_port_name_t name = right.BorrowName();
        parcel.AddLoan(right);
        parcel.Append(Port(name, disposition));
        return this;
    }

    private MessageBuilder MoveRights<T>(ReadOnlySpan<T?> rights, mach_msg_type_name_t disposition)
        where T : MachRight
    {
        Parcel parcel = BeginRights(rights, out ulong address);
        int moved = 0;
        try
        {
            parcel.MakeRoomForMove(rights.Length);
            for (; moved < rights.Length; moved++)
                NameAt(address, moved) = rights[moved]?.BeginMove() ?? MACH_PORT_NULL;
        }
        catch
        {
            while (moved-- > 0)
                rights[moved]?.EndMove(moved: false);
            Pages.Free(Task, address, ArraySize(rights.Length));
            throw;
        }

        foreach (T? right in rights)
        {
            // The array has no place for guards; whoever holds the names now can destroy them without.
            if (right is not null)
                parcel.TakeOver(right, bare: true);
        }

        parcel.Append(Array(address, rights.Length, disposition));
        return this;
    }

    private MessageBuilder LendRights<T>(ReadOnlySpan<T?> rights, mach_msg_type_name_t disposition)
        where T : MachRight
    {
        Parcel parcel = BeginRights(rights, out ulong address);
        int lent = 0;
        try
        {
            parcel.MakeRoomForLoan(rights.Length);
            for (; lent < rights.Length; lent++)
                NameAt(address, lent) = rights[lent]?.BorrowName() ?? MACH_PORT_NULL;
        }
        catch
        {
            while (lent-- > 0)
                rights[lent]?.ReturnName();
            Pages.Free(Task, address, ArraySize(rights.Length));
            throw;
        }

        foreach (T? right in rights)
        {
            if (right is not null)
                parcel.AddLoan(right);
        }

        parcel.Append(Array(address, rights.Length, disposition));
        return this;
    }

    private Parcel BeginRights<T>(ReadOnlySpan<T?> rights, out ulong address)
        where T : MachRight
    {
        Parcel parcel = Writable();
        foreach (T? right in rights)
            right?.RequireTask(Task);
        parcel.MakeRoomForDescriptor(sizeof(mach_msg_ool_ports_descriptor_t));
        address = rights.Length == 0 ? 0 : Pages.Allocate(Task, ArraySize(rights.Length));
        return parcel;
    }

    private static mach_msg_ool_ports_descriptor_t Array(ulong address, int count, mach_msg_type_name_t disposition) => new()
    {
        address = address,
        count = (uint)count,
        disposition = disposition,
        copy = MACH_MSG_VIRTUAL_COPY,
        deallocate = 1,
        type = MACH_MSG_OOL_PORTS_DESCRIPTOR,
    };

    private static ref mach_port_name_t NameAt(ulong address, int index) => ref ((mach_port_name_t*)address)[index];

    private static ulong ArraySize(int count) => (ulong)count * sizeof(mach_port_name_t);
}
