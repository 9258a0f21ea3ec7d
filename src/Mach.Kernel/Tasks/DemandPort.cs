namespace Mach.Kernel;

/// <summary>What others know by ports of several flavours: a task or a thread.</summary>
internal interface IViewed
{
    ManagedKernel Kernel { get; }

    /// <summary>False once it has ended: its ports are dead or about to be.</summary>
    bool IsAlive { get; }

    /// <summary>What a new port of the flavour stands for.</summary>
    KernelObject View(Flavour flavour);
}

/// <summary>Ports that are made when first asked for (R-TSK-11).</summary>
internal static class DemandPort
{
    /// <summary>Whether a port of this flavour dies with its last send right; a later request makes a new one.</summary>
    internal static bool IsTransient(Flavour flavour) => flavour is Flavour.Read or Flavour.Inspect;

    /// <summary>A send right to the port in the slot, which is made if there is none; the dead port when its owner has ended.</summary>
    internal static KPort MakeSend(IViewed owner, ref KPort? slot, Flavour flavour)
    {
        while (owner.IsAlive)
        {
            var found = Volatile.Read(ref slot);
            if (found is not null && found.TryMakeSend())
                return found;
            var made = owner.Kernel.NewKernelPort(owner.View(flavour));
            if (IsTransient(flavour))
                made.Flags |= PortFlags.ImmovableSend;
            made.MakeSend();
            if (!ReferenceEquals(Interlocked.CompareExchange(ref slot, made, found), found))
            {
                owner.Kernel.NotePortDeath();
                continue;
            }
            // Either the owner's end sees the port, or we see the end.
            if (!owner.IsAlive)
                Kill(owner.Kernel, made);
            return made;
        }
        return KPort.Dead;
    }

    /// <summary>The owner has ended.</summary>
    internal static void Kill(KPort? port, ref Aftermath after)
    {
        if (port is null)
            return;
        port.Gate.Enter();
        port.Die(ref after);
        port.Gate.Exit();
    }

    private static void Kill(ManagedKernel kernel, KPort port)
    {
        var after = new Aftermath(kernel);
        Kill(port, ref after);
        after.Run();
    }
}
