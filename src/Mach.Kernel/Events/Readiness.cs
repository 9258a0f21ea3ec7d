namespace Mach.Kernel;

/// <summary>Which port of what is watched has a message.</summary>
internal static class Readiness
{
    /// <summary>The name of the port whose message would be received; MACH_PORT_NULL when none waits.</summary>
    internal static uint PortWithMessage(Knote knote)
    {
        if (Lock(knote) is not { } port)
            return MACH_PORT_NULL;
        var name = port.ReceiverName;
        port.Gate.Exit();
        return name;
    }

    /// <summary>The port whose message is next, with its gate held; null when none waits, or when it is not to be received here any more.</summary>
    internal static KPort? Lock(Knote knote)
    {
        if (knote.On is KPort watched)
        {
            watched.Gate.Enter();
            if (knote.Listed && watched.First is not null)
                return watched;
            watched.Gate.Exit();
            return null;
        }
        var set = (KPortSet)knote.On;
        while (true)
        {
            set.Gate.Enter();
            var membership = knote.Listed ? set.FirstReady : null;
            set.Gate.Exit();
            if (membership is null)
                return null;
            var port = membership.Port;
            port.Gate.Enter();
            if (membership.Joined && port.First is not null)
                return port;
            if (membership.Joined)
                set.MarkEmpty(membership);
            port.Gate.Exit();
        }
    }

    /// <summary>The port was served: in its set it goes behind the others. Its gate held.</summary>
    internal static void Rotate(Knote knote, KPort port)
    {
        if (knote.On is not KPortSet set)
            return;
        foreach (var membership in port.Sets)
        {
            if (ReferenceEquals(membership.Set, set))
                set.Rotate(membership);
        }
    }
}
