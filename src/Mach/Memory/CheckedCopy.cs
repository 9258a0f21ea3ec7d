using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Mach;

/// <summary>Copies from and to any address of this process. A bad address gives false, never a crash.</summary>
/// <remarks>The system makes the copy, since it alone can look at a page and survive that the page is not there.</remarks>
internal static unsafe partial class CheckedCopy
{
    private static readonly bool s_linux = OperatingSystem.IsLinux() || OperatingSystem.IsAndroid();

    /// <summary>Copies <paramref name="destination"/>'s length of bytes from the address.</summary>
    internal static bool TryRead(ulong address, Span<byte> destination)
    {
        if (!IsRange(address, destination.Length))
            return false;
        fixed (byte* local = destination)
            return Transfer(address, local, (nuint)destination.Length, toAddress: false);
    }

    /// <summary>Copies <paramref name="source"/> to the address.</summary>
    internal static bool TryWrite(ulong address, ReadOnlySpan<byte> source)
    {
        if (!IsRange(address, source.Length))
            return false;
        fixed (byte* local = source)
            return Transfer(address, local, (nuint)source.Length, toAddress: true);
    }

    private static bool IsRange(ulong address, int length) =>
        address <= nuint.MaxValue && (ulong)length <= nuint.MaxValue - address;

    private static bool Transfer(ulong address, byte* local, nuint length, bool toAddress)
    {
        if (length == 0)
            return true;
        if (s_linux)
            return TransferLinux(address, local, length, toAddress);
        if (OperatingSystem.IsWindows())
            return TransferWindows(address, local, length, toAddress);
        return OperatingSystem.IsMacOS() || OperatingSystem.IsIOS() || OperatingSystem.IsTvOS()
            ? DarwinMemory.Transfer(address, local, length, toAddress)
            : PipeCopy.Transfer(address, local, length, toAddress);
    }

    // --- Linux: process_vm_readv and process_vm_writev on this very process -------------------------------------------

    [StructLayout(LayoutKind.Sequential)]
    private struct Piece
    {
        internal nuint Start;
        internal nuint Length;
    }

    private static readonly int s_process = Environment.ProcessId;
    private static volatile bool s_refused;   // a sandbox may forbid the calls

    private static bool TransferLinux(ulong address, byte* local, nuint length, bool toAddress)
    {
        while (!s_refused)
        {
            Piece here = new() { Start = (nuint)local, Length = length };
            Piece there = new() { Start = (nuint)address, Length = length };
            nint moved = toAddress
                ? ProcessWrite(s_process, &here, 1, &there, 1, 0)
                : ProcessRead(s_process, &here, 1, &there, 1, 0);
            if (moved == (nint)length)
                return true;
            if (moved > 0)
            {
                // Stopped at a bad page, or at the most that one call moves.
                address += (nuint)moved;
                local += moved;
                length -= (nuint)moved;
                continue;
            }

            int error = Marshal.GetLastSystemError();
            const int refused = 1, noSuchCall = 38;
            if (error is not (refused or noSuchCall))
                return false;
            s_refused = true;
        }

        return PipeCopy.Transfer(address, local, length, toAddress);
    }

    [LibraryImport("libc", EntryPoint = "process_vm_readv")]
    private static partial nint ProcessRead(int process, Piece* local, nuint locals, Piece* remote, nuint remotes, nuint flags);

    [LibraryImport("libc", EntryPoint = "process_vm_writev")]
    private static partial nint ProcessWrite(int process, Piece* local, nuint locals, Piece* remote, nuint remotes, nuint flags);

    // --- Windows ------------------------------------------------------------------------------------------------------

    [SupportedOSPlatform("windows")]
    private static bool TransferWindows(ulong address, byte* local, nuint length, bool toAddress)
    {
        nuint moved = 0;
        int done = toAddress
            ? WriteProcessMemory(-1, (void*)address, local, length, &moved)
            : ReadProcessMemory(-1, (void*)address, local, length, &moved);
        return done != 0 && moved == length;
    }

    [LibraryImport("kernel32.dll"), SupportedOSPlatform("windows")]
    private static partial int ReadProcessMemory(nint process, void* address, void* buffer, nuint size, nuint* moved);

    [LibraryImport("kernel32.dll"), SupportedOSPlatform("windows")]
    private static partial int WriteProcessMemory(nint process, void* address, void* buffer, nuint size, nuint* moved);
}
