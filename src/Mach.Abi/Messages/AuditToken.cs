namespace Mach.Abi;

/// <summary>Names for the words of an audit token.</summary>
public static class AuditToken
{
    extension(in audit_token_t token)
    {
        /// <summary>Audit user.</summary>
        public uint AuditUserId => token.val[0];

        /// <summary>Effective user.</summary>
        public uint EffectiveUserId => token.val[1];

        /// <summary>Effective group.</summary>
        public uint EffectiveGroupId => token.val[2];

        /// <summary>Real user.</summary>
        public uint RealUserId => token.val[3];

        /// <summary>Real group.</summary>
        public uint RealGroupId => token.val[4];

        /// <summary>Process number.</summary>
        public int ProcessId => (int)token.val[5];

        /// <summary>Audit session.</summary>
        public uint SessionId => token.val[6];

        /// <summary>Distinguishes processes that had the same number.</summary>
        public uint ProcessVersion => token.val[7];

        /// <summary>True for the kernel's own token.</summary>
        public bool IsKernel => token == KERNEL_AUDIT_TOKEN_VALUE;
    }
}
