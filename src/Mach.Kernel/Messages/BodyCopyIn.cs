using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Mach.Kernel;

/// <summary>Takes what a message's descriptors name, in order (spec section 22). The first failure destroys what was taken.</summary>
internal static class BodyCopyIn
{
    /// <summary>
    /// Fills the message's descriptors from its bytes. On failure the descriptors before are in the message
    /// and the caller destroys it; those after are untouched.
    /// </summary>
    internal static kern_return_t Take(KThread thread, KMessage message, uint count, ref Aftermath after)
    {
        message.ReserveDescriptors((int)count);
        message.DescriptorCount = 0;
        var destination = message.Destination!;
        var use = !KPort.IsLive(destination) || destination.KernelObject is not null || !destination.Active ? CopyInFor.KernelBody : CopyInFor.Body;
        var at = MessageScan.FirstDescriptor;
        for (var index = 0; index < count; index++)
        {
            var wire = message.Bytes.AsSpan(at);
            ref var descriptor = ref message.Descriptors[index];
            descriptor = new KDescriptor { Type = wire[11] };
            var code = (int)descriptor.Type switch
            {
                MACH_MSG_PORT_DESCRIPTOR => TakePort(thread.Space, wire, ref descriptor, use, ref after),
                MACH_MSG_OOL_PORTS_DESCRIPTOR => TakePorts(thread, wire, ref descriptor, use, ref after),
                MACH_MSG_GUARDED_PORT_DESCRIPTOR => TakeGuarded(thread.Space, wire, ref descriptor, ref after),
                _ => TakeMemory(thread, wire, ref descriptor),
            };
            message.DescriptorCount = index + 1;
            if (code != MACH_MSG_SUCCESS)
                return code;
            NoteReceiveRights(thread.Kernel, message, ref descriptor);
            at += MessageScan.SizeOf(descriptor.Type);
        }
        return MACH_MSG_SUCCESS;
    }

    private static kern_return_t TakePort(
        KSpace space, ReadOnlySpan<byte> wire, ref KDescriptor descriptor, CopyInFor use, ref Aftermath after)
    {
        var name = BinaryPrimitives.ReadUInt32LittleEndian(wire);
        return TakeRight(space, name, wire[10], use, out descriptor.Port, out descriptor.Disposition, ref after)
            ? MACH_MSG_SUCCESS
            : MACH_SEND_INVALID_RIGHT;
    }

    private static bool TakeRight(
        KSpace space, uint name, byte disposition, CopyInFor use, out KPort? right, out byte type, ref Aftermath after)
    {
        if (!KSpace.IsValidName(name))
        {
            right = name == MACH_PORT_NULL ? null : KPort.Dead;
            type = KSpace.CarriedType(disposition);
            return true;
        }
        space.Gate.Enter();
        var code = space.Active ? space.CopyIn(name, disposition, use, out right, out type, ref after) : Gone(out right, out type);
        space.Gate.Exit();
        return code == KERN_SUCCESS;
    }

    private static kern_return_t Gone(out KPort? right, out byte type)
    {
        right = null;
        type = 0;
        return KERN_INVALID_NAME;
    }

    private static kern_return_t TakeGuarded(KSpace space, ReadOnlySpan<byte> wire, ref KDescriptor descriptor, ref Aftermath after)
    {
        var context = BinaryPrimitives.ReadUInt64LittleEndian(wire);
        var flags = BinaryPrimitives.ReadUInt16LittleEndian(wire[8..]);
        var name = BinaryPrimitives.ReadUInt32LittleEndian(wire[12..]);
        descriptor.GuardFlags = (ushort)(flags | MACH_MSG_GUARD_FLAGS_UNGUARDED_ON_SEND);
        descriptor.Disposition = (byte)MACH_MSG_TYPE_PORT_RECEIVE;
        if (!KSpace.IsValidName(name))
        {
            descriptor.Port = name == MACH_PORT_NULL ? null : KPort.Dead;
            return MACH_MSG_SUCCESS;
        }
        space.Gate.Enter();
        var code = KERN_INVALID_NAME;
        ref var entry = ref space.Find(name);
        if (space.Active && !KSpace.Missing(ref entry))
        {
            code = entry.Has(MACH_PORT_TYPE_RECEIVE) && GuardAgrees(entry.Port, flags, context)
                ? space.CopyIn(name, MACH_MSG_TYPE_MOVE_RECEIVE, CopyInFor.Body, out descriptor.Port, out _, ref after)
                : KERN_INVALID_RIGHT;
        }
        space.Gate.Exit();
        return code == KERN_SUCCESS ? MACH_MSG_SUCCESS : MACH_SEND_INVALID_RIGHT;
    }

    private static bool GuardAgrees(KPort port, ushort flags, ulong context)
    {
        port.Gate.Enter();
        var agrees = (flags & MACH_MSG_GUARD_FLAGS_UNGUARDED_ON_SEND) != 0
            ? !port.Is(PortFlags.Guarded) && port.Context == 0
            : port.Is(PortFlags.Guarded) && port.Context == context;
        port.Gate.Exit();
        return agrees;
    }

    private static kern_return_t TakeMemory(KThread thread, ReadOnlySpan<byte> wire, ref KDescriptor descriptor)
    {
        var address = BinaryPrimitives.ReadUInt64LittleEndian(wire);
        var size = BinaryPrimitives.ReadUInt32LittleEndian(wire[12..]);
        descriptor.Deallocate = wire[8] != 0;
        descriptor.Physical = wire[9] == MACH_MSG_PHYSICAL_COPY;
        if (size == 0)
            return MACH_MSG_SUCCESS;
        var keepsOffset = !descriptor.Physical || descriptor.Deallocate;
        var code = thread.Task.Map.Capture(thread.Memory, address, size, keepsOffset, descriptor.Deallocate, out descriptor.Memory);
        return code switch
        {
            KERN_SUCCESS => MACH_MSG_SUCCESS,
            KERN_RESOURCE_SHORTAGE => MessageScan.NoKernelMemory,
            _ => MACH_SEND_INVALID_MEMORY,
        };
    }

    private static kern_return_t TakePorts(
        KThread thread, ReadOnlySpan<byte> wire, ref KDescriptor descriptor, CopyInFor use, ref Aftermath after)
    {
        var address = BinaryPrimitives.ReadUInt64LittleEndian(wire);
        var count = (int)BinaryPrimitives.ReadUInt32LittleEndian(wire[12..]);
        var disposition = wire[10];
        descriptor.Disposition = KSpace.CarriedType(disposition);
        if (count == 0)
            return MACH_MSG_SUCCESS;
        var names = ArrayPool<uint>.Shared.Rent(count);
        try
        {
            if (!thread.Memory.TryRead(address, MemoryMarshal.AsBytes(names.AsSpan(0, count))))
                return MACH_SEND_INVALID_MEMORY;
            if (wire[8] != 0)
                thread.Task.Map.Deallocate(address, (ulong)count * sizeof(uint));
            var ports = new KPort?[count];
            descriptor.Ports = ports;
            for (var index = 0; index < count; index++)
            {
                if (!TakeRight(thread.Space, names[index], disposition, use, out ports[index], out _, ref after))
                    return MACH_SEND_INVALID_RIGHT;
            }
            return MACH_MSG_SUCCESS;
        }
        finally
        {
            ArrayPool<uint>.Shared.Return(names);
        }
    }

    /// <summary>Receive rights set out towards the destination; one that would close a circle dooms the message (R-BODY-9).</summary>
    private static void NoteReceiveRights(ManagedKernel kernel, KMessage message, ref KDescriptor descriptor)
    {
        if (descriptor.Disposition != MACH_MSG_TYPE_PORT_RECEIVE || !KPort.IsLive(message.Destination))
            return;
        var destination = message.Destination;
        if (KPort.IsLive(descriptor.Port))
            message.Circular |= !kernel.TryEnterTransit(descriptor.Port, destination);
        foreach (var port in descriptor.Ports ?? [])
        {
            if (KPort.IsLive(port))
                message.Circular |= !kernel.TryEnterTransit(port, destination);
        }
    }
}
