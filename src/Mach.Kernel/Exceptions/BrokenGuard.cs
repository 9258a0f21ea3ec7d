namespace Mach.Kernel;

/// <summary>Calls by which a guard can be broken.</summary>
internal enum GuardedCall : byte
{
    ModifyReferences,
    Destroy,
    Destruct,
    Deallocate,
    SetContext,
    Unguard,
    SwapGuard,
    AssertGuard,
}

/// <summary>
/// Tells of calls that broke a port's guard, as an exception of the thread that made them, where its task wants to know
/// (R-GRD-7, R-GRD-8, R-EXN-19, R-EXN-20). The call's code is what it is all the same.
/// </summary>
internal static class BrokenGuard
{
    private const int TypeShift = 61, FlavorShift = 32;

    /// <summary>Looks at how a call ended.</summary>
    /// <returns>The code.</returns>
    internal static kern_return_t Note(KThread thread, KSpace space, uint name, GuardedCall call, kern_return_t code)
    {
        if (code == KERN_SUCCESS || (thread.Task.Policies.GuardBehaviour & TASK_EXC_GUARD_MP_DELIVER) == 0)
            return code;
        var guard = space.GuardOf(name);
        var flavor = FlavorOf(call, code, guard);
        if (flavor != 0 && thread.Task.Policies.TakeGuardDelivery())
        {
            var told = (long)GUARD_TYPE_MACH_PORT << TypeShift | (long)flavor << FlavorShift | name;
            thread.NoteGuarded(new RaisedException(EXC_GUARD, told, (long)(guard?.Context ?? 0)));
        }
        return code;
    }

    private static uint FlavorOf(GuardedCall call, kern_return_t code, GuardState? guard)
    {
        if (code == KERN_INVALID_NAME)
            return call is GuardedCall.ModifyReferences or GuardedCall.Destroy or GuardedCall.Deallocate ? kGUARD_EXC_INVALID_NAME : 0;
        return call switch
        {
            GuardedCall.ModifyReferences when guard is { IsGuarded: true } && code == KERN_INVALID_RIGHT => kGUARD_EXC_MOD_REFS,
            GuardedCall.ModifyReferences when code == KERN_INVALID_RIGHT => kGUARD_EXC_INVALID_RIGHT,
            GuardedCall.ModifyReferences when code == KERN_INVALID_VALUE => kGUARD_EXC_INVALID_VALUE,
            GuardedCall.Deallocate when code == KERN_INVALID_RIGHT => kGUARD_EXC_INVALID_RIGHT,
            GuardedCall.Destroy or GuardedCall.Destruct when guard is { IsGuarded: true } => kGUARD_EXC_DESTROY,
            GuardedCall.SetContext when guard is { IsStrict: true } => kGUARD_EXC_SET_CONTEXT,
            GuardedCall.Unguard or GuardedCall.SwapGuard when guard is { IsGuarded: false } => kGUARD_EXC_UNGUARDED,
            GuardedCall.Unguard or GuardedCall.SwapGuard or GuardedCall.AssertGuard when guard is not null => kGUARD_EXC_INCORRECT_GUARD,
            _ => 0,
        };
    }
}

/// <summary>How a receive right is guarded.</summary>
internal readonly record struct GuardState(bool IsGuarded, bool IsStrict, ulong Context);
