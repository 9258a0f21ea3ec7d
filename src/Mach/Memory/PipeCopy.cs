using System.Runtime.InteropServices;

namespace Mach;

/// <summary>Checked copies through a pipe, for Unix systems that have or allow no better way: slow and certain.</summary>
internal static unsafe partial class PipeCopy
{
    private const int Chunk = 4096;   // every pipe holds as much

    private static readonly Lock s_gate = new();
    private static int s_readEnd = -1;    // s_gate
    private static int s_writeEnd = -1;   // s_gate

    internal static bool Transfer(ulong address, byte* local, nuint length, bool toAddress)
    {
        lock (s_gate)
        {
            if (s_readEnd < 0 && !Open())
                return false;
            while (length != 0)
            {
                nuint part = Math.Min(length, Chunk);
                void* from = toAddress ? local : (void*)address;
                void* to = toAddress ? (void*)address : local;
                nint written = Write(s_writeEnd, from, part);
                nint read = written <= 0 ? 0 : Math.Max(0, Read(s_readEnd, to, (nuint)written));
                Drain(written - read);
                if (written != (nint)part || read != written)
                    return false;
                address += part;
                local += part;
                length -= part;
            }

            return true;
        }
    }

    private static bool Open()
    {
        int* ends = stackalloc int[2];
        if (Pipe(ends) != 0)
            return false;
        s_readEnd = ends[0];
        s_writeEnd = ends[1];
        return true;
    }

    private static void Drain(nint left)
    {
        byte* nowhere = stackalloc byte[256];
        while (left > 0)
        {
            nint read = Read(s_readEnd, nowhere, (nuint)Math.Min(left, 256));
            if (read <= 0)
                return;
            left -= read;
        }
    }

    [LibraryImport("libc", EntryPoint = "pipe")]
    private static partial int Pipe(int* ends);

    [LibraryImport("libc", EntryPoint = "read")]
    private static partial nint Read(int descriptor, void* buffer, nuint size);

    [LibraryImport("libc", EntryPoint = "write")]
    private static partial nint Write(int descriptor, void* buffer, nuint size);
}
