using System.Runtime.CompilerServices;

namespace Mach.Kernel;

/// <summary>
/// Numbers by which a kernel's snapshots call ports, sets and threads: small, never used again, and the same in every snapshot
/// that shows the object. Only what was shown has one.
/// </summary>
internal sealed class ObjectNumbers
{
    private sealed record Box(int Number);

    private readonly ConditionalWeakTable<object, Box> _numbers = [];
    private int _last;

    internal int Of(object known) => _numbers.GetValue(known, _ => new Box(Interlocked.Increment(ref _last))).Number;
}
