using System.Runtime.InteropServices;
using Mach.Bench.Measuring;

namespace Mach.Bench.Peers;

/// <summary>The same round trip in C, over shared memory and futex: bench/peers/futex_pair.c, compiled when it is first needed.</summary>
internal sealed unsafe class FutexPair : Workload
{
    private readonly delegate* unmanaged<nint, int, double> _run;
    private readonly int _cpu;

    /// <summary>Compiles and loads the peer.</summary>
    /// <exception cref="UnavailableException">No C compiler, or not Linux.</exception>
    public FutexPair(Placement placement)
    {
        _cpu = placement.Client ?? -1;
        _run = (delegate* unmanaged<nint, int, double>)NativeLibrary.GetExport(CPeers.Load("futex_pair"), "futex_pair");
    }

    public override void Run(long operations) => Nanoseconds(operations);

    /// <inheritdoc/>
    public override double Nanoseconds(long operations)
    {
        var took = _run((nint)operations, _cpu);
        return took >= 0 ? took : throw new UnavailableException("the C peer failed");
    }
}
