using Mach.Bench.Measuring;

namespace Mach.Bench.Ours;

/// <summary>A message to a port of the own task and back out of its queue, on one thread.</summary>
internal sealed unsafe class OneThread : Workload
{
    private readonly MachSystem _system = MachSystem.Boot();
    private readonly MachTask _task;
    private readonly uint _port;

    public OneThread()
    {
        _task = _system.CreateTask("bench");
        _port = new Wire(_task.CurrentThread).NewPort();
    }

    public override void Run(long operations)
    {
        var wire = new Wire(_task.CurrentThread);
        Message64 message = default;
        for (var i = 0L; i < operations; i++)
        {
            message.Header.msgh_bits = MACH_MSGH_BITS(MACH_MSG_TYPE_COPY_SEND, 0);
            message.Header.msgh_remote_port = _port;
            message.Header.msgh_local_port = 0;
            message.Body[0] = (uint)i;
            Wire.Require(wire.Message(&message, MACH_SEND_MSG, 0), "send");
            Wire.Require(wire.Message(&message, MACH_RCV_MSG, _port), "receive");
            if (message.Body[0] != (uint)i)
                throw new InvalidOperationException("Another message arrived.");
        }
    }

    protected override void End() => _task.Dispose();
}
