using System.Runtime.InteropServices;

namespace Mach;

/// <summary>Checked copies on Apple systems: the task asks its own kernel to copy.</summary>
internal static unsafe partial class DarwinMemory
{
    private static uint s_self;   // the task's own name never changes

    internal static bool Transfer(ulong address, byte* local, nuint length, bool toAddress)
    {
        if (s_self == 0)
            s_self = TaskSelf();
        if (!toAddress)
        {
            ulong read = 0;
            return ReadOverwrite(s_self, address, length, (ulong)local, &read) == 0 && read == length;
        }

        while (length != 0)
        {
            uint part = (uint)Math.Min(length, 1u << 30);
            if (Write(s_self, address, local, part) != 0)
                return false;
            address += part;
            local += part;
            length -= part;
        }

        return true;
    }

    [LibraryImport("libSystem.dylib", EntryPoint = "task_self_trap")]
    private static partial uint TaskSelf();

    [LibraryImport("libSystem.dylib", EntryPoint = "mach_vm_read_overwrite")]
    private static partial int ReadOverwrite(uint task, ulong address, ulong size, ulong data, ulong* outSize);

    [LibraryImport("libSystem.dylib", EntryPoint = "mach_vm_write")]
    private static partial int Write(uint task, ulong address, void* data, uint count);
}
