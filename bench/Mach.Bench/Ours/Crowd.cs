using Mach.Bench.Measuring;

namespace Mach.Bench.Ours;

/// <summary>The cost of one operation among many objects: the operation is the same, only the crowd around it grows.</summary>
internal sealed unsafe class Crowd : Workload
{
    private readonly MachSystem _system = MachSystem.Boot();
    private readonly MachTask _task;
    private readonly List<MachTask> _others = [];
    private readonly Kind _kind;
    private readonly uint _port;
    private readonly uint _receive;

    /// <summary>What there are many of.</summary>
    public enum Kind
    {
        /// <summary>Ports in the space; an operation sends to one of them and receives.</summary>
        Ports,

        /// <summary>Ports in the space; an operation makes one more and destroys it.</summary>
        PortsComing,

        /// <summary>Members of a set; an operation sends to one and receives from the set.</summary>
        Members,

        /// <summary>Tasks; an operation sends and receives in one of them.</summary>
        Tasks,
    }

    public Crowd(Kind kind, int count)
    {
        _kind = kind;
        _task = _system.CreateTask("bench");
        var wire = new Wire(_task.CurrentThread);
        var ports = new List<uint>();
        for (var i = 1; i < count && kind is not Kind.Tasks; i++)
            ports.Add(wire.NewPort());
        for (var i = 1; i < count && kind is Kind.Tasks; i++)
            _others.Add(_system.CreateTask("other"));
        _receive = _port = wire.NewPort();
        if (kind is Kind.Members)
            _receive = wire.NewSet([.. ports, _port]);
    }

    public override void Run(long operations)
    {
        var wire = new Wire(_task.CurrentThread);
        Message64 message = default;
        for (var i = 0L; i < operations; i++)
        {
            if (_kind is Kind.PortsComing)
            {
                wire.EndPort(wire.NewPort());
                continue;
            }

            message.Header.msgh_bits = MACH_MSGH_BITS(MACH_MSG_TYPE_COPY_SEND, 0);
            message.Header.msgh_remote_port = _port;
            message.Header.msgh_local_port = 0;
            Wire.Require(wire.Message(&message, MACH_SEND_MSG, 0), "send");
            Wire.Require(wire.Message(&message, MACH_RCV_MSG, _receive), "receive");
        }
    }

    protected override void End()
    {
        foreach (var other in _others)
            other.Dispose();
        _task.Dispose();
    }
}
