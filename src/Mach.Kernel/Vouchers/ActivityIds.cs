namespace Mach.Kernel;

/// <summary>Numbers for activities that span tasks, each handed out once (R-VOU-23).</summary>
internal sealed class ActivityIds
{
    private long _last;     // interlocked

    /// <summary>The first of a run of so many; 0 where that is not a number of ids that are given at once.</summary>
    internal ulong Take(int count) =>
        count is >= 1 and <= MACH_ACTIVITY_ID_COUNT_MAX ? (ulong)(Interlocked.Add(ref _last, count) - count + 1) : 0;
}
