namespace Mach.Kernel;

/// <summary>
/// Reading and writing the registers of a thread that has a CPU, by flavor (R-THR-9, R-THR-10). A thread without one runs code of this
/// process: its registers are refused with KERN_NOT_SUPPORTED.
/// </summary>
internal static class ThreadStates
{
    /// <summary>Reads a state; the thread stands meanwhile.</summary>
    internal static kern_return_t Read(KThread thread, int flavor, Span<uint> words, out uint count)
    {
        count = 0;
        if (thread.IsEnded)
            return KERN_TERMINATED;
        if (thread.User.Cpu is not { } cpu)
            return KERN_NOT_SUPPORTED;
        var list = StateFlavors.List(cpu.Kind, flavor);
        if (!list.IsEmpty)
            return ReadList(list, words, out count);
        var layout = StateFlavors.Of(cpu.Kind, flavor);
        if (!layout.IsKnown || words.Length < layout.Count)
            return KERN_INVALID_ARGUMENT;
        words = words[..layout.Count];
        var inner = flavor;
        var registers = words;
        if (layout.Inner != 0)
        {
            inner = layout.Inner;
            registers = words[StateFlavor.HeaderWords..];
            (words[0], words[1]) = ((uint)inner, (uint)registers.Length);
        }
        cpu.Stop();
        var read = cpu.TryRead(inner, registers);
        cpu.Go();
        count = read ? (uint)layout.Count : 0;
        return read ? KERN_SUCCESS : KERN_INVALID_ARGUMENT;
    }

    /// <summary>Writes a state; the thread stands meanwhile.</summary>
    internal static kern_return_t Write(KThread thread, int flavor, ReadOnlySpan<uint> words)
    {
        if (thread.IsEnded)
            return KERN_TERMINATED;
        if (thread.User.Cpu is not { } cpu)
            return KERN_NOT_SUPPORTED;
        var code = Check(cpu.Kind, flavor, words, out var layout);
        if (code != KERN_SUCCESS || !layout.IsWritable)
            return code;
        var inner = layout.Inner == 0 ? flavor : layout.Inner;
        var registers = layout.Inner == 0 ? words : words[StateFlavor.HeaderWords..];
        cpu.Stop();
        var written = cpu.TryWrite(inner, registers);
        cpu.Go();
        return written ? KERN_SUCCESS : KERN_INVALID_ARGUMENT;
    }

    /// <summary>What is wrong with a state that is to be set on a thread of this kind.</summary>
    internal static kern_return_t Check(CpuKind kind, int flavor, ReadOnlySpan<uint> words, out StateFlavor layout)
    {
        layout = StateFlavors.Of(kind, flavor);
        var good = layout.IsKnown && words.Length == layout.Count
            && (layout.IsWritable || (kind == CpuKind.Arm64 && flavor != ARM_PAGEIN_STATE))
            && (layout.Inner == 0 || (words[0] == layout.Inner && words[1] == layout.Count - StateFlavor.HeaderWords));
        return good ? KERN_SUCCESS : KERN_INVALID_ARGUMENT;
    }

    /// <summary>thread_convert_thread_state: without signed pointers a state is the same inside and outside (R-THR-14).</summary>
    internal static kern_return_t Convert(int direction, ReadOnlySpan<uint> state, Span<uint> converted, out uint count)
    {
        count = 0;
        if (direction is not (THREAD_CONVERT_THREAD_STATE_TO_SELF or THREAD_CONVERT_THREAD_STATE_FROM_SELF))
            return KERN_INVALID_ARGUMENT;
        if (converted.Length < state.Length)
            return KERN_INSUFFICIENT_BUFFER_SIZE;
        state.CopyTo(converted);
        count = (uint)state.Length;
        return KERN_SUCCESS;
    }

    private static kern_return_t ReadList(ReadOnlySpan<int> list, Span<uint> words, out uint count)
    {
        count = 0;
        if (words.Length < list.Length)
            return KERN_INVALID_ARGUMENT;
        for (var index = 0; index < list.Length; index++)
            words[index] = (uint)list[index];
        count = (uint)list.Length;
        return KERN_SUCCESS;
    }
}
