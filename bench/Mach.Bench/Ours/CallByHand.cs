using Mach.Bench.Measuring;

namespace Mach.Bench.Ours;

/// <summary>A request and its answer, sent and received on one thread; both may move one out-of-line region to and fro.</summary>
internal sealed unsafe class CallByHand : Workload
{
    private readonly MachSystem _system = MachSystem.Boot();
    private readonly MachTask _task;
    private readonly uint _requests;
    private readonly uint _replies;
    private readonly uint _size;
    private ulong _address;     // the region while no message carries it

    /// <param name="size">Bytes of the region; 0 sends everything inline.</param>
    public CallByHand(uint size)
    {
        _task = _system.CreateTask("bench");
        var wire = new Wire(_task.CurrentThread);
        (_requests, _replies) = (wire.NewPort(), wire.NewPort());
        _size = size;
        if (size > 0)
            _address = _task.Allocate(size);
    }

    public override void Run(long operations)
    {
        var wire = new Wire(_task.CurrentThread);
        RegionMessage message = default;
        for (var i = 0L; i < operations; i++)
        {
            message.Header.msgh_remote_port = _requests;
            message.Header.msgh_local_port = _replies;
            Exchange(wire, ref message, MACH_MSGH_BITS(MACH_MSG_TYPE_COPY_SEND, MACH_MSG_TYPE_MAKE_SEND_ONCE), _requests);

            // The answer goes to the reply right that the request brought.
            message.Header.msgh_local_port = 0;
            Exchange(wire, ref message, MACH_MSGH_BITS(MACH_MSG_TYPE_MOVE_SEND_ONCE, 0), _replies);
        }
    }

    protected override void End() => _task.Dispose();

    private void Exchange(Wire wire, ref RegionMessage message, uint bits, uint port)
    {
        message.Header.msgh_bits = bits;
        if (_size > 0)
        {
            message.Header.msgh_bits |= MACH_MSGH_BITS_COMPLEX;
            message.Count.msgh_descriptor_count = 1;
            message.Region = new mach_msg_ool_descriptor_t { address = _address, size = _size, deallocate = 1, copy = (byte)MACH_MSG_VIRTUAL_COPY, type = (byte)MACH_MSG_OOL_DESCRIPTOR };
        }

        fixed (RegionMessage* place = &message)
        {
            Wire.Require(wire.Message((Message64*)place, MACH_SEND_MSG, 0), "send");
            Wire.Require(wire.Message((Message64*)place, MACH_RCV_MSG, port), "receive");
        }

        if (_size > 0)
            _address = message.Region.address;
    }
}
