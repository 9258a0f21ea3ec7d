namespace Mach.Abi;

/// <summary>Releases the rights and the memory that a received message carries.</summary>
/// <param name="thread">Who received it.</param>
internal readonly ref struct ReceivedRights(CallingThread thread)
{
    private const int HeaderSize = 24, BodySize = 28, RemoteOffset = 8, VoucherOffset = 16;
    private const uint Complex = 0x80000000;
    private const uint PortDescriptor = 0, Region = 1, Ports = 2, Guarded = 4;
    private const byte PortReceive = 16, PortSend = 17, PortSendOnce = 18;
    private const ushort UnguardedOnSend = 2;
    private const uint ReceiveRight = 1;

    private readonly MachTrapClient _traps = new(thread);

    /// <summary>Releases everything but the right that the message came in on.</summary>
    public void Release(ReadOnlySpan<byte> message)
    {
        var self = _traps.task_self_trap();
        var bits = MigWire.Read<uint>(message, 0);
        Release(self, MigWire.Read<uint>(message, RemoteOffset), (byte)(bits & 0x1f));
        Release(self, MigWire.Read<uint>(message, VoucherOffset), (byte)((bits >> 16) & 0x1f));
        if ((bits & Complex) != 0)
            Descriptors(self, message);
        _traps._kernelrpc_mach_port_deallocate_trap(self, self);
    }

    /// <summary>Releases one right.</summary>
    public void Release(uint name, byte disposition)
    {
        if (name is 0 or uint.MaxValue)
            return;
        var self = _traps.task_self_trap();
        Release(self, name, disposition);
        _traps._kernelrpc_mach_port_deallocate_trap(self, self);
    }

    private void Descriptors(uint self, ReadOnlySpan<byte> message)
    {
        var end = (int)Math.Min(MigWire.Read<uint>(message, 4), (uint)message.Length);
        var count = MigWire.Read<uint>(message, HeaderSize);
        for (var at = BodySize; count != 0 && at + 12 <= end; count--)
        {
            var place = message[at..end];
            uint type = place[11];
            at += type == PortDescriptor ? 12 : 16;
            if (at > end)
                return;
            switch (type)
            {
                case PortDescriptor:
                    Release(self, MigWire.Read<uint>(place, 0), place[10]);
                    break;
                case Region:
                    Free(self, MigWire.Read<ulong>(place, 0), MigWire.Read<uint>(place, 12), place[8]);
                    break;
                case Ports:
                    Array(self, MigWire.Read<ulong>(place, 0), MigWire.Read<uint>(place, 12), place[10], place[8]);
                    break;
                case Guarded:
                    Unguard(self, MigWire.Read<uint>(place, 12), MigWire.Read<ulong>(place, 0), MigWire.Read<ushort>(place, 8));
                    Release(self, MigWire.Read<uint>(place, 12), place[10]);
                    break;
                default:
                    break;
            }
        }
    }

    private void Release(uint self, uint name, byte disposition)
    {
        if (name is 0 or uint.MaxValue)
            return;
        if (disposition is PortSend or PortSendOnce)
            _traps._kernelrpc_mach_port_deallocate_trap(self, name);
        else if (disposition == PortReceive)
            _traps._kernelrpc_mach_port_mod_refs_trap(self, name, ReceiveRight, -1);
    }

    private void Unguard(uint self, uint name, ulong context, ushort flags)
    {
        if (name != 0 && (flags & UnguardedOnSend) == 0)
            _traps._kernelrpc_mach_port_unguard_trap(self, name, context);
    }

    private void Array(uint self, ulong address, uint count, byte disposition, byte deallocate)
    {
        var names = new UserPtr<uint>(address);
        for (ulong i = 0; i < count; i++)
        {
            if (!new UserPtr<uint>(names.Address + (i * sizeof(uint))).TryRead(thread.Memory, out var name))
                break;
            Release(self, name, disposition);
        }
        Free(self, address, (ulong)count * sizeof(uint), deallocate);
    }

    private void Free(uint self, ulong address, ulong size, byte deallocate)
    {
        if (deallocate != 0 && size != 0)
            _traps._kernelrpc_mach_vm_deallocate_trap(self, address, size);
    }
}
