using System.Runtime.InteropServices;

namespace Mach.Conformance.Events;

/// <summary>A queue of events of one task, and a thread of it that asks.</summary>
internal sealed class Watch : IDisposable
{
    internal const int ENOENT = 2, EINVAL = 22, ENOTSUP = 45;

    private readonly Sleeper _thread;
    private readonly KernelEventQueue _queue;

    internal Watch(Machine machine, Party party)
    {
        _thread = party.NewSleeper();
        _queue = machine.NewEventQueue(party, () => Told++);
    }

    /// <summary>How often it was told that there is something to report.</summary>
    internal int Told { get; private set; }

    internal bool IsReady => _queue.IsReady;

    /// <summary>The call's own buffer, for messages that bring no place.</summary>
    internal KernelEventBuffer Buffer;

    internal static KernelEvent Change(uint name, KernelEventFlags flags = KernelEventFlags.Add, uint fflags = 0) => new()
    {
        Ident = name, Filter = KernelEvent.MachPort, Flags = flags, Fflags = fflags, Udata = 77,
    };

    /// <summary>Makes changes that must work, and reports nothing.</summary>
    internal Watch With(params ReadOnlySpan<KernelEvent> changes)
    {
        Assert.Equal(0, _queue.Call(_thread, changes, [], ref Buffer, out var count));
        Assert.Equal(0, count);
        return this;
    }

    /// <summary>The errno of one change, where no event has room.</summary>
    internal int Try(KernelEvent change) => _queue.Call(_thread, [change], [], ref Buffer, out _);

    /// <summary>Makes changes and reports.</summary>
    internal KernelEvent[] Call(int room, params ReadOnlySpan<KernelEvent> changes)
    {
        var events = new KernelEvent[room];
        Assert.Equal(0, _queue.Call(_thread, changes, events, ref Buffer, out var count));
        return events[..count];
    }

    /// <summary>What there is to report.</summary>
    internal KernelEvent[] Events() => Call(8);

    /// <summary>The only event there is.</summary>
    internal KernelEvent Event() => Assert.Single(Events());

    internal void ExpectNothing() => Assert.Empty(Events());

    public void Dispose() => _queue.Dispose();

    internal static Letter Letter(ulong address, int size) => new(Party.Memory(address, size).ToArray());

    internal static int Size => Marshal.SizeOf<KernelEvent>();
}
