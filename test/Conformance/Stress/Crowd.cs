using System.Text;

namespace Mach.Conformance.Stress;

/// <summary>Threads of tasks that work at the same time. They all end, or the test says who hangs where.</summary>
internal sealed class Crowd(Machine machine)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan s_glance = TimeSpan.FromMilliseconds(50);

    private readonly List<Worker> _workers = [];
    private readonly TaskCompletionSource _start = new();
    private volatile bool _broken;
    private int _ready;

    /// <summary>True once a worker failed: the others stop as soon as they can.</summary>
    internal bool IsBroken => _broken;

    internal IReadOnlyList<Worker> Workers => _workers;

    /// <summary>One more thread for a task; it begins with all others.</summary>
    internal Worker Add(string name, Party party, Action<Worker> work)
    {
        var worker = new Worker(this, (uint)_workers.Count, name, party, work);
        _workers.Add(worker);
        return worker;
    }

    internal void Break() => _broken = true;

    /// <summary>Waits until everybody may begin: when all have become threads of their tasks, before any task can be ended.</summary>
    internal void AwaitStart()
    {
        Interlocked.Increment(ref _ready);
        _start.Task.Wait();
    }

    /// <summary>Runs until everybody has ended.</summary>
    internal void Run()
    {
        foreach (var worker in _workers)
            worker.Start();
        SpinWait.SpinUntil(() => Volatile.Read(ref _ready) == _workers.Count || _broken, s_patience);
        _start.SetResult();
        var hung = Join(s_patience) ? null : Describe();
        if (hung is not null)
        {
            Break();
            Join(TimeSpan.FromSeconds(20));
        }
        var failures = _workers.Select(static worker => worker.Failure).Where(static failure => failure is not null and not OperationCanceledException);
        if (failures.FirstOrDefault() is { } failure)
            throw new InvalidOperationException("A worker failed: " + failure.Message, failure);
        Assert.True(hung is null, hung);
        // The threads' records go with their OS threads, not at some moment of the next count.
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }

    /// <summary>Meets the others; gives up when one of them has failed.</summary>
    internal void Meet(Barrier barrier)
    {
        while (!barrier.SignalAndWait(s_glance))
        {
            if (_broken)
                throw new OperationCanceledException("Another worker failed.");
        }
    }

    private bool Join(TimeSpan patience)
    {
        var end = Environment.TickCount64 + (long)patience.TotalMilliseconds;
        foreach (var worker in _workers)
        {
            while (!worker.Join(s_glance))
            {
                if (Environment.TickCount64 > end)
                    return false;
                if (_broken)
                    _workers.ForEach(static other => other.Interrupt());
            }
        }
        return true;
    }

    private string Describe()
    {
        var text = new StringBuilder("Some never ended:\n");
        foreach (var worker in _workers)
            text.Append("  ").Append(worker).Append('\n');
        var census = machine.Census();
        text.Append(census).Append('\n');
        foreach (var line in census.Discrepancies)
            text.Append("  ").Append(line).Append('\n');
        return text.ToString();
    }
}
