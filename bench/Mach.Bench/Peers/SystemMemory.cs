using System.Runtime.InteropServices;
using Mach.Bench.Measuring;

namespace Mach.Bench.Peers;

/// <summary>Pages straight from Linux.</summary>
internal static unsafe partial class SystemMemory
{
    public const int Private = 2, Shared = 1, Fixed = 0x10, Anonymous = 0x20, NoReserve = 0x4000;

    public static byte* Map(void* at, nuint size, int flags, int file = -1)
    {
        if (!OperatingSystem.IsLinux())
            throw new UnavailableException("needs Linux");
        var mapped = mmap(at, size, 3, flags, file, 0);
        return mapped == (void*)-1 ? throw new InvalidOperationException("The system has no pages.") : (byte*)mapped;
    }

    public static void Unmap(void* at, nuint size) => _ = munmap(at, size);

    public static int NewFile(nuint size)
    {
        if (!OperatingSystem.IsLinux())
            throw new UnavailableException("needs Linux");
        var file = memfd_create("bench", 0);
        return ftruncate(file, (nint)size) == 0 ? file : throw new InvalidOperationException("The system has no memory file.");
    }

    public static void Punch(int file, nuint size) => _ = fallocate(file, 3, 0, (nint)size);

    [LibraryImport("libc")]
    private static partial int fallocate(int file, int mode, nint offset, nint size);

    [LibraryImport("libc")]
    private static partial void* mmap(void* at, nuint size, int protection, int flags, int file, nint offset);

    [LibraryImport("libc")]
    private static partial int munmap(void* at, nuint size);

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int memfd_create(string name, uint flags);

    [LibraryImport("libc")]
    private static partial int ftruncate(int file, nint size);
}
