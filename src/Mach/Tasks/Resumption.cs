namespace Mach;

/// <summary>Work that a completed wait sets free: it runs on the thread whose trap completed it, or on the pool.</summary>
internal abstract class Resumption : TrapThread, IThreadPoolWorkItem
{
    /// <summary>Runs what waited.</summary>
    internal abstract void Resume();

    void IThreadPoolWorkItem.Execute() => Resume();
}
