namespace Mach.Kernel;

/// <summary>Which port of another task somebody asks for by process number.</summary>
public enum TaskAccessKind : byte
{
    /// <summary>The control port (task_for_pid): everything.</summary>
    Control,

    /// <summary>The name port (task_name_for_pid): to tell tasks apart and read figures.</summary>
    Name,

    /// <summary>The port through which a debugger controls (debug_control_port_for_pid).</summary>
    DebugControl,
}

/// <summary>Decides who may get a task's port by process number, and is asked once for each such request, which makes it the place for an audit.</summary>
public interface ITaskAccessRule
{
    /// <summary>Decides. Called with no lock held.</summary>
    /// <param name="kind">What is asked for.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="target">Whose port it is.</param>
    /// <returns>Null when it may be given; else the reason why not, for people.</returns>
    string? WhyNot(TaskAccessKind kind, TaskIdentity caller, TaskIdentity target);
}

/// <summary>The rule of Unix: root may everything, anybody with himself, and users among the tasks of their own (R-TSK-47, R-TSK-49).</summary>
public sealed class UnixTaskAccess : ITaskAccessRule
{
    /// <summary>The rule has no state.</summary>
    public static UnixTaskAccess Instance { get; } = new();

    private UnixTaskAccess()
    {
    }

    /// <inheritdoc/>
    public string? WhyNot(TaskAccessKind kind, TaskIdentity caller, TaskIdentity target)
    {
        if (caller.UserId == 0 || caller.ProcessId == target.ProcessId)
            return null;
        if (caller.UserId != target.UserId || caller.RealUserId != target.RealUserId)
            return "The target belongs to another user.";
        if (kind == TaskAccessKind.Name)
            return null;
        if (target.UserId != target.RealUserId || target.GroupId != target.RealGroupId)
            return "The target runs under an identity that is not its user's own.";
        return caller.GroupId != target.GroupId ? "The target is in a group that the caller is not in." : null;
    }
}
