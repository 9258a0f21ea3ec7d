namespace Mach;

/// <summary>How a port is made.</summary>
public sealed record PortOptions
{
    /// <summary>Messages that its queue takes before senders wait, 0 to 1024; null for the kernel's own default, 5.</summary>
    public uint? QueueLimit { get; init; }

    /// <summary>Messages to it must name a reply port that was made as one.</summary>
    public bool EnforceReplyPorts { get; init; }

    /// <summary>The port is made for replies.</summary>
    public bool IsReplyPort { get; init; }

    internal mach_port_options_t ToNative() => new()
    {
        flags = MPO_CONTEXT_AS_GUARD | MPO_STRICT
            | (QueueLimit is null ? 0u : MPO_QLIMIT)
            | (EnforceReplyPorts ? (uint)MPO_ENFORCE_REPLY_PORT_SEMANTICS : 0)
            | (IsReplyPort ? (uint)MPO_PROVISIONAL_REPLY_PORT : 0),
        mpl = new mach_port_limits_t { mpl_qlimit = QueueLimit ?? 0 },
    };
}
