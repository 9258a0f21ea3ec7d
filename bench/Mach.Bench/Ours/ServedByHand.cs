using Mach.Bench.Measuring;

namespace Mach.Bench.Ours;

/// <summary>A call whose service is a thread that no OS thread plays: when its receive ends it answers and receives again, on the caller's thread.</summary>
internal sealed unsafe class ServedByHand : Workload
{
    private readonly MachSystem _system = MachSystem.Boot();
    private readonly MachTask _task;
    private readonly Service _service;
    private readonly uint _requests;
    private readonly uint _replies;

    public ServedByHand()
    {
        _task = _system.CreateTask("bench");
        var wire = new Wire(_task.CurrentThread);
        (_requests, _replies) = (wire.NewPort(), wire.NewPort());
        _service = new Service(_task, _requests);
        _service.Begin();
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

    protected override void End() => _task.Dispose();

    private sealed class Service : TrapThread
    {
        private readonly MachTask _task;
        private readonly IKernel _kernel;
        private readonly Message64* _message;
        private readonly uint _port;

        public Service(MachTask task, uint port)
        {
            (_task, _kernel, _port) = (task, task.System.Kernel, port);
            _message = (Message64*)MessageArena.Rent(sizeof(Message64), out _);
            task.Attach(this);
        }

        public override IUserMemory Memory => _task.Memory;

        public void Begin() => Trap(MACH_RCV_MSG);

        public override void Complete(ref TrapFrame frame)
        {
            if (frame.Code != KERN_SUCCESS)
                return;     // the task has ended
            _message->Body[0]++;
            _message->Header.msgh_bits = MACH_MSGH_BITS(MACH_MSG_TYPE_MOVE_SEND_ONCE, 0);
            _message->Header.msgh_local_port = 0;
            Trap(MACH_SEND_MSG | MACH_RCV_MSG);
        }

        private void Trap(int option)
        {
            TrapFrame frame = new(MachTrapNumbers.mach_msg_trap)
            {
                A0 = (ulong)_message,
                A1 = (uint)option,
                A2 = Message64.Size,
                A3 = Message64.Room,
                A4 = _port,
            };
            if (_kernel.Trap(this, ref frame) != TrapStatus.Blocked)
                throw new InvalidOperationException($"mach_msg answered {frame.Code} where it should sleep.");
        }
    }
}
