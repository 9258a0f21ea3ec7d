using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Mach.Kernel;

/// <summary>Gives what a message's descriptors carry to a task and writes the descriptors as received (spec sections 5 and 23).</summary>
internal static class BodyCopyOut
{
    /// <summary>Gives everything; what cannot be given is destroyed and told of in the code's extra bits.</summary>
    /// <param name="thread">Who gets it.</param>
    /// <param name="message">Its descriptors are empty afterwards.</param>
    /// <param name="bytes">Where the descriptors are written, from the header on.</param>
    /// <param name="guard">The context that a right which arrives guarded is guarded with: the address of the buffer.</param>
    /// <param name="forReceive">False when a failed send gives back: guards need no option then (R-DSC-10).</param>
    /// <param name="after">What is owed afterwards.</param>
    internal static kern_return_t Give(
        KThread thread, KMessage message, Span<byte> bytes, ulong guard, bool forReceive, ref Aftermath after)
    {
        var problems = 0;
        var at = MessageScan.FirstDescriptor;
        for (var index = 0; index < message.DescriptorCount; index++)
        {
            ref var descriptor = ref message.Descriptors[index];
            var wire = bytes.Slice(at, descriptor.WireSize);
            switch ((int)descriptor.Type)
            {
                case MACH_MSG_PORT_DESCRIPTOR:
                    wire.Clear();
                    BinaryPrimitives.WriteUInt32LittleEndian(wire, GiveRight(thread.Space, ref descriptor.Port, descriptor.Disposition, ref problems, ref after));
                    wire[10] = descriptor.Disposition;
                    break;
                case MACH_MSG_OOL_PORTS_DESCRIPTOR:
                    GivePorts(thread, ref descriptor, wire, ref problems, ref after);
                    break;
                case MACH_MSG_GUARDED_PORT_DESCRIPTOR:
                    GiveGuarded(thread, ref descriptor, wire, guard, forReceive, ref problems, ref after);
                    break;
                default:
                    GiveMemory(thread, ref descriptor, wire, ref problems);
                    break;
            }
            wire[11] = descriptor.Type;
            at += descriptor.WireSize;
        }
        message.DescriptorCount = 0;
        return problems == 0 ? MACH_MSG_SUCCESS : MACH_RCV_BODY_ERROR | (kern_return_t)problems;
    }

    private static uint GiveRight(KSpace space, ref KPort? right, byte type, ref int problems, ref Aftermath after)
    {
        if (right is null)
            return MACH_PORT_NULL;
        space.Gate.Enter();
        var name = MACH_PORT_NULL;
        var code = space.Active ? space.CopyOut(right, type, out name, ref after) : KERN_NO_SPACE;
        space.Gate.Exit();
        if (code != KERN_SUCCESS)
        {
            problems |= (int)MACH_MSG_IPC_SPACE;
            after.ReleaseNow(right, type);
        }
        right = null;
        return name;
    }

    private static void GiveMemory(KThread thread, ref KDescriptor descriptor, Span<byte> wire, ref int problems)
    {
        wire.Clear();
        wire[8] = descriptor.Physical ? (byte)0 : (byte)1;
        wire[9] = (byte)(descriptor.Physical ? MACH_MSG_PHYSICAL_COPY : MACH_MSG_VIRTUAL_COPY);
        if (descriptor.Memory is not { } memory)
            return;
        descriptor.Memory = null;
        var size = (uint)memory.Size;
        if (memory.TryGive(thread.Task.Map, out var address))
        {
            BinaryPrimitives.WriteUInt64LittleEndian(wire, address);
            BinaryPrimitives.WriteUInt32LittleEndian(wire[12..], size);
            return;
        }
        memory.Close();
        problems |= (int)MACH_MSG_VM_SPACE;
    }

    private static void GivePorts(
        KThread thread, ref KDescriptor descriptor, Span<byte> wire, ref int problems, ref Aftermath after)
    {
        wire.Clear();
        wire[8] = 1;
        wire[9] = (byte)MACH_MSG_VIRTUAL_COPY;
        wire[10] = descriptor.Disposition;
        var ports = descriptor.Ports;
        descriptor.Ports = null;
        if (ports is not { Length: > 0 })
            return;
        var memory = thread.Memory;
        var bytes = (ulong)ports.Length * sizeof(uint);
        BinaryPrimitives.WriteUInt32LittleEndian(wire[12..], (uint)ports.Length);
        if (!thread.Task.Map.TryAllocate(bytes, zeroed: true, VM_MEMORY_MACH_MSG, out var address))
        {
            problems |= (int)MACH_MSG_VM_SPACE;
            foreach (var port in ports)
                after.ReleaseNow(port, descriptor.Disposition);
            return;
        }
        BinaryPrimitives.WriteUInt64LittleEndian(wire, address);
        var names = new uint[ports.Length];
        for (var index = 0; index < ports.Length; index++)
            names[index] = GiveRight(thread.Space, ref ports[index], descriptor.Disposition, ref problems, ref after);
        if (!memory.TryWrite(address, MemoryMarshal.AsBytes(names.AsSpan())))
            problems |= (int)MACH_MSG_VM_SPACE;
    }

    private static void GiveGuarded(
        KThread thread, ref KDescriptor descriptor, Span<byte> wire, ulong guard, bool forReceive, ref int problems, ref Aftermath after)
    {
        wire.Clear();
        wire[10] = descriptor.Disposition;
        var flags = descriptor.GuardFlags;
        if (forReceive && !thread.Receive.Has(MACH64_RCV_GUARDED_DESC))
        {
            after.ReleaseNow(descriptor.Port, descriptor.Disposition);
            descriptor.Port = null;
            BinaryPrimitives.WriteUInt16LittleEndian(wire[8..], flags);
            return;
        }
        var port = descriptor.Port;
        var name = GiveRight(thread.Space, ref descriptor.Port, descriptor.Disposition, ref problems, ref after);
        BinaryPrimitives.WriteUInt32LittleEndian(wire[12..], name);
        var guarded = (flags & MACH_MSG_GUARD_FLAGS_IMMOVABLE_RECEIVE) != 0 && KSpace.IsValidName(name);
        if (guarded)
        {
            port!.Gate.Enter();
            port.Context = guard;
            port.Flags |= PortFlags.Guarded | (forReceive ? PortFlags.ImmovableReceive : PortFlags.None);
            port.Gate.Exit();
            BinaryPrimitives.WriteUInt64LittleEndian(wire, guard);
        }
        BinaryPrimitives.WriteUInt16LittleEndian(
            wire[8..], (ushort)(guarded ? MACH_MSG_GUARD_FLAGS_IMMOVABLE_RECEIVE : MACH_MSG_GUARD_FLAGS_UNGUARDED_ON_SEND));
    }
}
