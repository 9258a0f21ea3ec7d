using System.Threading.Channels;
using Mach.Bench.Measuring;

namespace Mach.Bench.Peers;

/// <summary>A million items one way: this thread writes, another reads as fast as it can.</summary>
internal sealed class ChannelStream : Workload
{
    private readonly Channel<Payload> _channel = Channel.CreateUnbounded<Payload>();
    private readonly SemaphoreSlim _start = new(0);
    private readonly SemaphoreSlim _done = new(0);
    private readonly Thread _reader;
    private long _count;    // how many to read; -1 ends the reader; written before _start is released

    public ChannelStream(Placement placement)
    {
        _reader = new Thread(() => Read(placement.Server)) { IsBackground = true };
        _reader.Start();
    }

    public override void Run(long operations)
    {
        _count = operations;
        _start.Release();
        Payload payload = default;
        for (var i = 0L; i < operations; i++)
        {
            payload[0] = (ulong)i;
            _channel.Writer.TryWrite(payload);
        }

        _done.Wait();
    }

    protected override void End()
    {
        _count = -1;
        _start.Release();
        _reader.Join();
        _start.Dispose();
        _done.Dispose();
    }

    private void Read(int? cpu)
    {
        Affinity.Pin(cpu);
        while (true)
        {
            _start.Wait();
            if (_count < 0)
                return;
            var spin = default(SpinWait);
            for (var i = 0L; i < _count;)
            {
                if (_channel.Reader.TryRead(out var payload))
                {
                    if (payload[0] != (ulong)i++)
                        throw new InvalidOperationException("Items arrived out of order.");
                    spin.Reset();
                }
                else
                {
                    spin.SpinOnce(sleep1Threshold: -1);
                }
            }

            _done.Release();
        }
    }
}
