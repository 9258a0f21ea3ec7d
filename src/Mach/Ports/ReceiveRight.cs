using System.Security.Cryptography;

namespace Mach;

/// <summary>The right to receive the messages of a port: who has it owns the port.</summary>
/// <remarks>
/// <para>The right is guarded from birth with a number that only this object knows, so that nobody destroys it by its name.
/// Disposing it kills the port: queued messages are destroyed, send rights turn into dead names, and whoever waits here is woken.</para>
/// </remarks>
public sealed partial class ReceiveRight : MachRight, IFromRawMachPort<ReceiveRight>
{
    private static ulong s_nextGuard = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8)) | 1;

    private readonly mach_port_context_t _guard;   // 0: not guarded by this object
    private int _ending;                           // one of the phases below

    private const int Alive = 0;
    private const int Killing = 1;       // the port is being killed early; the name stays as a dead name
    private const int Killed = 2;        // it was; the name is left to release
    private const int LeftToKiller = 3;  // the release came while the port was being killed
    private const int Released = 4;

    internal ReceiveRight(MachTask task, mach_port_name_t name, mach_port_context_t guard)
        : base(task, name) => _guard = guard;

    /// <summary>Makes a port in <paramref name="task"/>, or in the current task.</summary>
    public static ReceiveRight Create(MachTask? task = null, PortOptions? options = null)
    {
        task ??= MachTask.Current;
        ObjectDisposedException.ThrowIf(!task.IsAlive, task);
        mach_port_context_t guard = NextGuard();
        kern_return_t code = new PortCalls(task.CurrentThread)
            .Construct((options ?? s_plain).ToNative(), guard, out mach_port_name_t name);
        MachException.ThrowIfFailed(code, "mach_port_construct");
        return new ReceiveRight(task, name, guard);
    }

    /// <summary>Claims the receive right that a name of the current task denotes, and guards it.</summary>
    /// <param name="port">The name. From now on the object destroys the right.</param>
    [return: ReturnsOwned]
    public static ReceiveRight FromRawMachPort([TakesOwnership] RawMachPort port) => FromRawMachPort(port, MachTask.Current);

    /// <summary>Claims the receive right that a name of <paramref name="task"/> denotes, and guards it.</summary>
    /// <param name="port">The name. From now on the object destroys the right.</param>
    /// <param name="task">The task whose name it is.</param>
    /// <exception cref="MachException">The name denotes no receive right, or somebody else guards it.</exception>
    [return: ReturnsOwned]
    public static ReceiveRight FromRawMachPort([TakesOwnership] RawMachPort port, MachTask task)
    {
        mach_port_name_t name = Valid(port);
        kern_return_t code = TryAdopt(Valid(task), name, out ReceiveRight? right);
        MachException.ThrowIfFailed(code, "mach_port_guard", name);
        return right!;
    }

    /// <summary>The state of the port at this moment.</summary>
    public PortStatus Status
    {
        get
        {
            mach_port_name_t name = BorrowName();
            kern_return_t code = new PortCalls(Task.CurrentThread).GetStatus(name, out mach_port_status_t status);
            ReturnName();
            MachException.ThrowIfFailed(code, "mach_port_get_attributes", name);
            return PortStatus.From(status);
        }
    }

    /// <summary>Makes a send right to the port; it is the task's own and shares the port's name.</summary>
    public SendRight MakeSend()
    {
        mach_port_name_t name = BorrowName();
        kern_return_t code = new PortCalls(Task.CurrentThread).InsertRight(name, name, MACH_MSG_TYPE_MAKE_SEND);
        ReturnName();
        MachException.ThrowIfFailed(code, "mach_port_insert_right", name);
        return new SendRight(Task, name);
    }

    /// <summary>Makes a send-once right to the port; it is the task's own, under a name of its own.</summary>
    public SendOnceRight MakeSendOnce()
    {
        mach_port_name_t name = BorrowName();
        kern_return_t code = new PortCalls(Task.CurrentThread).ExtractRight(name, MACH_MSG_TYPE_MAKE_SEND_ONCE, out mach_port_name_t made);
        ReturnName();
        MachException.ThrowIfFailed(code, "mach_port_extract_right", name);
        return new SendOnceRight(Task, made);
    }

    /// <summary>Sets how many messages the port's queue takes before senders wait.</summary>
    /// <param name="limit">0 to 1024.</param>
    /// <exception cref="MachException">The limit is too high: <c>KERN_INVALID_VALUE</c>.</exception>
    public void SetQueueLimit(uint limit)
    {
        mach_port_name_t name = BorrowName();
        kern_return_t code = new PortCalls(Task.CurrentThread).SetQueueLimit(name, limit);
        ReturnName();
        MachException.ThrowIfFailed(code, "mach_port_set_attributes", name);
    }

    /// <summary>Adopts a receive right that arrived under <paramref name="name"/>.</summary>
    internal static kern_return_t TryAdopt(MachTask task, mach_port_name_t name, out ReceiveRight? right)
    {
        right = null;
        var calls = new PortCalls(task.CurrentThread);
        mach_port_context_t guard = NextGuard();
        kern_return_t code = calls.Guard(name, guard, strict: true);
        if (code == KERN_INVALID_ARGUMENT)
        {
            // The port has a context. Without a guard it can be had all the same.
            kern_return_t asked = calls.GetStatus(name, out mach_port_status_t status);
            if (asked == KERN_SUCCESS && (status.mps_flags & MACH_PORT_STATUS_FLAG_GUARDED) == 0)
            {
                guard = 0;
                code = KERN_SUCCESS;
            }
        }

        if (code == KERN_SUCCESS)
            right = new ReceiveRight(task, name, guard);
        return code;
    }

    /// <summary>The guard, for a message that carries the right or destroys it unsent.</summary>
    internal mach_port_context_t GuardValue => _guard;

    internal override kern_return_t PrepareTake(mach_port_name_t name) =>
        _guard == 0 ? KERN_SUCCESS : new PortCalls(Task.CurrentThread).Unguard(name, _guard);

    // Whoever waits for a message has borrowed the right, and only the port's death wakes him. So the port dies now; an extra
    // send reference makes its name a dead name, which keeps the name from being used again before the last borrow ends.
    private protected override void WakeWaiters()
    {
        if (Interlocked.CompareExchange(ref _ending, Killing, Alive) != Alive)
            return;
        var calls = new PortCalls(Task.CurrentThread);
        bool held = calls.InsertRight(Name, Name, MACH_MSG_TYPE_MAKE_SEND) == KERN_SUCCESS;
        _ = calls.Destruct(Name, 0, _guard);
        if (!held)
            Volatile.Write(ref _ending, Released);
        else if (Interlocked.CompareExchange(ref _ending, Killed, Killing) == LeftToKiller)
            _ = calls.Deallocate(Name);
    }

    private protected override kern_return_t Release(PortCalls calls, mach_port_name_t name)
    {
        while (true)
        {
            int phase = Volatile.Read(ref _ending);
            int next = phase == Killing ? LeftToKiller : Released;
            if (Interlocked.CompareExchange(ref _ending, next, phase) != phase)
                continue;
            return phase switch
            {
                Alive => calls.Destruct(name, 0, _guard),
                Killed => calls.Deallocate(name),
                _ => KERN_SUCCESS,
            };
        }
    }

    private static readonly PortOptions s_plain = new();

    private static mach_port_context_t NextGuard()
    {
        mach_port_context_t guard;
        do
            guard = Interlocked.Add(ref s_nextGuard, 0x9e3779b97f4a7c15);
        while (guard == 0);
        return guard;
    }
}
