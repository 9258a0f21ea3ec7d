using Mach.Bench.Measuring;

namespace Mach.Bench.Ours;

/// <summary>A region that is sent as a copy, received on the same thread and freed. Its sender keeps it and writes to it between, or makes a new one each time.</summary>
internal sealed unsafe class CopyByHand : Workload
{
    private readonly MachTask _task;
    private readonly uint _port;
    private readonly uint _size;
    private readonly bool _anew;
    private ulong _address;

    /// <param name="size">Bytes of the region.</param>
    /// <param name="anew">The sender makes a region each time and writes every page; otherwise it writes the first.</param>
    public CopyByHand(uint size, bool anew)
    {
        _task = MachSystem.Boot().CreateTask("bench");
        _port = new Wire(_task.CurrentThread).NewPort();
        _size = size;
        _anew = anew;
        _address = _task.Allocate(size);
        new Span<byte>((void*)_address, (int)size).Fill(7);
    }

    public override void Run(long operations)
    {
        var wire = new Wire(_task.CurrentThread);
        RegionMessage message = default;
        for (var i = 0L; i < operations; i++)
        {
            if (_anew)
            {
                _task.Deallocate(_address, _size);
                _address = _task.Allocate(_size);
            }

            var step = _anew ? 4096u : _size;
            for (var at = 0u; at < _size; at += step)
                *(byte*)(_address + at) = (byte)i;
            message.Header.msgh_bits = MACH_MSGH_BITS(MACH_MSG_TYPE_MAKE_SEND_ONCE, 0) | MACH_MSGH_BITS_COMPLEX;
            message.Header.msgh_remote_port = _port;
            message.Header.msgh_local_port = 0;
            message.Count.msgh_descriptor_count = 1;
            message.Region = new mach_msg_ool_descriptor_t { address = _address, size = _size, copy = (byte)MACH_MSG_VIRTUAL_COPY, type = (byte)MACH_MSG_OOL_DESCRIPTOR };
            Wire.Require(wire.Message((Message64*)&message, MACH_SEND_MSG, 0), "send");
            Wire.Require(wire.Message((Message64*)&message, MACH_RCV_MSG, _port), "receive");
            if (*(byte*)message.Region.address != (byte)i)
                throw new InvalidOperationException("The copy is not what was sent.");
            _task.Deallocate(message.Region.address, _size);
        }
    }

    protected override void End() => _task.Dispose();
}
