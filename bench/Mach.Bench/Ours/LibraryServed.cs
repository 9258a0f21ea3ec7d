using Mach.Bench.Measuring;

namespace Mach.Bench.Ours;

/// <summary>A call to a service that awaits its requests: the kernel hands them to it on the caller's thread.</summary>
internal sealed class LibraryServed : Workload
{
    private readonly Pair _pair = new();
    private readonly MessageBuilder _request;
    private readonly Task _service;

    public LibraryServed()
    {
        _request = new MessageBuilder(_pair.Client, 1);
        _pair.Port.ResumeOnSender = true;
        _service = ServeAsync();
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
        _service.ContinueWith(static _ => { }, TaskScheduler.Default).Wait();
        _request.Dispose();
    }

    private async Task ServeAsync()
    {
        using var reply = new MessageBuilder(_pair.Service);
        while (true)
        {
            using var request = await _pair.Port.ReceiveAsync(MachTimeout.Infinite);
            reply.Id = request.Id + 100;
            reply.Write(BitConverter.ToInt64(request.Body) + 1).Write(default(Rest));
            request.Reply(reply, MachTimeout.NoWait);
        }
    }
}
