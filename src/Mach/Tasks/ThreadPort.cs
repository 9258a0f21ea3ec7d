using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Mach;

/// <summary>A send right to a thread's port, and what can be done with it. How much depends on the port: control, read or inspect.</summary>
public sealed class ThreadPort : IDisposable
{
    /// <summary>Takes a send right over.</summary>
    /// <param name="right">A right to one of a thread's ports. The object owns it from now on.</param>
    public ThreadPort([SuppressMessage("Reliability", "CA2000", Justification = "It is owned from now on.")] SendRight right)
    {
        ArgumentNullException.ThrowIfNull(right);
        Right = right;
    }

    /// <summary>The right itself, which stays this object's.</summary>
    public SendRight Right { get; }

    /// <summary>What the thread is doing.</summary>
    /// <exception cref="MachException">The kernel refused.</exception>
    public ThreadFigures GetFigures()
    {
        thread_basic_info_data_t basic = Read<thread_basic_info_data_t>(THREAD_BASIC_INFO);
        thread_identifier_info_data_t identifier = Read<thread_identifier_info_data_t>(THREAD_IDENTIFIER_INFO);
        return new ThreadFigures(identifier.thread_id, (int)basic.suspend_count, basic.run_state == TH_STATE_WAITING);
    }

    /// <summary>Reads registers.</summary>
    /// <typeparam name="T">The structure of the flavor, such as <c>arm_thread_state64_t</c>.</typeparam>
    /// <param name="flavor">The flavor, such as <c>ARM_THREAD_STATE64</c>.</param>
    /// <exception cref="MachException">The thread runs code of this process (<c>KERN_NOT_SUPPORTED</c>), or has no such registers.</exception>
    public T GetState<T>(int flavor)
        where T : unmanaged
    {
        T state = default;
        mach_port_name_t name = Right.BorrowName();
        kern_return_t code = Calls.thread_get_state(name, flavor, MemoryMarshal.Cast<T, uint>(new Span<T>(ref state)), out _);
        Right.ReturnName();
        MachException.ThrowIfFailed(code, "thread_get_state", name);
        return state;
    }

    /// <summary>Writes registers.</summary>
    /// <inheritdoc cref="GetState{T}"/>
    /// <param name="flavor">The flavor, such as <c>ARM_THREAD_STATE64</c>.</param>
    /// <param name="state">What they are from now on.</param>
    public void SetState<T>(int flavor, in T state)
        where T : unmanaged
    {
        T copy = state;
        mach_port_name_t name = Right.BorrowName();
        kern_return_t code = Calls.thread_set_state(name, flavor, MemoryMarshal.Cast<T, uint>(new Span<T>(ref copy)));
        Right.ReturnName();
        MachException.ThrowIfFailed(code, "thread_set_state", name);
    }

    /// <summary>Suspends the thread once more. It stays so until it was resumed as often.</summary>
    /// <remarks>With a CPU it stands when this returns; if it runs code of this process it stands when its next call to the kernel ends.</remarks>
    /// <exception cref="MachException">The kernel refused.</exception>
    public void Suspend()
    {
        mach_port_name_t name = Right.BorrowName();
        kern_return_t code = Calls.thread_suspend(name);
        Right.ReturnName();
        MachException.ThrowIfFailed(code, "thread_suspend", name);
    }

    /// <summary>Undoes one suspension.</summary>
    /// <exception cref="MachException">It was not suspended (<c>KERN_FAILURE</c>), or the kernel refused.</exception>
    public void Resume()
    {
        mach_port_name_t name = Right.BorrowName();
        kern_return_t code = Calls.thread_resume(name);
        Right.ReturnName();
        MachException.ThrowIfFailed(code, "thread_resume", name);
    }

    /// <summary>Ends the call in which the thread sleeps, if it does; an exception that it waits with goes to the next level.</summary>
    /// <exception cref="MachException">The kernel refused.</exception>
    public void Abort()
    {
        mach_port_name_t name = Right.BorrowName();
        kern_return_t code = Calls.thread_abort(name);
        Right.ReturnName();
        MachException.ThrowIfFailed(code, "thread_abort", name);
    }

    /// <summary>Sets where exceptions of the thread are told first.</summary>
    /// <param name="types">Which exceptions.</param>
    /// <param name="port">A send right of the same task as this object's; null for none. The kernel copies it.</param>
    /// <param name="behavior">What the handler is told.</param>
    /// <param name="flavor">The flavor of registers that it is told, with behaviours that tell them.</param>
    /// <exception cref="MachException">The kernel refused.</exception>
    public void SetExceptionPort(ExceptionTypes types, SendRight? port, ExceptionBehavior behavior = ExceptionBehavior.Default, int flavor = 0)
    {
        port?.RequireTask(Right.Task);
        mach_port_name_t name = Right.BorrowName(), handler = port?.BorrowName() ?? MACH_PORT_NULL;
        kern_return_t code = Calls.thread_set_exception_ports(name, (uint)types, handler, (int)behavior | MACH_EXCEPTION_CODES, flavor);
        port?.ReturnName();
        Right.ReturnName();
        MachException.ThrowIfFailed(code, "thread_set_exception_ports", name);
    }

    /// <summary>Releases the right.</summary>
    public void Dispose() => Right.Dispose();

    private ThreadActClient Calls => new(Right.Task.CurrentThread);

    private T Read<T>(int flavor)
        where T : unmanaged
    {
        T record = default;
        mach_port_name_t name = Right.BorrowName();
        kern_return_t code = Calls.thread_info(name, (uint)flavor, MemoryMarshal.Cast<T, int>(new Span<T>(ref record)), out _);
        Right.ReturnName();
        MachException.ThrowIfFailed(code, "thread_info", name);
        return record;
    }
}

/// <summary>What a thread is doing.</summary>
/// <param name="Number">Its number: unique for ever.</param>
/// <param name="SuspendCount">How often it was suspended and not resumed.</param>
/// <param name="IsWaiting">It waits in a call, for a handler of exceptions, or to be resumed.</param>
public readonly record struct ThreadFigures(ulong Number, int SuspendCount, bool IsWaiting);
