using System.Threading.Channels;
using Mach.Bench.Measuring;

namespace Mach.Bench.Peers;

/// <summary>A round trip over two channels whose continuations run inline: the server answers on the caller's thread.</summary>
internal sealed class ChannelInline : Workload
{
    private static readonly UnboundedChannelOptions Inline = new() { AllowSynchronousContinuations = true, SingleReader = true, SingleWriter = true };
    private readonly Channel<Payload> _requests = Channel.CreateUnbounded<Payload>(Inline);
    private readonly Channel<Payload> _replies = Channel.CreateUnbounded<Payload>(Inline);

    public ChannelInline() => _ = ServeAsync();

    public override void Run(long operations)
    {
        Payload payload = default;
        for (var i = 0L; i < operations; i++)
        {
            // The server waits in its read: writing runs it, and its answer is there when the write returns.
            payload[0] = (ulong)i;
            if (!_requests.Writer.TryWrite(payload) || !_replies.Reader.TryRead(out var reply) || reply[0] != (ulong)i + 1)
                throw new InvalidOperationException("The server did not answer inline.");
        }
    }

    protected override void End() => _requests.Writer.Complete();

    private async Task ServeAsync()
    {
        while (await _requests.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            while (_requests.Reader.TryRead(out var payload))
            {
                payload[0]++;
                _replies.Writer.TryWrite(payload);
            }
        }
    }
}
