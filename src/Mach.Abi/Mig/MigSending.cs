namespace Mach.Abi;

/// <summary>When a client destroys the rights and the memory of a request that was not sent.</summary>
public enum MigConsumption
{
    /// <summary>Never: they are the caller's again.</summary>
    None,

    /// <summary>When the send timed out.</summary>
    Timeout,

    /// <summary>Whenever it failed.</summary>
    Any,
}

/// <summary>How a routine's client sends, beyond what its arguments say. A server knows nothing of it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SendingAttribute : Attribute
{
    /// <summary>Options of <c>mach_msg</c> to be added.</summary>
    public int Options { get; set; }

    /// <summary>For how many milliseconds a client waits for the reply; 0 for as long as it takes.</summary>
    public int WaitTime { get; set; }

    /// <summary>For how many milliseconds a client waits for room in the port's queue; 0 for as long as it takes.</summary>
    public int SendTime { get; set; }

    /// <summary>The reply comes to a special reply port, which lends the caller's priority to the server.</summary>
    public bool SpecialReplyPort { get; set; }

    /// <summary>What becomes of a request that was not sent.</summary>
    public MigConsumption ConsumeOnSendError { get; set; }
}

/// <summary>An argument that only the client has: the port at which it awaits the reply. The caller holds its receive right.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ReplyPortAttribute : Attribute;

/// <summary>An argument that only the client has: options of <c>mach_msg</c> to be added.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class MsgOptionAttribute : Attribute;

/// <summary>An argument that only the client has: for how many milliseconds it waits for the reply, 0 for not at all.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class WaitTimeAttribute : Attribute;

/// <summary>An argument that only the client has: for how many milliseconds it waits for room in the port's queue, 0 for not at all.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class SendTimeAttribute : Attribute;

/// <summary>How one request is sent: for generated clients.</summary>
public readonly record struct MigSending
{
    /// <summary>Options of <c>mach_msg</c> to be added.</summary>
    public int Options { get; init; }

    /// <summary>Milliseconds to wait for the reply, or, when none is given, for room in the port's queue; null for as long as it takes.</summary>
    public uint? WaitTime { get; init; }

    /// <summary>Milliseconds to wait for room in the port's queue; null for as long as it takes.</summary>
    public uint? SendTime { get; init; }

    /// <summary>The port at which the reply is awaited; 0 for the thread's own.</summary>
    public uint ReplyPort { get; init; }

    /// <summary>The reply comes to a special reply port.</summary>
    public bool SpecialReplyPort { get; init; }

    /// <summary>What becomes of a request that was not sent.</summary>
    public MigConsumption ConsumeOnSendError { get; init; }

    internal ulong AllOptions => (uint)Options | (WaitTime is null ? 0u : MACH_RCV_TIMEOUT) | (SendTime is null ? 0u : MACH_SEND_TIMEOUT);

    /// <summary>The trap has one timeout for both halves.</summary>
    internal uint Timeout => WaitTime ?? SendTime ?? 0;
}
