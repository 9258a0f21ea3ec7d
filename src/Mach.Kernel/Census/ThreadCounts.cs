using System.Runtime.CompilerServices;

namespace Mach.Kernel;

/// <summary>What one thread has done. Written without interlocking by whoever runs the thread's trap; read at any time.</summary>
internal sealed class ThreadCounts
{
    private const int Numbers = 128;

    internal long Sent, Received, QueueFull;
    private readonly long[] _made = new long[Numbers];          // by the trap's number without its sign
    private readonly long[] _succeeded = new long[Numbers];     // likewise

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void NoteTrap(int number)
    {
        if ((uint)-number < Numbers)
            _made[-number]++;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void NoteResult(int number, TrapStatus status, ulong result)
    {
        if (status == TrapStatus.Done && result == 0 && (uint)-number < Numbers)
            _succeeded[-number]++;
    }

    /// <summary>Adds what another has done, up to now.</summary>
    internal void Add(ThreadCounts other)
    {
        Sent += Volatile.Read(ref other.Sent);
        Received += Volatile.Read(ref other.Received);
        QueueFull += Volatile.Read(ref other.QueueFull);
        for (var number = 0; number < Numbers; number++)
        {
            _made[number] += other._made[number];
            _succeeded[number] += other._succeeded[number];
        }
    }

    /// <summary>Traps of every number.</summary>
    internal long AllTraps => _made.Sum();

    internal IEnumerable<TrapTally> Traps()
    {
        for (var number = 0; number < Numbers; number++)
        {
            if (_made[number] > 0)
                yield return new TrapTally(-number, _made[number], _succeeded[number]);
        }
    }
}
