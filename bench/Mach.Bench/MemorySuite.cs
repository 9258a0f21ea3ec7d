using Mach.Bench.Measuring;
using Mach.Bench.Ours;
using Mach.Bench.Peers;

namespace Mach.Bench;

/// <summary>Memory: out of line in messages, and by itself, against what the system charges for the same.</summary>
internal static class MemorySuite
{
    private const uint Small = 64 << 10;
    private const uint Middle = 1 << 20;
    private const uint Large = 64 << 20;

    public static IReadOnlyList<Measurement> All { get; } =
    [
        new Comparison(
            "G10", "call that moves a 4 KiB region and back", Goal.AtMostTimes(1.5),
            "ours, everything inline", () => Placement.Free, _ => new CallByHand(4096), _ => new CallByHand(0)),
        new Comparison(
            "G10", "call that moves a 64 MiB region and back", Goal.AtMostTimes(1.5),
            "ours, everything inline", () => Placement.Free, _ => new CallByHand(Large), _ => new CallByHand(0)),
        Copy("64 KiB", Small, Goal.AtMostTimes(1.5), "memcpy, warm", size => new ByteCopy(size, fresh: false)),
        Copy("1 MiB", Middle, Goal.AtMostTimes(1.5), "memcpy, warm", size => new ByteCopy(size, fresh: false)),
        Copy("1 MiB", Middle, Goal.AtMostTimes(0.15), "memcpy to fresh pages", size => new ByteCopy(size, fresh: true)),
        Copy("64 MiB, sender writes a page", Large, Goal.AtMostTimes(1.5), "memcpy, warm", size => new ByteCopy(size, fresh: false)),
        Copy("64 MiB, sender writes a page", Large, Goal.AtMostTimes(0.15), "memcpy to fresh pages", size => new ByteCopy(size, fresh: true)),
        new Comparison(
            "G11", "copy 64 MiB that was just written", Goal.AtMostTimes(1.5), "bare copy-on-write, the same", () => Placement.Free,
            _ => new CopyByHand(Large, anew: true), _ => new BareCopyOnWrite(Large)),
        new Comparison(
            "VM", "allocate and deallocate a page", Goal.AtMostTimes(2), "mmap and munmap", () => Placement.Free,
            _ => new OnePage(touches: false), _ => new SystemPage(touches: false)),
        new Comparison(
            "VM", "the same, and write to it", Goal.AtMostTimes(2), "mmap and munmap", () => Placement.Free,
            _ => new OnePage(touches: true), _ => new SystemPage(touches: true)),
    ];

    private static Comparison Copy(string what, uint size, Goal goal, string peerName, Func<uint, Workload> peer) =>
        new("G11", $"copy {what}, untouched", goal, peerName, () => Placement.Free, _ => new CopyByHand(size, anew: false), _ => peer(size));
}
