using Mach.Bench.Measuring;
using Mach.Bench.Ours;
using Mach.Bench.Peers;

namespace Mach.Bench;

/// <summary>Semaphores and timers, against futex and against themselves among few.</summary>
internal static class TimeSuite
{
    public static IReadOnlyList<Measurement> All { get; } =
    [
        new Comparison(
            "S1", "semaphore, one thread: signal and wait", Goal.AtMostTimes(2),
            "C, a word and futex", () => Placement.Free, _ => new SemaphoreOneThread(), _ => new FutexSemaphore()),
        new Comparison(
            "S2", "semaphores between two threads on one CPU", Goal.AtMostTimes(2),
            "C, shared memory and futex", Placement.Same, placement => new SemaphorePair(placement), placement => new FutexPair(placement)),
        new Comparison(
            "S3", "semaphores between two awake threads", Goal.AtMostTimes(2),
            "pair of ManualResetEventSlim", Placement.Apart, placement => new SemaphorePair(placement), placement => new EventPair(placement)),
        new Allocation("S4", "managed bytes: semaphore, signal and wait", Goal.AtMostBytes(0), () => Placement.Free, _ => new SemaphoreOneThread()),
        new Allocation("S4", "managed bytes: semaphores between two threads", Goal.AtMostBytes(0), Placement.Apart, placement => new SemaphorePair(placement)),
        new Comparison(
            "S5", "set a timer twice and cancel it, among 10,000", Goal.AtMostTimes(2),
            "ours, among ten", () => Placement.Free, _ => new TimerAmong(10_000), _ => new TimerAmong(10)),
    ];
}
