namespace Mach.Kernel;

/// <summary>Who sent a message, in the form of trailers. One object serves all messages of a task.</summary>
internal sealed class SenderTokens
{
    internal readonly TaskIdentity Identity;

    /// <summary>Security token: effective user and group.</summary>
    internal readonly uint[] Security;

    /// <summary>Audit token: auid, euid, egid, ruid, rgid, pid, session, pid version (R-TLR-4).</summary>
    internal readonly uint[] Audit;

    /// <summary>Both as they lie in a trailer of the largest size.</summary>
    internal readonly byte[] Trailer;

    internal SenderTokens(TaskIdentity identity)
    {
        Identity = identity;
        Security = [identity.UserId, identity.GroupId];
        Audit =
        [
            identity.AuditId, identity.UserId, identity.GroupId, identity.RealUserId, identity.RealGroupId,
            (uint)identity.ProcessId, identity.SessionId, identity.ProcessVersion,
        ];
        Trailer = KTrailer.Of(Security, Audit);
    }
}
