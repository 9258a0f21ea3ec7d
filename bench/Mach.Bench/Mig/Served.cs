using Mach.Bench.Measuring;
using Mach.Bench.Ours;

namespace Mach.Bench.Mig;

/// <summary>Calls to a calculator that runs on the caller's thread; how client and service are written is what is compared.</summary>
internal abstract class Served : Workload
{
    private readonly Pair _pair = new();
    private readonly Task _service;

    /// <param name="generated">The service is generated from the interface.</param>
    protected Served(bool generated)
    {
        _pair.Port.ResumeOnSender = true;
        _service = generated ? _pair.Port.ServeAsync(new Calculator()) : HandWritten.ServeAsync(_pair.Port);
    }

    protected MachTask Client => _pair.Client;

    protected SendRight ToService => _pair.ToService;

    public override void Run(long operations)
    {
        for (var i = 0L; i < operations; i++)
            Require(Call((ulong)i), (ulong)i);
    }

    /// <summary>One call.</summary>
    protected abstract ulong Call(ulong number);

    protected static void Require(ulong answer, ulong number)
    {
        if (answer != number + 1)
            throw new InvalidOperationException("The service answered something else.");
    }

    protected override void End()
    {
        _pair.Dispose();
        _service.ContinueWith(static _ => { }, TaskScheduler.Default).Wait();
    }
}
