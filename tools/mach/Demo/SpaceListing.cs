using System.Runtime.InteropServices;

namespace Mach.Tool.Demo;

/// <summary>Reads the names of a task's space as the kernel's own debugging calls tell them.</summary>
internal static class SpaceListing
{
    /// <summary>One name.</summary>
    /// <param name="Name">The name.</param>
    /// <param name="Type"><c>MACH_PORT_TYPE_*</c>.</param>
    /// <param name="References">User references.</param>
    /// <param name="Identity">A number that is equal for equal ports, whatever task asks; 0 when the port is dead.</param>
    public readonly record struct Entry(RawMachPort Name, uint Type, uint References, uint Identity);

    /// <summary>All names of a task.</summary>
    public static IReadOnlyList<Entry> Read(MachTask task)
    {
        var kernel = new MachPortClient(task.CurrentThread);
        // A port that has died is a dead name in this list already, in the other one only when somebody touches it.
        Require(kernel.mach_port_names(task.SelfName, out UserPtr<uint> names, out uint count, out UserPtr<uint> types, out uint typeCount), "mach_port_names");
        uint[] known = Take(task, names, count);
        uint[] kinds = Take(task, types, typeCount);
        Require(kernel.mach_port_space_info(task.SelfName, out _, out UserPtr<ipc_info_name_t> table, out uint slots, out _, out _), "mach_port_space_info");
        var details = Take(task, table, slots).Where(slot => slot.iin_type != 0).ToDictionary(slot => slot.iin_name);
        return [.. known.Select((name, index) => Join(name, kinds[index], details.GetValueOrDefault(name)))];
    }

    private static Entry Join(uint name, uint type, ipc_info_name_t detail) =>
        new(new RawMachPort(name), type, detail.iin_urefs, (type & MACH_PORT_TYPE_DEAD_NAME) != 0 ? 0 : detail.iin_object);

    private static T[] Take<T>(MachTask task, UserPtr<T> array, uint count)
        where T : unmanaged
    {
        var taken = new T[count];
        ulong size = count * (ulong)Marshal.SizeOf<T>();
        if (count != 0 && !task.Memory.TryRead(array.Address, MemoryMarshal.AsBytes(taken.AsSpan())))
            throw new InvalidOperationException("The kernel named a region that is not there.");
        task.Deallocate(array.Address, size);
        return taken;
    }

    private static void Require(kern_return_t code, string routine)
    {
        if (code != KERN_SUCCESS)
            throw new MachException(code, routine);
    }
}
