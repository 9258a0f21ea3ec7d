using System.Runtime.InteropServices;

namespace Mach;

/// <summary>A file in memory whose pages can be mapped in several places, as they are or copy-on-write.</summary>
/// <remarks>Linux and FreeBSD have it; elsewhere there is none, and pages are in one place only.</remarks>
internal static unsafe partial class PageFile
{
    private static readonly bool s_linux = OperatingSystem.IsLinux() || OperatingSystem.IsAndroid();

    /// <summary>Makes a file of a size that takes memory only where it is used; -1 when the system has none.</summary>
    internal static int Create(nuint size)
    {
        const uint closeOnExec = 1;
        if (!s_linux && !OperatingSystem.IsFreeBSD())
            return -1;
        ReadOnlySpan<byte> name = "mach"u8;
        int file;
        fixed (byte* text = name)
            file = MemoryFile(text, closeOnExec);
        if (file < 0)
            return -1;
        if (Resize(file, (nint)size) == 0)
            return file;
        _ = Close(file);
        return -1;
    }

    /// <summary>Maps a part of the file over whatever is at an address.</summary>
    internal static bool Map(int file, nuint offset, byte* at, nuint size, int protection, bool copy) =>
        Place(file, offset, at, size, protection, copy ? CopyOnWrite : Shared, Fixed);

    /// <summary>Maps a part of the file at an address where nothing is.</summary>
    internal static bool MapNew(int file, nuint offset, byte* at, nuint size, int protection, bool copy) =>
        s_linux && Place(file, offset, at, size, protection, copy ? CopyOnWrite : Shared, FixedNew);

    /// <summary>Takes the memory of a part away; it reads as zeros.</summary>
    internal static void Punch(int file, nuint offset, nuint size)
    {
        const int keepSize = 1, punchHole = 2;
        if (s_linux)
        {
            _ = Allocate(file, punchHole | keepSize, (nint)offset, (nint)size);
            return;
        }

        // The contents are what counts; the memory stays.
        Span<byte> zeros = stackalloc byte[4096];
        zeros.Clear();
        for (nuint at = 0; at < size; at += (nuint)zeros.Length)
            Write(file, offset + at, zeros);
    }

    /// <summary>Copies from the file.</summary>
    internal static void Read(int file, nuint offset, Span<byte> destination)
    {
        fixed (byte* to = destination)
        {
            for (int done = 0; done < destination.Length;)
            {
                nint read = ReadAt(file, to + done, (nuint)(destination.Length - done), (nint)offset + done);
                if (read <= 0)
                    throw new IOException("The memory file cannot be read.");
                done += (int)read;
            }
        }
    }

    /// <summary>Copies to the file.</summary>
    internal static void Write(int file, nuint offset, ReadOnlySpan<byte> source)
    {
        fixed (byte* from = source)
        {
            for (int done = 0; done < source.Length;)
            {
                nint written = WriteAt(file, from + done, (nuint)(source.Length - done), (nint)offset + done);
                if (written <= 0)
                    throw new IOException("The memory file cannot be written.");
                done += (int)written;
            }
        }
    }

    private const int Shared = 1;
    private const int CopyOnWrite = 2;
    private const int Fixed = 0x10;
    private const int FixedNew = 0x100000;
    private const int NoReserve = 0x4000;

    private static bool Place(int file, nuint offset, byte* at, nuint size, int protection, int kind, int where)
    {
        void* placed = MapUnix(at, size, protection, kind | where | (s_linux ? NoReserve : 0), file, (nint)offset);
        if (placed == at)
            return true;
        if (placed != (void*)-1)
            _ = Unmap(placed, size);
        return false;
    }

    [LibraryImport("libc", EntryPoint = "memfd_create")]
    private static partial int MemoryFile(byte* name, uint flags);

    [LibraryImport("libc", EntryPoint = "ftruncate")]
    private static partial int Resize(int file, nint size);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int file);

    [LibraryImport("libc", EntryPoint = "fallocate")]
    private static partial int Allocate(int file, int mode, nint offset, nint size);

    [LibraryImport("libc", EntryPoint = "pread")]
    private static partial nint ReadAt(int file, byte* buffer, nuint size, nint offset);

    [LibraryImport("libc", EntryPoint = "pwrite")]
    private static partial nint WriteAt(int file, byte* buffer, nuint size, nint offset);

    [LibraryImport("libc", EntryPoint = "mmap")]
    private static partial void* MapUnix(void* at, nuint size, int protection, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "munmap")]
    private static partial int Unmap(void* at, nuint size);
}
