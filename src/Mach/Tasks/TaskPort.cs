using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Mach;

/// <summary>A send right to a task's port, and what can be done with it. How much depends on the port: control, read, inspect or name.</summary>
public sealed partial class TaskPort : IDisposable
{
    /// <summary>Takes a send right over.</summary>
    /// <param name="right">A right to one of a task's ports. The object owns it from now on.</param>
    public TaskPort([SuppressMessage("Reliability", "CA2000", Justification = "It is owned from now on.")] SendRight right)
    {
        ArgumentNullException.ThrowIfNull(right);
        Right = right;
    }

    /// <summary>The right itself, which stays this object's.</summary>
    public SendRight Right { get; }

    /// <summary>Figures about the task.</summary>
    /// <exception cref="MachException">The kernel refused.</exception>
    public TaskFigures GetFigures()
    {
        mach_task_basic_info_data_t basic = Read<mach_task_basic_info_data_t>(MACH_TASK_BASIC_INFO);
        task_events_info_data_t events = Read<task_events_info_data_t>(TASK_EVENTS_INFO);
        return new TaskFigures(
            (int)basic.suspend_count, basic.virtual_size, basic.resident_size, events.messages_sent, events.messages_received,
            events.syscalls_mach);
    }

    /// <summary>The process number of the task.</summary>
    /// <exception cref="MachException">The port is no task's, or the task has ended.</exception>
    public int GetProcessId() => Read<audit_token_t>(TASK_AUDIT_TOKEN).ProcessId;

    /// <summary>Its threads, in the order of their creation, each as a right of this object's task.</summary>
    /// <exception cref="MachException">The kernel refused.</exception>
    public ThreadPort[] GetThreads()
    {
        mach_port_name_t name = Right.BorrowName();
        kern_return_t code = Calls.task_threads(name, out UserPtr<mach_port_name_t> threads, out uint count);
        Right.ReturnName();
        MachException.ThrowIfFailed(code, "task_threads", name);
        if (count == 0)
            return [];
        var names = new uint[count];
        bool read = Right.Task.Memory.TryRead(threads.Address, MemoryMarshal.AsBytes(names.AsSpan()));
        Pages.Free(Right.Task, threads.Address, count * sizeof(uint));
        if (!read)
            throw new MachException(KERN_INVALID_ADDRESS, "task_threads", new RawMachPort(name));
        return [.. names.Where(MACH_PORT_VALID).Select(thread => new ThreadPort(new SendRight(Right.Task, thread)))];
    }

    /// <summary>Suspends the task until the suspension is disposed, or its owner ends: a task never stays suspended by a dead one.</summary>
    /// <remarks>Threads with a CPU stand when this returns; one that runs code of this process stands when its next call to the kernel ends.</remarks>
    /// <exception cref="MachException">The kernel refused.</exception>
    public TaskSuspension Suspend()
    {
        mach_port_name_t name = Right.BorrowName();
        kern_return_t code = Calls.task_suspend2(name, out mach_port_name_t token);
        Right.ReturnName();
        MachException.ThrowIfFailed(code, "task_suspend2", name);
        return new TaskSuspension(new SendOnceRight(Right.Task, token));
    }

    /// <summary>Sets where exceptions of the task's threads are told that the threads' own ports did not deal with.</summary>
    /// <param name="types">Which exceptions.</param>
    /// <param name="port">A send right of the same task as this object's; null for none. The kernel copies it.</param>
    /// <param name="behavior">What the handler is told.</param>
    /// <param name="flavor">The flavor of registers that it is told, with behaviours that tell them.</param>
    /// <exception cref="MachException">The kernel refused.</exception>
    public void SetExceptionPort(ExceptionTypes types, SendRight? port, ExceptionBehavior behavior = ExceptionBehavior.Default, int flavor = 0)
    {
        port?.RequireTask(Right.Task);
        mach_port_name_t name = Right.BorrowName(), handler = port?.BorrowName() ?? MACH_PORT_NULL;
        kern_return_t code = Calls.task_set_exception_ports(name, (uint)types, handler, (int)behavior | MACH_EXCEPTION_CODES, flavor);
        port?.ReturnName();
        Right.ReturnName();
        MachException.ThrowIfFailed(code, "task_set_exception_ports", name);
    }

    /// <summary>Ends the task.</summary>
    /// <exception cref="MachException">The kernel refused.</exception>
    public void Terminate()
    {
        mach_port_name_t name = Right.BorrowName();
        kern_return_t code = Calls.task_terminate(name);
        Right.ReturnName();
        MachException.ThrowIfFailed(code, "task_terminate", name);
    }

    /// <summary>Releases the right.</summary>
    public void Dispose() => Right.Dispose();

    private MachThread Thread => Right.Task.CurrentThread;

    private MachTaskClient Calls => new(Thread);

    private T Read<T>(int flavor)
        where T : unmanaged
    {
        T record = default;
        mach_port_name_t name = Right.BorrowName();
        kern_return_t code = Calls.task_info(name, (uint)flavor, MemoryMarshal.Cast<T, int>(new Span<T>(ref record)), out _);
        Right.ReturnName();
        MachException.ThrowIfFailed(code, "task_info", name);
        return record;
    }
}

/// <summary>Figures about a task.</summary>
/// <param name="SuspendCount">How often it was suspended and not resumed.</param>
/// <param name="VirtualSize">Bytes of its address space that are mapped.</param>
/// <param name="ResidentSize">Bytes of it that are in memory; 0 where nobody measures.</param>
/// <param name="MessagesSent">Messages that its threads have sent.</param>
/// <param name="MessagesReceived">Messages that its threads have received.</param>
/// <param name="MachCalls">Mach traps that its threads have made.</param>
public readonly record struct TaskFigures(
    int SuspendCount, ulong VirtualSize, ulong ResidentSize, int MessagesSent, int MessagesReceived, int MachCalls);

/// <summary>Holds a task suspended for as long as it lives.</summary>
public sealed class TaskSuspension : IDisposable
{
    private readonly SendOnceRight _token;

    internal TaskSuspension(SendOnceRight token) => _token = token;

    /// <summary>Lets the task go on, unless others hold it too.</summary>
    public void Dispose() => _token.Dispose();
}
