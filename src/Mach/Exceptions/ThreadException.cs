namespace Mach;

/// <summary>An exception as its handler sees it, until it is answered.</summary>
/// <remarks>What it carries belongs to it and is released once it was answered: copy a right out of it that is to last longer.</remarks>
public sealed class ThreadException
{
    private readonly uint[] _state;
    private uint[]? _newState;

    internal ThreadException(
        int requestId, int type, long code, long subcode, SendOnceRight? reply, SendRight? thread, SendRight? task, SendRight? token,
        ulong threadNumber, int flavor, ReadOnlySpan<uint> state)
    {
        RequestId = requestId;
        Type = (ExceptionType)type;
        Code = code;
        Subcode = subcode;
        Reply = reply;
        Thread = thread is null ? null : new ThreadPort(thread);
        Task = task is null ? null : new TaskPort(task);
        TaskToken = token;
        ThreadNumber = threadNumber;
        Flavor = flavor;
        _state = [.. state];
    }

    /// <summary>What happened.</summary>
    public ExceptionType Type { get; }

    /// <summary>The first code: for a bad access why it failed, as a <see cref="kern_return_t"/>.</summary>
    public long Code { get; }

    /// <summary>The second code: for a bad access the address.</summary>
    public long Subcode { get; }

    /// <summary>The thread, where the behaviour tells; null when it has ended.</summary>
    public ThreadPort? Thread { get; }

    /// <summary>Its task, where the behaviour tells; null when it has ended.</summary>
    public TaskPort? Task { get; }

    /// <summary>A token that names the task, where the behaviour protects its identity.</summary>
    public SendRight? TaskToken { get; }

    /// <summary>The thread's number, where the behaviour protects its identity; else 0.</summary>
    public ulong ThreadNumber { get; }

    /// <summary>The flavor of <see cref="State"/>; 0 where the behaviour tells none.</summary>
    public int Flavor { get; private set; }

    /// <summary>The registers, in words of the flavor; empty where the behaviour tells none.</summary>
    public ReadOnlySpan<uint> State => _newState ?? _state;

    /// <summary>True when an answer can carry registers.</summary>
    public bool TakesState => RequestId is 2402 or 2403 or 2406 or 2407 or 2410;

    internal int RequestId { get; }

    internal SendOnceRight? Reply { get; }

    /// <summary>The registers from which the thread is to go on when the exception is handled.</summary>
    /// <param name="flavor">Whichever flavor the thread has.</param>
    /// <param name="state">Exactly as many words as the flavor has: else the thread is not handled.</param>
    /// <exception cref="InvalidOperationException">The behaviour takes none: set them through <see cref="Thread"/>.</exception>
    public void SetState(int flavor, ReadOnlySpan<uint> state)
    {
        if (!TakesState)
            throw new InvalidOperationException($"An answer to {RequestId} carries no registers.");
        ArgumentOutOfRangeException.ThrowIfGreaterThan(state.Length, THREAD_STATE_MAX, nameof(state));
        Flavor = flavor;
        _newState = [.. state];
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Type} (0x{Code:x}, 0x{Subcode:x})";

    internal void Release()
    {
        Thread?.Dispose();
        Task?.Dispose();
        TaskToken?.Dispose();
        Reply?.Dispose();
    }
}
