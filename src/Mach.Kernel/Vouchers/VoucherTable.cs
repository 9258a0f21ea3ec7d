namespace Mach.Kernel;

/// <summary>The kernel's vouchers, each once.</summary>
internal sealed class VoucherTable(ManagedKernel kernel)
{
    private RankedLock _gate = new(LockRank.Leaf);
    private readonly Dictionary<VoucherValues, KPort> _ports = [];      // _gate; every voucher that has send rights

    /// <summary>A send right to the voucher with these values. No lock held.</summary>
    internal KPort MakeSend(VoucherValues values)
    {
        while (true)
        {
            _gate.Enter();
            var known = _ports.GetValueOrDefault(values);
            _gate.Exit();
            // One that loses its last right just now has left the table before it is seen to be dead.
            if (known is not null && known.TryMakeSend())
                return known;
            if (known is not null)
                continue;
            var made = kernel.NewKernelPort(new KVoucher(this, values));
            made.TryMakeSend();
            _gate.Enter();
            var added = _ports.TryAdd(values, made);
            _gate.Exit();
            if (added)
                return made;
            kernel.NotePortDeath();
        }
    }

    /// <summary>The voucher is about to die. The gate of its port held.</summary>
    internal void Forget(VoucherValues values, KPort port)
    {
        _gate.Enter();
        if (ReferenceEquals(_ports.GetValueOrDefault(values), port))
            _ports.Remove(values);
        _gate.Exit();
    }
}
