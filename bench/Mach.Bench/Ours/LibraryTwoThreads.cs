using Mach.Bench.Measuring;

namespace Mach.Bench.Ours;

/// <summary>The same as <see cref="TwoThreads"/> with the rights and messages of the library, between two tasks.</summary>
internal sealed class LibraryTwoThreads : Workload
{
    private readonly Pair _pair = new();
    private readonly MessageBuilder _request;
    private readonly Thread _thread;

    public LibraryTwoThreads(Placement placement)
    {
        _request = new MessageBuilder(_pair.Client, 1);
        _thread = new Thread(() => Serve(placement.Server)) { IsBackground = true };
        _thread.Start();
    }

    public override void Run(long operations)
    {
        for (var i = 0L; i < operations; i++)
        {
            _request.Id = 1;
            _request.Write(i).Write(default(Rest));
            using var reply = _pair.ToService.Call(_request, MachTimeout.Infinite);
            if (BitConverter.ToInt64(reply.Body) != i + 1)
                throw new InvalidOperationException("The service answered something else.");
        }
    }

    protected override void End()
    {
        _pair.Dispose();
        _thread.Join();
        _request.Dispose();
    }

    private void Serve(int? cpu)
    {
        Affinity.Pin(cpu);
        using var reply = new MessageBuilder(_pair.Service);
        var code = _pair.Port.TryReceive(MachTimeout.Infinite, out var request);
        while (code == KERN_SUCCESS)
        {
            reply.Id = request.Id + 100;
            reply.Write(BitConverter.ToInt64(request.Body) + 1).Write(default(Rest));
            var answered = request;
            code = _pair.Port.TryReplyAndReceive(answered, reply, MachTimeout.Infinite, out request);
            answered.Dispose();
        }
    }
}
