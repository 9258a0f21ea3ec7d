using Mach.Bench.Measuring;

namespace Mach.Bench.Ours;

/// <summary>A call from one thread to another of the same task: request with a reply right, answer, each 64 bytes.</summary>
internal sealed unsafe class TwoThreads : Workload
{
    private readonly MachSystem _system = MachSystem.Boot();
    private readonly MachTask _task;
    private readonly Thread _thread;
    private readonly uint _requests;
    private readonly uint _replies;

    public TwoThreads(Placement placement)
    {
        _task = _system.CreateTask("bench");
        _requests = new Wire(_task.CurrentThread).NewPort();
        _replies = new Wire(_task.CurrentThread).NewPort();
        _thread = new Thread(() => Serve(placement.Server)) { IsBackground = true };
        _thread.Start();
    }

    public override void Run(long operations)
    {
        var wire = new Wire(_task.CurrentThread);
        Message64 message = default;
        for (var i = 0L; i < operations; i++)
        {
            message.Header.msgh_bits = MACH_MSGH_BITS(MACH_MSG_TYPE_COPY_SEND, MACH_MSG_TYPE_MAKE_SEND_ONCE);
            message.Header.msgh_remote_port = _requests;
            message.Header.msgh_local_port = _replies;
            message.Body[0] = (uint)i;
            Wire.Require(wire.Message(&message, MACH_SEND_MSG | MACH_RCV_MSG, _replies), "call");
            if (message.Body[0] != (uint)i + 1)
                throw new InvalidOperationException("The service answered something else.");
        }
    }

    protected override void End()
    {
        _task.Dispose();
        _thread.Join();
    }

    private void Serve(int? cpu)
    {
        Affinity.Pin(cpu);
        var wire = new Wire(_task.CurrentThread);
        Message64 message = default;
        var code = wire.Message(&message, MACH_RCV_MSG, _requests);
        while (code == KERN_SUCCESS)
        {
            message.Body[0]++;
            message.Header.msgh_bits = MACH_MSGH_BITS(MACH_MSG_TYPE_MOVE_SEND_ONCE, 0);
            message.Header.msgh_local_port = 0;
            code = wire.Message(&message, MACH_SEND_MSG | MACH_RCV_MSG, _requests);
        }
    }
}
