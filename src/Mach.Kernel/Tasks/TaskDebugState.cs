namespace Mach.Kernel;

/// <summary>The debug registers that all threads of a task share, new ones too (R-TSK-40).</summary>
internal sealed class TaskDebugState(KTask task)
{
    private RankedLock _gate = new(LockRank.Leaf);
    private uint[]? _words;      // _gate; null until they are set
    private int _flavor;         // _gate; without a header

    /// <summary>task_get_state: the count must be exact.</summary>
    internal kern_return_t Read(int flavor, Span<uint> words, out uint count)
    {
        count = 0;
        var code = Check(flavor, words.Length, out var layout);
        if (code != KERN_SUCCESS)
            return code;
        words.Clear();
        var registers = words;
        if (layout.Inner != 0)
        {
            registers = words[StateFlavor.HeaderWords..];
            (words[0], words[1]) = ((uint)layout.Inner, (uint)registers.Length);
        }
        _gate.Enter();
        _words?.CopyTo(registers);
        _gate.Exit();
        count = (uint)words.Length;
        return KERN_SUCCESS;
    }

    /// <summary>task_set_state.</summary>
    internal kern_return_t Write(int flavor, ReadOnlySpan<uint> words)
    {
        var code = Check(flavor, words.Length, out var layout);
        if (code == KERN_SUCCESS)
            code = ThreadStates.Check(task.Kind, flavor, words, out _);
        if (code != KERN_SUCCESS)
            return code;
        var inner = layout.Inner == 0 ? flavor : layout.Inner;
        uint[] registers = [.. layout.Inner == 0 ? words : words[StateFlavor.HeaderWords..]];
        _gate.Enter();
        (_words, _flavor) = (registers, inner);
        _gate.Exit();
        foreach (var thread in task.Threads())
            ThreadStates.Write(thread, inner, registers);
        return KERN_SUCCESS;
    }

    /// <summary>A new thread gets what was set.</summary>
    internal void ApplyTo(KThread thread)
    {
        _gate.Enter();
        var (words, flavor) = (_words, _flavor);
        _gate.Exit();
        if (words is not null)
            ThreadStates.Write(thread, flavor, words);
    }

    private kern_return_t Check(int flavor, int count, out StateFlavor layout)
    {
        layout = StateFlavors.Of(task.Kind, flavor);
        var debugs = task.Kind == CpuKind.Arm64 ? flavor == ARM_DEBUG_STATE64 : flavor is x86_DEBUG_STATE64 or x86_DEBUG_STATE;
        if (!debugs || count != layout.Count)
            return KERN_INVALID_ARGUMENT;
        return task.Threads().Any(static thread => thread.User.Cpu is not null) ? KERN_SUCCESS : KERN_NOT_SUPPORTED;
    }
}
