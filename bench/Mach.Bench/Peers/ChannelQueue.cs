using System.Threading.Channels;
using Mach.Bench.Measuring;

namespace Mach.Bench.Peers;

/// <summary>A channel on one thread: one item in, the same item out.</summary>
internal sealed class ChannelQueue : Workload
{
    private readonly Channel<Payload> _channel = Channel.CreateUnbounded<Payload>();

    public override void Run(long operations)
    {
        Payload payload = default;
        for (var i = 0L; i < operations; i++)
        {
            payload[0] = (ulong)i;
            if (!_channel.Writer.TryWrite(payload) || !_channel.Reader.TryRead(out var taken) || taken[0] != (ulong)i)
                throw new InvalidOperationException("The channel lost an item.");
        }
    }
}
