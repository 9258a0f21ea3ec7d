namespace Mach.Darwin;

/// <summary>OS threads that sleep in the system for threads that have none.</summary>
/// <remarks>
/// Q1 Each has one trap or is idle, and then it is in <see cref="_idle"/>. There is no limit: a wait that had to wait for a thread
///    might be the one that another waits for. An idle one ends after a while.
/// </remarks>
internal sealed class SleepingThreads(DarwinKernel kernel)
{
    private const int StackSize = 256 * 1024;

    private static readonly TimeSpan s_idleTime = TimeSpan.FromSeconds(20);

    private readonly Lock _gate = new();
    private readonly List<Worker> _idle = [];   // _gate

    private DarwinKernel Kernel { get; } = kernel;

    /// <summary>Has an OS thread make the trap in the thread's frame and complete it.</summary>
    internal void Start(DarwinThread sleeper)
    {
        Worker? worker = null;
        lock (_gate)
        {
            if (_idle.Count != 0)
            {
                worker = _idle[^1];
                _idle.RemoveAt(_idle.Count - 1);
            }
        }

        (worker ?? new Worker(this)).Give(sleeper);
    }

    private void BecomeIdle(Worker worker)
    {
        lock (_gate)
            _idle.Add(worker);
    }

    /// <summary>False when work is on its way to it.</summary>
    private bool TryRetire(Worker worker)
    {
        lock (_gate)
            return _idle.Remove(worker);
    }

    private sealed class Worker
    {
        private readonly SleepingThreads _pool;
        private readonly object _given = new();
        private DarwinThread? _sleeper;   // _given

        internal Worker(SleepingThreads pool)
        {
            _pool = pool;
            new Thread(Run, StackSize) { IsBackground = true, Name = "Mach wait" }.Start();
        }

        internal void Give(DarwinThread sleeper)
        {
            lock (_given)
            {
                _sleeper = sleeper;
                Monitor.Pulse(_given);
            }
        }

        private void Run()
        {
            while (Take() is { } sleeper)
            {
                _pool.Kernel.Sleep(sleeper, ref sleeper.Frame);
                // Whoever is told may start the next wait at once, and overwrite the frame.
                TrapFrame frame = sleeper.Frame;
                sleeper.Owner.Complete(ref frame);
                _pool.BecomeIdle(this);
            }
        }

        /// <summary>The next thread to sleep for; null when none came for a while.</summary>
        private DarwinThread? Take()
        {
            lock (_given)
            {
                while (_sleeper is null)
                {
                    if (!Monitor.Wait(_given, s_idleTime) && _sleeper is null && _pool.TryRetire(this))
                        return null;
                }

                DarwinThread sleeper = _sleeper;
                _sleeper = null;
                return sleeper;
            }
        }
    }
}
