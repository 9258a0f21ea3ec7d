using System.Runtime.InteropServices;
using Mach.Bench.Measuring;

namespace Mach.Bench.Peers;

/// <summary>Signal and wait on one thread in C, over futex: bench/peers/futex_semaphore.c, compiled when it is first needed.</summary>
internal sealed unsafe class FutexSemaphore : Workload
{
    private readonly delegate* unmanaged<nint, double> _run =
        (delegate* unmanaged<nint, double>)NativeLibrary.GetExport(CPeers.Load("futex_semaphore"), "futex_semaphore");

    public override void Run(long operations) => Nanoseconds(operations);

    /// <inheritdoc/>
    public override double Nanoseconds(long operations)
    {
        var took = _run((nint)operations);
        return took >= 0 ? took : throw new UnavailableException("the C peer failed");
    }
}
