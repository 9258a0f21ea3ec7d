using System.Diagnostics.CodeAnalysis;

namespace Mach;

/// <summary>Takes rights and regions out of parcels, for received messages and for those that came back.</summary>
internal static class Taking
{
    internal static bool TrySend(Parcel parcel, int index, [NotNullWhen(true)] out SendRight? right)
    {
        right = parcel.TryTakeRight(index, MACH_MSG_TYPE_PORT_SEND, out mach_port_name_t name, out _) ? new SendRight(parcel.Task, name) : null;
        return right is not null;
    }

    internal static bool TrySendOnce(Parcel parcel, int index, [NotNullWhen(true)] out SendOnceRight? right)
    {
        right = parcel.TryTakeRight(index, MACH_MSG_TYPE_PORT_SEND_ONCE, out mach_port_name_t name, out _)
            ? new SendOnceRight(parcel.Task, name)
            : null;
        return right is not null;
    }

    internal static bool TryReceive(Parcel parcel, int index, [NotNullWhen(true)] out ReceiveRight? right)
    {
        right = null;
        return parcel.TryTakeRight(index, MACH_MSG_TYPE_PORT_RECEIVE, out mach_port_name_t name, out mach_port_context_t guard)
            && TryAdopt(parcel.Task, name, guard, out right);
    }

    internal static bool TryMemory(Parcel parcel, int index, [NotNullWhen(true)] out OolBuffer? buffer)
    {
        buffer = parcel.TryTakeMemory(index, out ulong address, out uint size) ? new OolBuffer(parcel.Task, address, (int)size) : null;
        return buffer is not null;
    }

    internal static unsafe bool TryElements<T>(Parcel parcel, int index, [NotNullWhen(true)] out T[]? elements)
        where T : unmanaged
    {
        elements = null;
        if (!parcel.TryTakeMemory(index, out ulong address, out uint size))
            return false;
        elements = GC.AllocateUninitializedArray<T>((int)size / sizeof(T));
        new ReadOnlySpan<T>((void*)address, elements.Length).CopyTo(elements);
        Pages.Free(parcel.Task, address, size);
        return true;
    }

    internal static bool TrySends(Parcel parcel, int index, [NotNullWhen(true)] out SendRight?[]? rights)
    {
        rights = TakeAll(parcel, index, MACH_MSG_TYPE_PORT_SEND, static (task, name) => new SendRight(task, name));
        return rights is not null;
    }

    internal static bool TrySendOnces(Parcel parcel, int index, [NotNullWhen(true)] out SendOnceRight?[]? rights)
    {
        rights = TakeAll(parcel, index, MACH_MSG_TYPE_PORT_SEND_ONCE, static (task, name) => new SendOnceRight(task, name));
        return rights is not null;
    }

    internal static bool TryReceives(Parcel parcel, int index, [NotNullWhen(true)] out ReceiveRight?[]? rights)
    {
        rights = TakeAll(
            parcel, index, MACH_MSG_TYPE_PORT_RECEIVE, static (task, name) => TryAdopt(task, name, 0, out ReceiveRight? right) ? right : null);
        return rights is not null;
    }

    private static T?[]? TakeAll<T>(Parcel parcel, int index, mach_msg_type_name_t kind, Func<MachTask, mach_port_name_t, T?> make)
        where T : class
    {
        mach_port_name_t[]? names = parcel.TakeRights(index, kind);
        if (names is null)
            return null;
        var rights = new T?[names.Length];
        for (int i = 0; i < names.Length; i++)
            rights[i] = MACH_PORT_VALID(names[i]) ? make(parcel.Task, names[i]) : null;
        return rights;
    }

    // One that arrived guarded keeps the guard that the kernel chose.
    private static bool TryAdopt(MachTask task, mach_port_name_t name, mach_port_context_t guard, [NotNullWhen(true)] out ReceiveRight? right)
    {
        if (guard != 0)
        {
            right = new ReceiveRight(task, name, guard);
            return true;
        }

        if (ReceiveRight.TryAdopt(task, name, out right) == KERN_SUCCESS && right is not null)
            return true;
        _ = new PortCalls(task.CurrentThread).ModRefs(name, MACH_PORT_RIGHT_RECEIVE, -1);
        return false;
    }
}
