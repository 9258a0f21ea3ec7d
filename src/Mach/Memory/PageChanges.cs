using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Mach;

/// <summary>Tells which pages of a copy-on-write view were written since it was made.</summary>
/// <remarks>Linux tells it: a page that was written is no longer the file's. Newer systems list such runs, older ones tell it page by page.</remarks>
internal static unsafe partial class PageChanges
{
    private const ulong Present = 1UL << 63;
    private const ulong Swapped = 1UL << 62;
    private const ulong OfFile = 1UL << 61;

    private static readonly SafeFileHandle? s_table = Open();
    private static volatile bool s_old;   // no lists

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
        if (!s_old && TryList(ref address, end, out start, out size))
            return true;
        return TryTell(ref address, end, out start, out size);
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct ScanArguments
    {
        internal ulong Size, Flags, Start, End, WalkEnd, Vector, VectorLength, MostPages, Inverted, Mask, AnyOf, Returned;
    }

    private static bool TryList(ref ulong address, ulong end, out ulong start, out ulong size)
    {
        const ulong ofFile = 1 << 2, present = 1 << 3, swapped = 1 << 4;
        const nuint scan = 0xC0606610;
        start = size = 0;
        ulong* found = stackalloc ulong[3];
        ScanArguments arguments = new()
        {
            Size = (ulong)sizeof(ScanArguments), Start = address, End = end, Vector = (ulong)found, VectorLength = 1,
            Inverted = ofFile, Mask = ofFile, AnyOf = present | swapped, Returned = present | swapped,
        };
        bool added = false;
        try
        {
            s_table!.DangerousAddRef(ref added);
            int runs = Control((int)s_table.DangerousGetHandle(), scan, &arguments);
            if (runs < 0)
            {
                s_old = true;
                return false;
            }

            address = runs == 0 ? end : found[1];
            start = runs == 0 ? 0 : found[0];
            size = runs == 0 ? 0 : found[1] - found[0];
            return true;
        }
        finally
        {
            if (added)
                s_table!.DangerousRelease();
        }
    }

    private static bool TryTell(ref ulong address, ulong end, out ulong start, out ulong size)
    {
        start = size = 0;
        ulong page = HostPages.Size;
        Span<ulong> entries = stackalloc ulong[512];
        while (address < end)
        {
            Span<ulong> part = entries[..(int)Math.Min(512, (end - address) / page)];
            if (RandomAccess.Read(s_table!, MemoryMarshal.AsBytes(part), (long)(address / page * sizeof(ulong))) != part.Length * sizeof(ulong))
                return false;
            for (int i = 0; i < part.Length; i++)
            {
                bool changed = (part[i] & OfFile) == 0 && (part[i] & (Present | Swapped)) != 0;
                if (changed && size == 0)
                    start = address + ((ulong)i * page);
                if (changed)
                {
                    size += page;
                }
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

    private static SafeFileHandle? Open()
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

    [LibraryImport("libc", EntryPoint = "ioctl")]
    private static partial int Control(int file, nuint request, void* argument);
}
