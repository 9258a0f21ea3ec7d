namespace Mach.Kernel;

/// <summary>Who sent a message, in the form of trailers. One object serves all messages of a task.</summary>
internal sealed class SenderTokens(TaskIdentity identity)
{
    internal readonly TaskIdentity Identity = identity;

    /// <summary>Security token: effective user and group.</summary>
    internal readonly uint[] Security = [identity.UserId, identity.GroupId];

    /// <summary>Audit token: auid, euid, egid, ruid, rgid, pid, session, pid version (R-TLR-4).</summary>
    internal readonly uint[] Audit =
    [
        identity.AuditId, identity.UserId, identity.GroupId, identity.RealUserId, identity.RealGroupId,
        (uint)identity.ProcessId, identity.SessionId, identity.ProcessVersion,
    ];
}
