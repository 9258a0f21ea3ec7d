using Mach.Bench.Measuring;
using Mach.Bench.Peers;

namespace Mach.Bench;

/// <summary>Messages in one process, against what .NET and C offer for the same job.</summary>
internal static class IpcSuite
{
    public static IReadOnlyList<Measurement> All { get; } =
    [
        new Comparison(
            "G1", "send and receive, one thread, 64 bytes", Goal.AtMostTimes(3),
            "Channel<T>, write and read", () => Placement.Free, NotYet, _ => new ChannelQueue()),
        new Comparison(
            "G2", "call served on the caller's thread", Goal.AtMostTimes(1.5),
            "two Channel<T>, inline continuations", () => Placement.Free, NotYet, _ => new ChannelInline()),
        new Comparison(
            "G3", "call between two threads that stay awake", Goal.AtMostTimes(1.5),
            "pair of ManualResetEventSlim", Placement.Apart, NotYet, placement => new EventPair(placement)),
        new Comparison(
            "G4", "call between two threads on one CPU", Goal.AtMostTimes(1.2),
            "C, shared memory and futex", Placement.Same, NotYet, placement => new FutexPair(placement)),
        new Comparison(
            "G5", "one way, one sender and one receiver", Goal.RateAtLeast(0.3),
            "Channel<T>, one writer and one reader", Placement.Apart, NotYet, placement => new ChannelStream(placement)),
    ];

    private static Workload NotYet(Placement placement) => throw new UnavailableException("the library does not send messages yet");
}
