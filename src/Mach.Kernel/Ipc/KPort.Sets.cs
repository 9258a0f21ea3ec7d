namespace Mach.Kernel;

internal sealed partial class KPort
{
    /// <summary>Joins a set; messages that wait go to threads that wait on it. Gate held.</summary>
    internal kern_return_t JoinSet(KPortSet set, ref Aftermath after)
    {
        if (MembershipOf(set) >= 0)
            return KERN_ALREADY_IN_SET;
        var membership = new Membership(this, set);
        (_sets ??= []).Add(membership);
        set.Add(membership);
        if (_first is not null)
        {
            set.MarkReady(membership, ref after);
            OfferQueueTo(set, ref after);
        }
        return KERN_SUCCESS;
    }

    /// <summary>Leaves a set. Gate held.</summary>
    internal kern_return_t LeaveSet(KPortSet set)
    {
        var index = MembershipOf(set);
        if (index < 0)
            return KERN_NOT_IN_SET;
        set.Remove(_sets![index]);
        _sets.RemoveAt(index);
        return KERN_SUCCESS;
    }

    /// <summary>Leaves every set, except one if given. Gate held.</summary>
    internal void LeaveSets(KPortSet? except = null)
    {
        for (var index = (_sets?.Count ?? 0) - 1; index >= 0; index--)
        {
            if (ReferenceEquals(_sets![index].Set, except))
                continue;
            _sets[index].Set.Remove(_sets[index]);
            _sets.RemoveAt(index);
        }
    }

    private int MembershipOf(KPortSet set)
    {
        for (var index = 0; index < (_sets?.Count ?? 0); index++)
        {
            if (ReferenceEquals(_sets![index].Set, set))
                return index;
        }
        return -1;
    }
}
