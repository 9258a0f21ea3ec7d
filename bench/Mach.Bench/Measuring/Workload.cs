namespace Mach.Bench.Measuring;

/// <summary>Something that is repeated and timed. Threads it needs are made once and live until it is disposed.</summary>
internal abstract class Workload : IDisposable
{
    /// <summary>Performs so many operations, one after the other, and returns when the last is complete.</summary>
    public abstract void Run(long operations);

    /// <summary>The time that <see cref="Run"/> takes. A workload that runs elsewhere times itself.</summary>
    public virtual double Nanoseconds(long operations)
    {
        var start = System.Diagnostics.Stopwatch.GetTimestamp();
        Run(operations);
        return System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }

    /// <inheritdoc/>
    public void Dispose() => End();

    /// <summary>Ends its threads.</summary>
    protected virtual void End()
    {
    }
}
