using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Mach;

/// <summary>A right that this object owns: one user reference of a name in its task.</summary>
/// <remarks>
/// <para>Disposing releases the right; it never throws and can be repeated. A right that is moved (into a message, or out by
/// <see cref="IntoRawMachPort"/>) is not this object's any more, and every later use throws <see cref="MachRightException"/>.</para>
/// <para>While the right is in use by a call, disposal waits for the last use to end, and a move is refused.</para>
/// </remarks>
public abstract partial class MachRight : SafeHandle, IAsRawMachPort, IIntoRawMachPort, IRawMachPortLender, ILoan, IMovable
{
    private readonly string? _site = RightTracker.Site();
    private OwnershipWord _ownership;

    /// <summary>Claims a reference.</summary>
    /// <param name="task">The task whose name it is.</param>
    /// <param name="name">The name, of which this object owns one reference from now on.</param>
    private protected MachRight(MachTask task, mach_port_name_t name)
        : base(0, ownsHandle: true)
    {
        Task = task;
        SetHandle((nint)name);
    }

    /// <summary>The task that the right belongs to.</summary>
    public MachTask Task { get; }

    /// <summary>True until the right was moved, taken or disposed.</summary>
    public bool IsHeld => _ownership.IsHeld;

    /// <summary>The name, to look at and to compare. It owns nothing and may be gone by the time it is read; <see cref="AsRawMachPort"/> lends it to a call.</summary>
    [ReturnsBorrowed]
    public RawMachPort RawPort => new(Name);

    /// <inheritdoc/>
    public sealed override bool IsInvalid => handle == 0;

    /// <summary>The name, for display only: it may be gone by the time it is read.</summary>
    internal mach_port_name_t Name => (uint)handle;

    /// <summary>Lends the name. Until the loan ends the right does not move, and disposing it waits.</summary>
    /// <exception cref="MachRightException">The right is gone, or the running code is in the scope of another task.</exception>
    [return: ReturnsBorrowed]
    public RawMachPortBorrow AsRawMachPort() => new(new RawMachPort(BorrowName()), this);

    /// <summary>Gives the name away, and with it the duty to release it. A receive right loses its guard.</summary>
    /// <exception cref="MachRightException">The right is gone or lent, or the running code is in the scope of another task.</exception>
    [return: ReturnsOwned]
    public RawMachPort IntoRawMachPort()
    {
        mach_port_name_t name = BeginMove();
        kern_return_t code = PrepareTake(name);
        EndMove(code == KERN_SUCCESS);
        MachException.ThrowIfFailed(code, "mach_port_unguard", name);
        return new RawMachPort(name);
    }

    void IRawMachPortLender.EndBorrow(RawMachPort port) => ReturnName();

    void ILoan.EndLoan() => ReturnName();

    void IMovable.EndMove(bool moved, bool bare)
    {
        if (moved && bare)
            _ = PrepareTake(Name);
        EndMove(moved);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{GetType().Name} 0x{Name:x} of {Task}{(IsHeld ? "" : " (gone)")}";

    /// <summary>Releases the reference in the kernel.</summary>
    private protected abstract kern_return_t Release(PortCalls calls, mach_port_name_t name);

    /// <summary>Readies the name for an owner who does not know what this object knows.</summary>
    internal virtual kern_return_t PrepareTake(mach_port_name_t name) => KERN_SUCCESS;

    /// <summary>Called when disposal was asked for while threads or flows wait for messages here: makes their waits end.</summary>
    private protected virtual void WakeWaiters()
    {
    }

    /// <inheritdoc/>
    protected sealed override bool ReleaseHandle()
    {
        // The task's end has released everything already.
        if (!Task.IsAlive)
            return true;
        kern_return_t code;
        try
        {
            code = Release(new PortCalls(Task.CurrentThread), Name);
        }
        catch (ObjectDisposedException)
        {
            return true;
        }

        if (code == KERN_SUCCESS || !Task.IsAlive)
            return true;
        RightTracker.CountRefused();
        return false;
    }

    /// <inheritdoc/>
    protected sealed override void Dispose(bool disposing)
    {
        if (!disposing)
        {
            if (!_ownership.TryReleaseForgotten())
                return;
            if (Task.IsAlive)
                RightTracker.Report(GetType().Name, Name, Task, _site);
            base.Dispose(disposing);
        }
        else if (_ownership.TryRelease())
        {
            base.Dispose(disposing);
        }
        else if (_ownership.HasWaiters)
        {
            WakeWaiters();
        }
    }

    /// <summary>Lends the name for one call. Every success is paired with <see cref="ReturnName"/>.</summary>
    internal mach_port_name_t BorrowName() => BorrowName(Carrier.Current);

    /// <inheritdoc cref="BorrowName()"/>
    /// <param name="carrier">The running OS thread.</param>
    internal mach_port_name_t BorrowName(Carrier carrier)
    {
        RequireScope(carrier);
        if (!_ownership.TryBorrow())
            ThrowUnusable();
        return (uint)handle;
    }

    /// <summary>Lends the name for a wait, which disposal ends. Every success is paired with <see cref="ReturnNameOfWait"/>.</summary>
    /// <param name="carrier">The running OS thread.</param>
    internal mach_port_name_t BorrowNameForWait(Carrier carrier)
    {
        RequireScope(carrier);
        if (!_ownership.TryBeginWait())
            ThrowUnusable();
        return (uint)handle;
    }

    /// <summary>Ends a wait's use of the name.</summary>
    internal void ReturnNameOfWait()
    {
        if (_ownership.EndWait())
            base.Dispose(disposing: true);
    }

    /// <summary>Ends a call's use of the name.</summary>
    internal void ReturnName()
    {
        if (_ownership.Return())
            base.Dispose(disposing: true);
    }

    /// <summary>Begins to give the name away; paired with <see cref="EndMove"/>.</summary>
    internal mach_port_name_t BeginMove()
    {
        RequireScope(Carrier.Current);
        if (!_ownership.TryBeginMove())
            ThrowUnusable();
        return (uint)handle;
    }

    /// <summary>Ends a move.</summary>
    /// <param name="moved">False when the name stays here after all.</param>
    internal void EndMove(bool moved)
    {
        if (moved)
            SetHandleAsInvalid();
        else if (_ownership.UndoMove())
            base.Dispose(disposing: true);
    }

    /// <summary>A move that failed gave the right back under another name.</summary>
    internal void Rename(mach_port_name_t name) => SetHandle((nint)name);

    private protected static MachTask Valid(MachTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return task;
    }

    private protected static mach_port_name_t Valid(RawMachPort port) => port.IsValid
        ? port.Name
        : throw new ArgumentException("The null and the dead port denote no right.", nameof(port));

    private void RequireScope(Carrier carrier)
    {
        if (carrier.Entered is { } entered && !ReferenceEquals(entered, Task))
            ThrowWrongTask(entered);
    }

    internal void RequireTask(MachTask task)
    {
        if (!ReferenceEquals(Task, task))
            ThrowWrongTask(task);
    }

    [DoesNotReturn]
    private void ThrowUnusable() => throw (_ownership.IsHeld
        ? new MachRightException(RightFault.Lent, $"{GetType().Name} 0x{Name:x} of {Task} is in use; it cannot be moved before that ends.")
        : new MachRightException(RightFault.Gone, $"{GetType().Name} 0x{Name:x} of {Task} was moved, taken or disposed."));

    [DoesNotReturn]
    private void ThrowWrongTask(MachTask user) => throw new MachRightException(
        RightFault.WrongTask, $"{GetType().Name} 0x{Name:x} belongs to {Task}; {user} cannot use it.");
}
