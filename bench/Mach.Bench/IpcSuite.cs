using Mach.Bench.Measuring;
using Mach.Bench.Ours;
using Mach.Bench.Peers;

namespace Mach.Bench;

/// <summary>Messages in one process, against what .NET and C offer for the same job.</summary>
internal static class IpcSuite
{
    public static IReadOnlyList<Measurement> All { get; } =
    [
        new Comparison(
            "G1", "send and receive, one thread: mach_msg", Goal.AtMostTimes(3),
            "Channel<T>, write and read", () => Placement.Free, _ => new OneThread(), _ => new ChannelQueue()),
        new Comparison(
            "G1", "the same: rights and messages", Goal.AtMostTimes(3),
            "Channel<T>, write and read", () => Placement.Free, _ => new LibraryOneThread(), _ => new ChannelQueue()),
        new Comparison(
            "G2", "call served on the caller's thread: mach_msg", Goal.AtMostTimes(1.5),
            "two Channel<T>, inline continuations", () => Placement.Free, _ => new ServedByHand(), _ => new ChannelInline()),
        new Comparison(
            "G2", "the same: rights and messages, two tasks", Goal.AtMostTimes(1.5),
            "two Channel<T>, inline continuations", () => Placement.Free, _ => new LibraryServed(), _ => new ChannelInline()),
        new Comparison(
            "G3", "call between two awake threads: mach_msg", Goal.AtMostTimes(1.5),
            "pair of ManualResetEventSlim", Placement.Apart, placement => new TwoThreads(placement), placement => new EventPair(placement)),
        new Comparison(
            "G3", "the same: rights and messages, two tasks", Goal.AtMostTimes(1.5),
            "pair of ManualResetEventSlim", Placement.Apart, placement => new LibraryTwoThreads(placement), placement => new EventPair(placement)),
        new Comparison(
            "G4", "call between two threads on one CPU: mach_msg", Goal.AtMostTimes(1.2),
            "C, shared memory and futex", Placement.Same, placement => new TwoThreads(placement), placement => new FutexPair(placement)),
        new Comparison(
            "G4", "the same: rights and messages, two tasks", Goal.AtMostTimes(1.2),
            "C, shared memory and futex", Placement.Same, placement => new LibraryTwoThreads(placement), placement => new FutexPair(placement)),
        new Comparison(
            "G5", "one way, sender to receiver: mach_msg", Goal.RateAtLeast(0.3),
            "Channel<T>, writer to reader", Placement.Apart, placement => new OneWay(placement), placement => new ChannelStream(placement)),
        new Comparison(
            "G5", "the same: rights and messages, two tasks", Goal.RateAtLeast(0.3),
            "Channel<T>, writer to reader", Placement.Apart, placement => new LibraryOneWay(placement), placement => new ChannelStream(placement)),
        new Comparison(
            "G10", "call that moves a 4 KiB region and back", Goal.AtMostTimes(1.5),
            "ours, everything inline", () => Placement.Free, _ => new CallByHand(4096), _ => new CallByHand(0)),
        new Allocation("G14", "managed bytes: send and receive, mach_msg", Goal.AtMostBytes(0), () => Placement.Free, _ => new OneThread()),
        new Allocation("G14", "managed bytes: send and receive, rights", Goal.AtMostBytes(0), () => Placement.Free, _ => new LibraryOneThread()),
        new Allocation("G14", "managed bytes: call, mach_msg", Goal.AtMostBytes(0), Placement.Apart, placement => new TwoThreads(placement)),
        new Allocation("G14", "managed bytes: call, rights and messages", Goal.AtMostBytes(0), Placement.Apart, placement => new LibraryTwoThreads(placement)),
        new Allocation("G14", "managed bytes: call served on the caller's thread", Goal.AtMostBytes(0), () => Placement.Free, _ => new LibraryServed()),
        Crowded("send and receive among 1,000,000 ports", Crowd.Kind.Ports, 1_000_000),
        Crowded("make and destroy a port among 1,000,000", Crowd.Kind.PortsComing, 1_000_000),
        Crowded("send to a member, receive from a set of 100,000", Crowd.Kind.Members, 100_000),
        Crowded("send and receive among 10,000 tasks", Crowd.Kind.Tasks, 10_000),
    ];

    private static Comparison Crowded(string what, Crowd.Kind kind, int count) =>
        new("G15", what, Goal.AtMostTimes(2), "ours, among ten", () => Placement.Free, _ => new Crowd(kind, count), _ => new Crowd(kind, 10));
}
