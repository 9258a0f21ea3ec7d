namespace Mach.Kernel;

/// <summary>Messages that are not in use.</summary>
/// <remarks>Created = kept here + spare ones of attached threads + in use.</remarks>
internal sealed class MessagePool
{
    private const int MostKept = 4096;

    private RankedLock _gate = new(LockRank.Leaf);
    private KMessage? _first;       // gate; linked by Next
    private int _kept;              // gate
    private int _created;           // gate; minus those left to the collector

    /// <summary>How many messages are in use or spare.</summary>
    internal int Out
    {
        get
        {
            _gate.Enter();
            var count = _created - _kept;
            _gate.Exit();
            return count;
        }
    }

    internal KMessage Rent()
    {
        _gate.Enter();
        var message = _first;
        if (message is null)
            _created++;
        else
        {
            _first = message.Next;
            _kept--;
        }
        _gate.Exit();
        if (message is null)
            return new KMessage();
        message.Next = null;
        return message;
    }

    internal void Return(KMessage message)
    {
        message.Reset();
        _gate.Enter();
        if (_kept < MostKept)
        {
            message.Next = _first;
            _first = message;
            _kept++;
        }
        else
        {
            _created--;
        }
        _gate.Exit();
    }

    /// <summary>Leaves what is kept to the collector.</summary>
    internal void Trim()
    {
        _gate.Enter();
        _created -= _kept;
        _kept = 0;
        _first = null;
        _gate.Exit();
    }
}
