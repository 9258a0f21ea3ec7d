namespace Mach.Kernel;

/// <summary>A server, and how often each of its routines was asked for.</summary>
internal sealed class ServedSubsystem(MigServer<KThread, KPort?> server)
{
    private readonly long[] _succeeded = new long[server.End - server.First];    // interlocked; by number from the first
    private readonly long[] _failed = new long[server.End - server.First];       // likewise

    internal readonly MigServer<KThread, KPort?> Server = server;
    internal readonly int First = server.First;
    internal readonly int End = server.End;

    internal void Count(int id, kern_return_t code) =>
        Interlocked.Increment(ref (code is KERN_SUCCESS or MIG_NO_REPLY ? _succeeded : _failed)[id - First]);

    /// <summary>The routines that were asked for since the kernel booted.</summary>
    internal IEnumerable<RoutineTally> Tallies()
    {
        for (var index = 0; index < _succeeded.Length; index++)
        {
            var tally = new RoutineTally(First + index, Volatile.Read(ref _succeeded[index]), Volatile.Read(ref _failed[index]));
            if (tally.Succeeded + tally.Failed > 0)
                yield return tally;
        }
    }
}
