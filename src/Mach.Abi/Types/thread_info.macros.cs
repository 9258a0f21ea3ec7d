namespace Mach.Abi;

// mach/thread_info.h: macros with arguments
public static partial class MachConstants
{
    /// <summary>Counts one operation of that many bytes.</summary>
    public static void UPDATE_IO_STATS(ref io_stat_entry info, ulong size)
    {
        info.count++;
        info.size += size;
    }

    /// <summary>Counts one operation of that many bytes; others may count at the same time.</summary>
    public static void UPDATE_IO_STATS_ATOMIC(ref io_stat_entry info, ulong io_size)
    {
        Interlocked.Increment(ref info.count);
        Interlocked.Add(ref info.size, io_size);
    }
}
