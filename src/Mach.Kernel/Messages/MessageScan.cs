using System.Buffers.Binary;

namespace Mach.Kernel;

/// <summary>The checks of a message's bytes that come before any right is touched (R-SND-8 to R-SND-11).</summary>
internal static class MessageScan
{
    internal const int HeaderSize = 24;
    internal const int FirstDescriptor = 28;
    internal const uint LargestMessage = (48 << 20) - 68;
    internal const int SmallestDescriptor = 12;
    private const int LargestDescriptor = 16;
    private const int MostPorts = 16383;
    private const ulong MostKernelBytes = 7 << 20;

    /// <summary>Bare code of a body that would take too much of the kernel's memory (R-SND-11).</summary>
    internal const kern_return_t NoKernelMemory = MACH_MSG_VM_KERNEL;

    internal static kern_return_t Check(ReadOnlySpan<byte> message, uint count, bool kernelCall)
    {
        var code = Walk(message, count, kernelCall);
        return code == MACH_MSG_SUCCESS ? CheckFields(message, count) : code;
    }

    /// <summary>Bytes of the descriptor that begins here: 12 for a port, 16 for all others.</summary>
    internal static int SizeOf(byte type) => type == MACH_MSG_PORT_DESCRIPTOR ? SmallestDescriptor : LargestDescriptor;

    private static kern_return_t Walk(ReadOnlySpan<byte> message, uint count, bool kernelCall)
    {
        var at = FirstDescriptor;
        for (; count > 0; count--)
        {
            if (message.Length - at < SmallestDescriptor)
                return MACH_SEND_MSG_TOO_SMALL;
            var type = message[at + 11];
            if (type > MACH_MSG_DESCRIPTOR_MAX || (kernelCall && type >= MACH_MSG_OOL_VOLATILE_DESCRIPTOR))
                return MACH_SEND_INVALID_TYPE;
            if (message.Length - at < SizeOf(type))
                return MACH_SEND_MSG_TOO_SMALL;
            at += SizeOf(type);
        }
        return MACH_MSG_SUCCESS;
    }

    private static kern_return_t CheckFields(ReadOnlySpan<byte> message, uint count)
    {
        var at = FirstDescriptor;
        ulong ports = 0, kernelBytes = 0;
        for (; count > 0; count--)
        {
            var descriptor = message[at..];
            var type = descriptor[11];
            switch (type)
            {
                case MACH_MSG_OOL_DESCRIPTOR or MACH_MSG_OOL_VOLATILE_DESCRIPTOR:
                    if (descriptor[9] > MACH_MSG_VIRTUAL_COPY)
                        return MACH_SEND_INVALID_TYPE;
                    var size = BinaryPrimitives.ReadUInt32LittleEndian(descriptor[12..]);
                    if (descriptor[9] == MACH_MSG_PHYSICAL_COPY && descriptor[8] == 0 && size > KCopy.SmallSize)
                        kernelBytes += size;
                    break;
                case MACH_MSG_OOL_PORTS_DESCRIPTOR:
                    var elements = BinaryPrimitives.ReadUInt32LittleEndian(descriptor[12..]);
                    ports += elements;
                    kernelBytes += 8UL * elements;
                    break;
                case MACH_MSG_GUARDED_PORT_DESCRIPTOR:
                    if (!IsGuardedPort(descriptor))
                        return MACH_SEND_INVALID_TYPE;
                    ports++;
                    break;
                default:
                    ports++;
                    break;
            }
            at += SizeOf(type);
        }
        if (ports > MostPorts)
            return MACH_SEND_TOO_LARGE;
        return kernelBytes > MostKernelBytes ? NoKernelMemory : MACH_MSG_SUCCESS;
    }

    private static bool IsGuardedPort(ReadOnlySpan<byte> descriptor)
    {
        var flags = BinaryPrimitives.ReadUInt16LittleEndian(descriptor[8..]);
        return descriptor[10] == MACH_MSG_TYPE_MOVE_RECEIVE
            && flags is > 0 and <= MACH_MSG_GUARD_FLAGS_MASK
            && ((flags & MACH_MSG_GUARD_FLAGS_UNGUARDED_ON_SEND) == 0 || BinaryPrimitives.ReadUInt64LittleEndian(descriptor) == 0);
    }
}
