namespace Mach.Kernel;

/// <summary>
/// What a kernel holds at a moment when nothing happens in it, and whether its counts of rights agree with the rights
/// that can be found. While threads are at work, rights in their hands are found nowhere and make discrepancies; a
/// <see cref="KernelSnapshot"/> knows the difference.
/// </summary>
/// <param name="Tasks">Tasks alive.</param>
/// <param name="Ports">Ports alive, the kernel's own for tasks, threads and the host included.</param>
/// <param name="Names">Names in all spaces.</param>
/// <param name="Messages">Messages in queues or on their way.</param>
/// <param name="OutOfLineRegions">Out-of-line regions held by messages.</param>
/// <param name="OutOfLineBytes">Their bytes.</param>
/// <param name="SleepingThreads">Threads with a deadline running.</param>
/// <param name="RunningTimers">Armed timers and alarms that are set.</param>
/// <param name="Discrepancies">A line for each count that differs from what was found; empty when every right is accounted for.</param>
public sealed record KernelCensus(
    int Tasks, int Ports, int Names, int Messages, int OutOfLineRegions, long OutOfLineBytes, int SleepingThreads, int RunningTimers,
    IReadOnlyList<string> Discrepancies);
