namespace Mach.Kernel;

/// <summary>Types of exceptions that have the same action, as the get routines return them.</summary>
internal struct ExceptionGroup
{
    internal uint Mask;
    internal ExceptionAction Action;      // with a send right of its own

    /// <summary>Gives groups with their rights to a reply.</summary>
    internal static void Show(
        ReadOnlySpan<ExceptionGroup> groups, Span<uint> masks, out uint count, out KPort?[] handlers, Span<int> behaviours, Span<int> flavors)
    {
        count = (uint)groups.Length;
        handlers = new KPort?[groups.Length];
        for (var index = 0; index < groups.Length; index++)
        {
            ref readonly var group = ref groups[index];
            (masks[index], handlers[index]) = (group.Mask, group.Action.Port);
            (behaviours[index], flavors[index]) = (group.Action.Behaviour, group.Action.Flavor);
        }
    }

    /// <summary>Tells of groups by the ids of ports and receivers, and releases their rights (R-EXN-6).</summary>
    internal static void Describe(
        ReadOnlySpan<ExceptionGroup> groups, Span<uint> masks, out uint count, Span<ipc_info_port_t> handlers, Span<int> behaviours,
        Span<int> flavors, ref Aftermath after)
    {
        count = (uint)groups.Length;
        for (var index = 0; index < groups.Length; index++)
        {
            ref readonly var group = ref groups[index];
            var action = group.Action;
            masks[index] = group.Mask;
            (behaviours[index], flavors[index]) = (action.Behaviour, action.Flavor);
            handlers[index] = KPort.IsLive(action.Port)
                ? new ipc_info_port_t { iip_port_object = KSpace.IdentityOf(action.Port), iip_receiver_object = KSpace.IdentityOf(action.Port.Receiver) }
                : default;
            after.Release(action.Port, (byte)MACH_MSG_TYPE_PORT_SEND);
        }
    }
}
