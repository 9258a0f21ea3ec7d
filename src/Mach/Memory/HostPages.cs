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

    /// <summary>Gives a part of a mapping back. On Windows its addresses stay reserved until <see cref="Release"/>.</summary>
    internal static void Unmap(byte* at, nuint size)
    {
        if (OperatingSystem.IsWindows())
            _ = VirtualFree(at, size, Decommit);
        else
            _ = UnmapUnix(at, size);
    }

    /// <summary>Gives the addresses of a whole mapping back, all of whose pages were unmapped.</summary>
    internal static void Release(byte* at)
    {
        if (OperatingSystem.IsWindows())
            _ = VirtualFree(at, 0, ReleaseAddresses);
    }

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

    private const int DontNeedLinux = 4;
    private const int FreeBsd = 5;
    private const uint ResetPages = 0x80000;
    private const int ReadWrite = 3;
    private const int Private = 2;
    private const int AnonymousLinux = 0x20;
    private const int NoReserveLinux = 0x4000;
    private const int AnonymousBsd = 0x1000;

    private const uint CommitPages = 0x1000;
    private const uint Reserve = 0x2000;
    private const uint Decommit = 0x4000;
    private const uint ReleaseAddresses = 0x8000;
    private const uint ReadWriteWindows = 4;

    [LibraryImport("libc", EntryPoint = "mmap")]
    private static partial void* MapUnix(void* at, nuint size, int protection, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "munmap")]
    private static partial int UnmapUnix(void* at, nuint size);

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(void* at, nuint size, int advice);

    [LibraryImport("kernel32.dll"), SupportedOSPlatform("windows")]
    private static partial void* VirtualAlloc(void* at, nuint size, uint kind, uint protection);

    [LibraryImport("kernel32.dll"), SupportedOSPlatform("windows")]
    private static partial int VirtualFree(void* at, nuint size, uint kind);
}
