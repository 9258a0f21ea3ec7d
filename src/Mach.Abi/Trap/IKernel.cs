namespace Mach.Abi;

/// <summary>What a trap answers at once.</summary>
public enum TrapStatus : byte
{
    /// <summary>The results are in the frame.</summary>
    Done,

    /// <summary>The thread sleeps in the kernel; <see cref="TrapThread.Complete"/> will bring the results.</summary>
    Blocked,
}

/// <summary>The whole of what user space knows about a kernel.</summary>
public interface IKernel
{
    /// <summary>Makes one trap on behalf of <paramref name="thread"/>.</summary>
    /// <remarks>
    /// When the answer is <see cref="TrapStatus.Blocked"/> the frame's contents mean nothing;
    /// <see cref="TrapThread.Complete"/> may already have been called before this returns.
    /// </remarks>
    TrapStatus Trap(TrapThread thread, ref TrapFrame frame);
}
