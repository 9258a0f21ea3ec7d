using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Mach;

/// <summary>Where the stack of the calling thread ends: every byte from the stack pointer up to there is readable and writable.</summary>
internal static unsafe partial class ThreadStack
{
    /// <summary>The first address above the stack of the calling thread; 0 when the system does not tell.</summary>
    internal static nuint FindTop()
    {
        nuint top = Ask();
        byte here;
        return top > (nuint)(&here) ? top : 0;
    }

    private static nuint Ask()
    {
        if (OperatingSystem.IsLinux() || OperatingSystem.IsAndroid())
            return AskLinux();
        if (OperatingSystem.IsWindowsVersionAtLeast(6, 2))
        {
            nuint low, high;
            GetCurrentThreadStackLimits(&low, &high);
            return high;
        }

        return OperatingSystem.IsMacOS() || OperatingSystem.IsIOS() || OperatingSystem.IsTvOS() ? StackAddress(Self()) : 0;
    }

    private static nuint AskLinux()
    {
        // Larger than any system's pthread_attr_t.
        byte* attributes = stackalloc byte[256];
        void* low;
        nuint size;
        if (GetAttributes(Self(), attributes) != 0)
            return 0;
        bool found = GetStack(attributes, &low, &size) == 0;
        _ = DestroyAttributes(attributes);
        return found ? (nuint)low + size : 0;
    }

    [LibraryImport("libc", EntryPoint = "pthread_self")]
    private static partial nuint Self();

    [LibraryImport("libc", EntryPoint = "pthread_getattr_np")]
    private static partial int GetAttributes(nuint thread, byte* attributes);

    [LibraryImport("libc", EntryPoint = "pthread_attr_getstack")]
    private static partial int GetStack(byte* attributes, void** low, nuint* size);

    [LibraryImport("libc", EntryPoint = "pthread_attr_destroy")]
    private static partial int DestroyAttributes(byte* attributes);

    [LibraryImport("libc", EntryPoint = "pthread_get_stackaddr_np")]
    private static partial nuint StackAddress(nuint thread);

    [LibraryImport("kernel32.dll"), SupportedOSPlatform("windows6.2")]
    private static partial void GetCurrentThreadStackLimits(nuint* low, nuint* high);
}
