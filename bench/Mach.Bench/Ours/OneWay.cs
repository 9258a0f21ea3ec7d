using Mach.Bench.Measuring;

namespace Mach.Bench.Ours;

/// <summary>Messages one way: this thread sends, another receives as fast as it can; a full queue blocks the sender.</summary>
internal sealed unsafe class OneWay : Workload
{
    private readonly MachSystem _system = MachSystem.Boot();
    private readonly MachTask _task;
    private readonly Thread _thread;
    private readonly SemaphoreSlim _done = new(0);
    private readonly uint _port;
    private long _last = -1;    // the number of the last message of a run; written before that run's first send

    public OneWay(Placement placement)
    {
        _task = _system.CreateTask("bench");
        _port = new Wire(_task.CurrentThread).NewPort();
        _thread = new Thread(() => Receive(placement.Server)) { IsBackground = true };
        _thread.Start();
    }

    public override void Run(long operations)
    {
        var wire = new Wire(_task.CurrentThread);
        Message64 message = default;
        Volatile.Write(ref _last, operations - 1);
        for (var i = 0L; i < operations; i++)
        {
            message.Header.msgh_bits = MACH_MSGH_BITS(MACH_MSG_TYPE_COPY_SEND, 0);
            message.Header.msgh_remote_port = _port;
            message.Body[0] = (uint)i;
            Wire.Require(wire.Message(&message, MACH_SEND_MSG, 0), "send");
        }

        _done.Wait();
    }

    protected override void End()
    {
        _task.Dispose();
        _thread.Join();
        _done.Dispose();
    }

    private void Receive(int? cpu)
    {
        Affinity.Pin(cpu);
        var wire = new Wire(_task.CurrentThread);
        Message64 message = default;
        while (wire.Message(&message, MACH_RCV_MSG, _port) == KERN_SUCCESS)
        {
            if (message.Body[0] == (uint)Volatile.Read(ref _last))
                _done.Release();
        }
    }
}
