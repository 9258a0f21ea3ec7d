using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Mach;

/// <summary>Sleeping on the value of a word and waking its sleeper: futex on Linux, WaitOnAddress on Windows.</summary>
internal static unsafe partial class AddressWait
{
    // Both are private to the process.
    private const int FutexWait = 0 | 128;
    private const int FutexWake = 1 | 128;

    /// <summary>The number of the futex call on this processor; 0 where it is not known.</summary>
    private static readonly nint s_futex = !OperatingSystem.IsLinux() && !OperatingSystem.IsAndroid() ? 0 : RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 => 202,
        Architecture.Arm64 or Architecture.RiscV64 or Architecture.LoongArch64 => 98,
        _ => 0,
    };

    /// <summary>False where this system gives no such wait; a lock and a condition must then do.</summary>
    internal static readonly bool IsSupported = s_futex != 0 || OperatingSystem.IsWindowsVersionAtLeast(6, 2);

    /// <summary>Sleeps if the word still holds <paramref name="expected"/>. May return for no reason.</summary>
    internal static void Wait(int* word, int expected)
    {
        if (s_futex != 0)
            _ = Syscall(s_futex, word, FutexWait, expected, null, null, 0);
        else if (OperatingSystem.IsWindowsVersionAtLeast(6, 2))
            _ = WaitOnAddress(word, &expected, sizeof(int), uint.MaxValue);
    }

    /// <summary>Wakes one thread that sleeps on the word.</summary>
    internal static void WakeOne(int* word)
    {
        if (s_futex != 0)
            _ = Syscall(s_futex, word, FutexWake, 1, null, null, 0);
        else if (OperatingSystem.IsWindowsVersionAtLeast(6, 2))
            WakeByAddressSingle(word);
    }

    [LibraryImport("libc", EntryPoint = "syscall")]
    private static partial nint Syscall(nint number, int* word, nint operation, nint value, void* timeout, void* word2, nint value3);

    [LibraryImport("api-ms-win-core-synch-l1-2-0.dll"), SupportedOSPlatform("windows6.2")]
    private static partial int WaitOnAddress(void* address, void* compare, nuint size, uint milliseconds);

    [LibraryImport("api-ms-win-core-synch-l1-2-0.dll"), SupportedOSPlatform("windows6.2")]
    private static partial void WakeByAddressSingle(void* address);
}
