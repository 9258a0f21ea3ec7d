using System.Runtime.InteropServices;

namespace Mach;

/// <summary>Tells which pages of a copy-on-write view were written since it was made.</summary>
/// <remarks>Linux tells it page by page: a page that was written is no longer the file's.</remarks>
internal static class PageChanges
{
    private const ulong Present = 1UL << 63;
    private const ulong Swapped = 1UL << 62;
    private const ulong OfFile = 1UL << 61;

    private static readonly Microsoft.Win32.SafeHandles.SafeFileHandle? s_table = Open();

    /// <summary>Finds the next run of changed pages in [<paramref name="address"/>, <paramref name="end"/>).</summary>
    /// <param name="address">Where to look from; receives where to look next.</param>
    /// <param name="end">Where to stop.</param>
    /// <param name="start">Where the run begins.</param>
    /// <param name="size">Bytes of it; 0 when there is none.</param>
    /// <returns>False when the system does not tell.</returns>
    internal static bool TryFindNext(ref ulong address, ulong end, out ulong start, out ulong size)
    {
        start = size = 0;
        if (s_table is null)
            return false;
        ulong page = HostPages.Size;
        Span<ulong> entries = stackalloc ulong[512];
        while (address < end)
        {
            Span<ulong> part = entries[..(int)Math.Min(512, (end - address) / page)];
            if (RandomAccess.Read(s_table, MemoryMarshal.AsBytes(part), (long)(address / page * sizeof(ulong))) != part.Length * sizeof(ulong))
                return false;
            for (int i = 0; i < part.Length; i++)
            {
                bool changed = (part[i] & OfFile) == 0 && (part[i] & (Present | Swapped)) != 0;
                if (changed && size == 0)
                    start = address + ((ulong)i * page);
                if (changed)
                    size += page;
                else if (size != 0)
                {
                    address += (ulong)i * page;
                    return true;
                }
            }

            address += (ulong)part.Length * page;
        }

        return true;
    }

    private static Microsoft.Win32.SafeHandles.SafeFileHandle? Open()
    {
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsAndroid())
            return null;
        try
        {
            return File.OpenHandle("/proc/self/pagemap", FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
