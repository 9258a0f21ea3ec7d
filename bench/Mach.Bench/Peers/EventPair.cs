using Mach.Bench.Measuring;

namespace Mach.Bench.Peers;

/// <summary>A round trip between two threads that hand 64 bytes over with a pair of <see cref="ManualResetEventSlim"/>.</summary>
internal sealed class EventPair : Workload
{
    private readonly ManualResetEventSlim _asked = new();
    private readonly ManualResetEventSlim _answered = new();
    private readonly Thread _server;
    private Payload _request;    // written by the client before _asked is set
    private Payload _reply;      // written by the server before _answered is set
    private volatile bool _ends;

    public EventPair(Placement placement)
    {
        _server = new Thread(() => Serve(placement.Server)) { IsBackground = true };
        _server.Start();
    }

    public override void Run(long operations)
    {
        Payload payload = default;
        for (var i = 0L; i < operations; i++)
        {
            payload[0] = (ulong)i;
            _request = payload;
            _asked.Set();
            _answered.Wait();
            _answered.Reset();
            if (_reply[0] != (ulong)i + 1)
                throw new InvalidOperationException("The server answered something else.");
        }
    }

    protected override void End()
    {
        _ends = true;
        _asked.Set();
        _server.Join();
        _asked.Dispose();
        _answered.Dispose();
    }

    private void Serve(int? cpu)
    {
        Affinity.Pin(cpu);
        while (true)
        {
            _asked.Wait();
            _asked.Reset();
            if (_ends)
                return;
            var payload = _request;
            payload[0]++;
            _reply = payload;
            _answered.Set();
        }
    }
}
