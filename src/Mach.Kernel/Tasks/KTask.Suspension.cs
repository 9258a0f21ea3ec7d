namespace Mach.Kernel;

internal sealed partial class KTask
{
    private int _holds;              // _gate; of task_suspend and task_suspend2
    private int _rightHolds;         // _gate; K4
    private KPort? _resumePort;      // _gate; made at the first suspension

    internal int Holds => Volatile.Read(ref _holds);

    /// <summary>task_suspend: the caller gets a send right to the resume port for it (R-TSK-27).</summary>
    internal kern_return_t Suspend(KSpace caller, ref Aftermath after)
    {
        if (!TryHold(token: false, out var resume, ref after))
            return KERN_FAILURE;
        return caller.Accept(resume, ref after) == MACH_PORT_NULL ? KERN_NO_SPACE : KERN_SUCCESS;
    }

    /// <summary>task_suspend2: a send-once right to the resume port holds the task for as long as it lives (R-TSK-30).</summary>
    internal kern_return_t SuspendByToken(out KPort token, ref Aftermath after) =>
        TryHold(token: true, out token, ref after) ? KERN_SUCCESS : KERN_FAILURE;

    /// <summary>task_resume: also drops one reference of the caller's right to the resume port, if it has one (R-TSK-29).</summary>
    internal kern_return_t Resume(KSpace caller, ref Aftermath after)
    {
        _gate.Enter();
        var (alive, held, port) = (_alive, _holds > 0, _resumePort);
        var turned = alive && held ? Release(1, ofRights: Math.Min(1, _rightHolds)) : [];
        _gate.Exit();
        Settle(turned, ref after);
        if (port is not null)
            caller.DropSendTo(port, all: alive && !held, ref after);
        return alive && held ? KERN_SUCCESS : KERN_FAILURE;
    }

    /// <summary>A token was given back or is gone: one hold less.</summary>
    internal kern_return_t ResumeByToken(ref Aftermath after)
    {
        _gate.Enter();
        var held = _alive && _holds > 0;
        var turned = held ? Release(1, ofRights: 0) : [];
        _gate.Exit();
        Settle(turned, ref after);
        return held ? KERN_SUCCESS : KERN_FAILURE;
    }

    /// <summary>Perhaps the last send right to the resume port is gone: then every hold of task_suspend is (R-TSK-28). No lock held.</summary>
    internal void ResumeIfUnsupported(ref Aftermath after)
    {
        Turn[] turned = [];
        _gate.Enter();
        if (_alive && _rightHolds > 0 && !HasSenders(_resumePort!))
            turned = Release(Math.Min(_holds, _rightHolds), _rightHolds);
        _gate.Exit();
        Settle(turned, ref after);
    }

    /// <summary>thread_suspend and thread_resume.</summary>
    internal kern_return_t Suspend(KThread thread, int delta, ref Aftermath after)
    {
        _gate.Enter();
        var code = thread.IsEnded ? KERN_TERMINATED : thread.SuspendCount + delta < 0 ? KERN_FAILURE : KERN_SUCCESS;
        var turn = default(Turn);
        var turned = false;
        if (code == KERN_SUCCESS)
        {
            thread.SuspendCount += delta;
            turned = thread.Reckon(_holds > 0, out turn);
        }
        _gate.Exit();
        if (turned)
            turn.Settle(ref after);
        return code;
    }

    /// <summary>The results of a thread's trap wait while the thread is held.</summary>
    internal TrapStatus Park(KThread thread, in TrapFrame frame)
    {
        _gate.Enter();
        var status = thread.Park(frame);
        _gate.Exit();
        return status;
    }

    /// <summary>A thread ends; false when it had ended before.</summary>
    internal bool BeginEnd(KThread thread, out Turn turn)
    {
        _gate.Enter();
        var first = thread.BeginEnd(out turn);
        _gate.Exit();
        return first;
    }

    private bool TryHold(bool token, out KPort resume, ref Aftermath after)
    {
        Turn[] turned = [];
        _gate.Enter();
        var alive = _alive;
        resume = KPort.Dead;
        if (alive)
        {
            resume = _resumePort ??= Kernel.NewKernelPort(new TaskResumption(this));
            resume.Gate.Enter();
            if (token)
                resume.SendOnceRights++;
            else
                resume.MakeSend();
            resume.Gate.Exit();
            _holds++;
            _rightHolds += token ? 0 : 1;
            turned = Reckon();
        }
        _gate.Exit();
        Settle(turned, ref after);
        return alive;
    }

    private Turn[] Release(int holds, int ofRights)
    {
        _holds -= holds;
        _rightHolds -= ofRights;
        return Reckon();
    }

    /// <summary>The threads that began or ceased to be held. Gate held.</summary>
    private Turn[] Reckon()
    {
        List<Turn>? turned = null;
        foreach (var thread in _threads)
        {
            if (thread.Reckon(_holds > 0, out var turn))
                (turned ??= []).Add(turn);
        }
        return turned is null ? [] : [.. turned];
    }

    private static void Settle(Turn[] turned, ref Aftermath after)
    {
        foreach (var turn in turned)
            turn.Settle(ref after);
    }

    private static bool HasSenders(KPort port)
    {
        port.Gate.Enter();
        var has = port.SendRights > 0;
        port.Gate.Exit();
        return has;
    }
}
