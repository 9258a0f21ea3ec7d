using Mach.Bench.Measuring;
using Mach.Bench.Mig;

namespace Mach.Bench;

/// <summary>What a MIG interface costs beside the same messages written by hand. Services run on the caller's thread.</summary>
internal static class MigSuite
{
    private static readonly Goal _near = Goal.AtMostTimes(1.15);

    public static IReadOnlyList<Measurement> All { get; } =
    [
        new Comparison(
            "M1", "call: client and service generated", _near,
            "the same by hand: rights and messages", () => Placement.Free, _ => new GeneratedCall(generated: true), _ => new LibraryByHand(generated: false)),
        new Comparison(
            "M2", "call: client generated, service by hand", _near,
            "client by hand: mach_msg", () => Placement.Free, _ => new GeneratedCall(generated: false), _ => new TrapByHand(generated: false)),
        new Comparison(
            "M3", "call: service generated, client by hand", _near,
            "service by hand", () => Placement.Free, _ => new TrapByHand(generated: true), _ => new TrapByHand(generated: false)),
        new Comparison(
            "M4", "awaited call: client and service generated", _near,
            "the same by hand: CallAsync", () => Placement.Free, _ => new GeneratedAwait(generated: true), _ => new AwaitByHand(generated: false)),
        new Allocation("M5", "managed bytes: call, client and service generated", Goal.AtMostBytes(0), () => Placement.Free, _ => new GeneratedCall(generated: true)),
        new Allocation("M5", "managed bytes: awaited call, both generated", Goal.AtMostBytes(0), () => Placement.Free, _ => new GeneratedAwait(generated: true)),
    ];
}
