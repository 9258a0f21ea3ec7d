namespace Mach.Kernel;

/// <summary>An invariant of the kernel is broken: a fault of ours, never of a caller.</summary>
public sealed class KernelPanicException : Exception
{
    /// <summary>Makes one without a word.</summary>
    public KernelPanicException()
    {
    }

    /// <summary>Says which invariant.</summary>
    public KernelPanicException(string message)
        : base(message)
    {
    }

    /// <summary>Says which invariant, and what was being handled.</summary>
    public KernelPanicException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
