using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Mach.Conformance;

/// <summary>Pages between two that nobody can touch: for messages and memory that run over an edge.</summary>
public sealed unsafe partial class Fence : IDisposable
{
    private static readonly nuint s_page = (nuint)Environment.SystemPageSize;

    private readonly byte* _pages;
    private readonly nuint _size;

    public Fence(int pages = 1)
    {
        _size = (nuint)(pages + 2) * s_page;
        _pages = Map(_size);
        Protect(_pages, s_page, None);
        Protect(_pages + _size - s_page, s_page, None);
    }

    /// <summary>The first byte that can be touched.</summary>
    public ulong Low => (ulong)(_pages + s_page);

    /// <summary>The first byte behind them that cannot be touched.</summary>
    public ulong High => (ulong)(_pages + _size - s_page);

    /// <summary>An address that cannot be touched, whole pages of it.</summary>
    public ulong Nowhere => High;

    /// <summary>Bytes that end at the edge.</summary>
    public ulong Before(ReadOnlySpan<byte> bytes)
    {
        var address = High - (ulong)bytes.Length;
        bytes.CopyTo(Party.Memory(address, bytes.Length));
        return address;
    }

    /// <summary>The first bytes of something whose rest lies beyond the edge.</summary>
    public ulong Across(ReadOnlySpan<byte> bytes, int readable) => Before(bytes[..readable]);

    /// <summary>From now on the pages can be read only.</summary>
    public Fence MakeReadOnly()
    {
        Protect(_pages + s_page, _size - (2 * s_page), ReadOnly);
        return this;
    }

    public void Dispose()
    {
        if (OperatingSystem.IsWindows())
            VirtualFree(_pages, 0, 0x8000);
        else
            munmap(_pages, _size);
    }

    private const int None = 0;
    private const int ReadOnly = 1;

    private static byte* Map(nuint size)
    {
        const int readWrite = 3, anonymousLinux = 0x22, anonymousBsd = 0x1002, commitAndReserve = 0x3000, readWriteWindows = 4;
        var pages = OperatingSystem.IsWindows()
            ? VirtualAlloc(null, size, commitAndReserve, readWriteWindows)
            : mmap(null, size, readWrite, OperatingSystem.IsLinux() ? anonymousLinux : anonymousBsd, -1, 0);
        Assert.False(pages is null || pages == (void*)-1, "The system has no pages.");
        return (byte*)pages;
    }

    private static void Protect(byte* start, nuint size, int protection)
    {
        const uint noAccessWindows = 1, readOnlyWindows = 2;
        var done = OperatingSystem.IsWindows()
            ? VirtualProtect(start, size, protection == None ? noAccessWindows : readOnlyWindows, out _) != 0
            : mprotect(start, size, protection) == 0;
        Assert.True(done, "The system does not protect pages.");
    }

    [LibraryImport("libc")]
    private static partial void* mmap(void* at, nuint size, int protection, int flags, int file, nint offset);

    [LibraryImport("libc")]
    private static partial int munmap(void* at, nuint size);

    [LibraryImport("libc")]
    private static partial int mprotect(void* at, nuint size, int protection);

    [LibraryImport("kernel32.dll"), SupportedOSPlatform("windows")]
    private static partial void* VirtualAlloc(void* at, nuint size, int kind, int protection);

    [LibraryImport("kernel32.dll"), SupportedOSPlatform("windows")]
    private static partial int VirtualFree(void* at, nuint size, uint kind);

    [LibraryImport("kernel32.dll"), SupportedOSPlatform("windows")]
    private static partial int VirtualProtect(void* at, nuint size, uint protection, out uint old);
}
