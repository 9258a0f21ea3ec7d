using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Mach.Conformance;

public class Metrics
{
    /// <summary>Measurements of all kernels; the test's own is the one that has as many tasks as nobody else's.</summary>
    private sealed class Reading : IDisposable
    {
        private readonly MeterListener _listener = new();

        internal readonly ConcurrentBag<(string Instrument, int Kernel, string? What, string? Outcome, long Value)> All = [];

        internal Reading()
        {
            _listener.InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name == "Mach.Kernel")
                    listener.EnableMeasurementEvents(instrument);
            };
            _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
            {
                var (kernel, what, outcome) = (0, (string?)null, (string?)null);
                foreach (var (key, tag) in tags)
                {
                    switch (key)
                    {
                        case "mach.kernel":
                            kernel = (int)tag!;
                            break;
                        case "mach.trap" or "mach.routine":
                            what = (string)tag!;
                            break;
                        default:
                            outcome = (string)tag!;
                            break;
                    }
                }
                All.Add((instrument.Name, kernel, what, outcome, value));
            });
            _listener.Start();
            _listener.RecordObservableInstruments();
        }

        public void Dispose() => _listener.Dispose();
    }

    [Theory, EveryWorld]
    public void Say_what_a_kernel_has_done_and_holds(World world)
    {
        const int tasks = 37;
        using (var machine = world.Boot())
        {
            var task = machine.NewTask();
            for (var more = 1; more < tasks; more++)
                machine.NewTask("one more");
            var door = task.ReceiveAndSend();
            task.SetLimit(door, 2);
            for (var sent = 0; sent < 2; sent++)
                Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(door, MACH_MSG_TYPE_COPY_SEND)));
            Assert.Equal(MACH_SEND_TIMED_OUT, task.Send(new Note(door, MACH_MSG_TYPE_COPY_SEND), MACH_SEND_TIMEOUT));
            task.Receive(door);
            Assert.Equal(KERN_SUCCESS, task.Ports().Message.mach_port_get_srights(task.Self, door, out _));
            Assert.Equal(KERN_INVALID_NAME, task.Ports().Message.mach_port_get_srights(task.Self, 0x7fff03, out _));

            using var reading = new Reading();
            var kernel = reading.All.First(static found => found is { Instrument: "mach.tasks", Value: tasks }).Kernel;
            long Of(string instrument, string? what = null, string? outcome = null) =>
                reading.All.Single(found => (found.Instrument, found.Kernel) == (instrument, kernel) && (what is null || found.What == what) && found.Outcome == outcome).Value;

            // Two messages, a request of SetLimit perhaps, two requests to the kernel; one message and two replies.
            Assert.Equal((1L, 1L), (Of("mach.routines", "mach_port_get_srights", "success"), Of("mach.routines", "mach_port_get_srights", "failure")));
            Assert.Equal((1L, 1L), (Of("mach.queue.full"), Of("mach.messages.held")));
            Assert.True(Of("mach.messages.sent") >= 4 && Of("mach.messages.received") == Of("mach.messages.sent") - 1);
            Assert.True(Of("mach.traps", world.MessageTrap) >= 4 && Of("mach.threads") >= 1 && Of("mach.ports") > tasks);
        }
        using var after = new Reading();
        Assert.DoesNotContain(after.All, static found => found is { Instrument: "mach.tasks", Value: tasks });
    }

    [Theory, EveryWorld]
    public void Keep_the_counts_of_threads_that_have_gone(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var door = task.ReceiveAndSend();
        var before = machine.Tally();
        var host = new Thread(() => task.Send(new Note(door, MACH_MSG_TYPE_COPY_SEND)));
        host.Start();
        host.Join();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var after = machine.Tally();
        Assert.Equal(before.MessagesSent + 1, after.MessagesSent);
        Assert.Equal(before.MessagesReceived, after.MessagesReceived);
    }
}
