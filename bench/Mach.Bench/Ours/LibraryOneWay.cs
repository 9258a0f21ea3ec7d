using Mach.Bench.Measuring;

namespace Mach.Bench.Ours;

/// <summary>The same as <see cref="OneWay"/> with the rights and messages of the library, between two tasks.</summary>
internal sealed class LibraryOneWay : Workload
{
    private readonly Pair _pair = new();
    private readonly MessageBuilder _message;
    private readonly SemaphoreSlim _done = new(0);
    private readonly Thread _thread;
    private long _last = -1;    // the number of the last message of a run; written before that run's first send

    public LibraryOneWay(Placement placement)
    {
        _message = new MessageBuilder(_pair.Client, 1);
        _thread = new Thread(() => Receive(placement.Server)) { IsBackground = true };
        _thread.Start();
    }

    public override void Run(long operations)
    {
        Volatile.Write(ref _last, operations - 1);
        for (var i = 0L; i < operations; i++)
        {
            _message.Id = 1;
            _message.Write(i).Write(default(Rest));
            _pair.ToService.Send(_message, MachTimeout.Infinite);
        }

        _done.Wait();
    }

    protected override void End()
    {
        _pair.Dispose();
        _thread.Join();
        _message.Dispose();
        _done.Dispose();
    }

    private void Receive(int? cpu)
    {
        Affinity.Pin(cpu);
        while (_pair.Port.TryReceive(MachTimeout.Infinite, out var message) == KERN_SUCCESS)
        {
            using (message)
            {
                if (BitConverter.ToInt64(message.Body) == Volatile.Read(ref _last))
                    _done.Release();
            }
        }
    }
}
