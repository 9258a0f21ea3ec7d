using Mach.Bench.Measuring;

namespace Mach.Bench.Ours;

/// <summary>The same as <see cref="OneThread"/> with the rights and messages of the library.</summary>
internal sealed class LibraryOneThread : Workload
{
    private readonly MachSystem _system = MachSystem.Boot();
    private readonly MachTask _task;
    private readonly ReceiveRight _port;
    private readonly SendRight _right;
    private readonly MessageBuilder _message;

    public LibraryOneThread()
    {
        _task = _system.CreateTask("bench");
        _port = ReceiveRight.Create(_task);
        _right = _port.MakeSend();
        _message = new MessageBuilder(_task, 1);
    }

    public override void Run(long operations)
    {
        for (var i = 0L; i < operations; i++)
        {
            _message.Id = 1;
            _message.Write(i).Write(default(Rest));
            _right.Send(_message, MachTimeout.Infinite);
            using var message = _port.Receive(MachTimeout.Infinite);
            if (BitConverter.ToInt64(message.Body) != i)
                throw new InvalidOperationException("Another message arrived.");
        }
    }

    protected override void End()
    {
        _message.Dispose();
        _right.Dispose();
        _port.Dispose();
        _task.Dispose();
    }
}
