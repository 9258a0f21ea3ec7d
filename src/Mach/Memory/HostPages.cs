using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Mach;

/// <summary>Pages of the process, straight from the system.</summary>
internal static unsafe partial class HostPages
{
    /// <summary>Size of a page.</summary>
    internal static readonly nuint Size = (nuint)Environment.SystemPageSize;

    private static readonly bool s_linux = OperatingSystem.IsLinux() || OperatingSystem.IsAndroid();

    /// <summary>Rounds up to whole pages; 0 when that overflows.</summary>
    internal static nuint RoundUp(nuint size) => (size + (Size - 1)) & ~(Size - 1);

    /// <summary>Maps zeroed pages; null when the system has none.</summary>
    /// <param name="size">Bytes, whole pages.</param>
    /// <param name="untilUse">Only the addresses are wanted now; see <see cref="Commit"/>.</param>
    internal static byte* Map(nuint size, bool untilUse = false)
    {
        if (OperatingSystem.IsWindows())
            return (byte*)VirtualAlloc(null, size, untilUse ? Reserve : Reserve | CommitPages, ReadWriteWindows);
        int flags = Private | (s_linux ? AnonymousLinux | (untilUse ? NoReserveLinux : 0) : AnonymousBsd);
        void* at = MapUnix(null, size, ReadWrite, flags, -1, 0);
        return at == (void*)-1 ? null : (byte*)at;
    }

    /// <summary>Makes reserved pages usable; on systems other than Windows they already are.</summary>
    internal static bool Commit(byte* at, nuint size) =>
        !OperatingSystem.IsWindows() || VirtualAlloc(at, size, CommitPages, ReadWriteWindows) != null;

    /// <summary>Replaces pages by fresh zeroed ones that use no memory until they are used.</summary>
    internal static void Renew(byte* at, nuint size)
    {
        if (OperatingSystem.IsWindows())
        {
            _ = VirtualFree(at, size, Decommit);
            _ = Commit(at, size);
        }
        else
        {
            _ = MapUnix(at, size, ReadWrite, Private | Fixed | (s_linux ? AnonymousLinux | NoReserveLinux : AnonymousBsd), -1, 0);
        }
    }

    /// <summary>Sets what may be done to pages: VM_PROT bits.</summary>
    internal static bool Protect(byte* at, nuint size, int protection)
    {
        if (!OperatingSystem.IsWindows())
            return ProtectUnix(at, size, protection) == 0;
        uint old;
        return VirtualProtect(at, size, WindowsProtections[protection & 7], &old) != 0;
    }

    /// <summary>Unmaps pages that were mapped at an address of the caller's choice.</summary>
    internal static void Unmap(byte* at, nuint size) => _ = UnmapUnix(at, size);

    /// <summary>The contents of the pages are not wanted any more; they stay readable and writable.</summary>
    internal static void Forget(byte* at, nuint size)
    {
        if (s_linux)
            _ = Advise(at, size, DontNeedLinux);
        else if (OperatingSystem.IsWindows())
            _ = VirtualAlloc(at, size, ResetPages, ReadWriteWindows);
        else
            _ = Advise(at, size, FreeBsd);
    }

    /// <summary>How many pages of a mapping are in memory; all of them where the system does not tell.</summary>
    internal static nuint CountResident(byte* at, nuint size)
    {
        nuint found = 0;
        byte* seen = stackalloc byte[512];
        for (nuint page = 0, pages = size / Size; page < pages; page += 512)
        {
            nuint count = Math.Min(pages - page, 512);
            if (OperatingSystem.IsWindows() || InCore(at + (page * Size), count * Size, seen) != 0)
                return pages;
            for (nuint i = 0; i < count; i++)
                found += (nuint)(seen[i] & 1);
        }

        return found;
    }

    private static ReadOnlySpan<uint> WindowsProtections => [0x01, 0x02, 0x04, 0x04, 0x10, 0x20, 0x40, 0x40];

    private const int DontNeedLinux = 4;
    private const int FreeBsd = 5;
    private const uint ResetPages = 0x80000;
    private const int ReadWrite = 3;
    private const int Private = 2;
    private const int Fixed = 0x10;
    private const int AnonymousLinux = 0x20;
    private const int NoReserveLinux = 0x4000;
    private const int AnonymousBsd = 0x1000;

    private const uint CommitPages = 0x1000;
    private const uint Reserve = 0x2000;
    private const uint Decommit = 0x4000;
    private const uint ReadWriteWindows = 4;

    [LibraryImport("libc", EntryPoint = "mmap")]
    private static partial void* MapUnix(void* at, nuint size, int protection, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "munmap")]
    private static partial int UnmapUnix(void* at, nuint size);

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(void* at, nuint size, int advice);

    [LibraryImport("libc", EntryPoint = "mprotect")]
    private static partial int ProtectUnix(void* at, nuint size, int protection);

    [LibraryImport("libc", EntryPoint = "mincore")]
    private static partial int InCore(void* at, nuint size, byte* seen);

    [LibraryImport("kernel32.dll"), SupportedOSPlatform("windows")]
    private static partial int VirtualProtect(void* at, nuint size, uint protection, uint* old);

    [LibraryImport("kernel32.dll"), SupportedOSPlatform("windows")]
    private static partial void* VirtualAlloc(void* at, nuint size, uint kind, uint protection);

    [LibraryImport("kernel32.dll"), SupportedOSPlatform("windows")]
    private static partial int VirtualFree(void* at, nuint size, uint kind);
}
