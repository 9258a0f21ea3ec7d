using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Mach.Kernel;

/// <summary>The meter <c>Mach.Kernel</c>: what every kernel of the process has done and holds, read when somebody listens and not before.</summary>
/// <remarks>A kernel is known until it is disposed of or collected; the meter keeps none alive.</remarks>
internal static class KernelMetrics
{
    private const string KernelTag = "mach.kernel", TrapTag = "mach.trap", RoutineTag = "mach.routine", OutcomeTag = "mach.outcome";

    private static readonly Meter s_meter = new("Mach.Kernel");
    private static readonly ConcurrentDictionary<int, WeakReference<ManagedKernel>> s_kernels = [];
    private static int s_last;

    static KernelMetrics()
    {
        s_meter.CreateObservableCounter("mach.messages.sent", static () => Each(static kernel => kernel.TakeTally().MessagesSent), "{message}", "Sends that succeeded.");
        s_meter.CreateObservableCounter("mach.messages.received", static () => Each(static kernel => kernel.TakeTally().MessagesReceived), "{message}", "Receives that succeeded.");
        s_meter.CreateObservableCounter("mach.queue.full", static () => Each(static kernel => kernel.TakeTally().QueueFull), "{send}", "Sends that found no room in a queue.");
        s_meter.CreateObservableCounter("mach.traps", static () => Live().SelectMany(static pair => Traps(pair.Number, pair.Kernel)), "{trap}", "Traps made, by name.");
        s_meter.CreateObservableCounter("mach.routines", static () => Live().SelectMany(static pair => Routines(pair.Number, pair.Kernel)), "{request}", "Requests to the kernel, by routine and outcome.");
        s_meter.CreateObservableUpDownCounter("mach.tasks", static () => Each(static kernel => kernel.AllTasks().Length), "{task}", "Tasks alive.");
        s_meter.CreateObservableUpDownCounter("mach.threads", static () => Each(static kernel => kernel.ThreadCount), "{thread}", "Threads attached.");
        s_meter.CreateObservableUpDownCounter("mach.ports", static () => Each(static kernel => kernel.Figures.Ports), "{port}", "Ports alive.");
        s_meter.CreateObservableUpDownCounter("mach.messages.held", static () => Each(static kernel => kernel.Messages.Out - kernel.CountSpares()), "{message}", "Messages in queues or on their way.");
        s_meter.CreateObservableUpDownCounter("mach.regions.held", static () => Each(static kernel => kernel.Figures.Regions), "{region}", "Out-of-line regions in messages.");
        s_meter.CreateObservableUpDownCounter("mach.regions.bytes", static () => Each(static kernel => kernel.Figures.RegionBytes), "By", "Bytes of out-of-line regions in messages.");
        s_meter.CreateObservableUpDownCounter("mach.timers", static () => Each(static kernel => kernel.Timers.Calls().Length), "{timer}", "Deadlines that run.");
    }

    /// <summary>The kernel is shown from now on.</summary>
    /// <returns>Its number among the process's kernels.</returns>
    internal static int Add(ManagedKernel kernel)
    {
        var number = Interlocked.Increment(ref s_last);
        s_kernels[number] = new WeakReference<ManagedKernel>(kernel);
        return number;
    }

    internal static void Remove(int number) => s_kernels.TryRemove(number, out _);

    private static IEnumerable<(int Number, ManagedKernel Kernel)> Live()
    {
        foreach (var (number, reference) in s_kernels)
        {
            if (reference.TryGetTarget(out var kernel))
                yield return (number, kernel);
            else
                Remove(number);
        }
    }

    private static IEnumerable<Measurement<long>> Each(Func<ManagedKernel, long> read) =>
        Live().Select(pair => new Measurement<long>(read(pair.Kernel), new KeyValuePair<string, object?>(KernelTag, pair.Number)));

    private static IEnumerable<Measurement<long>> Traps(int number, ManagedKernel kernel) =>
        kernel.TakeTally().Traps.Select(trap => new Measurement<long>(
            trap.Made,
            new KeyValuePair<string, object?>(KernelTag, number),
            new(TrapTag, Catalogue.Find(TrapFamily.Mach, trap.Number)?.Name ?? "unknown")));

    private static IEnumerable<Measurement<long>> Routines(int number, ManagedKernel kernel)
    {
        foreach (var routine in kernel.TakeTally().Routines)
        {
            var name = Catalogue.Find(TrapFamily.Mig, routine.Id)?.Name ?? "unknown";
            yield return Of("success", routine.Succeeded);
            yield return Of("failure", routine.Failed);

            Measurement<long> Of(string outcome, long count) =>
                new(count, new(KernelTag, number), new(RoutineTag, name), new KeyValuePair<string, object?>(OutcomeTag, outcome));
        }
    }
}
