namespace Mach.Abi;

/// <summary>
/// Marks the argument that names the port to send to; the server gets what that port stands for. Its send right is copied unless
/// another disposition stands beside it.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class SubjectAttribute : Attribute
{
    /// <summary>What the port stands for is read from the argument's type: <c>ipc_space_read_t</c>, <c>task_t</c>, …; other types give <see cref="MigSubject.Port"/>.</summary>
    public SubjectAttribute()
    {
    }

    /// <summary>What the port stands for is <paramref name="kind"/>.</summary>
    public SubjectAttribute(MigSubject kind) => Kind = kind;

    /// <summary>What the port stands for, when given.</summary>
    public MigSubject? Kind { get; }
}

/// <summary>A port argument, or a right of a typed message, whose sender keeps its send right and gives the receiver another.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field)]
public sealed class CopySendAttribute : Attribute;

/// <summary>A port argument, or a right of a typed message, whose sender gives its send right away.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field)]
public sealed class MoveSendAttribute : Attribute;

/// <summary>A port argument, or a right of a typed message, whose sender makes a send right from its receive right.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field)]
public sealed class MakeSendAttribute : Attribute;

/// <summary>A port argument, or a right of a typed message, whose sender makes a send-once right from its receive right.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field)]
public sealed class MakeSendOnceAttribute : Attribute;

/// <summary>A port argument, or a right of a typed message, whose sender gives its send-once right away.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field)]
public sealed class MoveSendOnceAttribute : Attribute;

/// <summary>A port argument, or a right of a typed message, whose sender gives its receive right away.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field)]
public sealed class MoveReceiveAttribute : Attribute;

/// <summary>
/// A port argument whose disposition the sender chooses: another argument follows it, named after it with <c>Poly</c> at the end,
/// which carries the disposition. With a disposition declared beside it the sender has no choice, and only the server has that argument.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class PolymorphicAttribute : Attribute
{
    /// <summary>
    /// The disposition that the receiver insists on (16, 17 or 18), which it then does not see; 0 when it takes any and is told which.
    /// </summary>
    public byte Received { get; set; }
}

/// <summary>
/// An array that travels within the message: <see cref="ReadOnlySpan{T}"/> in a request, <see cref="Span{T}"/> in a reply.
/// An argument with its length follows it, named after it with <c>Cnt</c> at the end.
/// </summary>
/// <param name="maximum">The most elements that fit.</param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field)]
public sealed class CountedAttribute(int maximum) : Attribute
{
    /// <summary>The most elements that fit.</summary>
    public int Maximum { get; } = maximum;

    /// <summary>For an array in the reply: the caller's room travels in the request, and the server writes no more than that.</summary>
    public bool CountInOut { get; set; }

    /// <summary>What the count on the wire is multiplied by, where it counts words of elements that are structures.</summary>
    public int Multiplier { get; set; } = 1;

    /// <summary>An array before this one that has as many elements: its count is this one's too, and none follows.</summary>
    public string? SameCount { get; set; }
}

/// <summary>
/// Rights that come back in descriptors of their own, always as many: the unused ones are null. <see cref="Span{T}"/>, or
/// <see cref="UserPtr{T}"/> with <c>out</c>. Beside it stands their disposition.
/// </summary>
/// <param name="elements">How many.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class PortArrayAttribute(int elements) : Attribute
{
    /// <summary>How many.</summary>
    public int Elements { get; } = elements;

    /// <summary>An array before this one whose count says how many of the rights are used; null when all are.</summary>
    public string? SameCount { get; set; }
}

/// <summary>
/// An <see cref="audit_token_t"/> that only the server has: who sent the request, from its trailer. A request whose trailer has none is
/// answered <c>MIG_TRAILER_ERROR</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ServerAuditTokenAttribute : Attribute;

/// <summary>
/// A string of bytes that ends with 0 and travels within the message: <see cref="ReadOnlySpan{T}"/> of <see cref="byte"/> in a request,
/// <see cref="Span{T}"/> in a reply.
/// </summary>
/// <param name="maximum">The most bytes, the closing 0 included.</param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field)]
public sealed class CStringAttribute(int maximum) : Attribute
{
    /// <summary>The most bytes, the closing 0 included.</summary>
    public int Maximum { get; } = maximum;

    /// <summary>All bytes travel, used or not, and no length.</summary>
    public bool Fixed { get; set; }
}

/// <summary>
/// An array that travels out of line, given by address as <see cref="UserPtr{T}"/>, or, as bytes, by an integer. An argument with its length follows it, named
/// after it with <c>Cnt</c> at the end. With a disposition it is an array of port rights.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field)]
public sealed class OutOfLineAttribute : Attribute
{
    /// <summary>The number of elements where it is fixed: no length travels. 0 for any number.</summary>
    public int Elements { get; set; }

    /// <summary>The sender's region is freed by the send.</summary>
    public bool Deallocate { get; set; }

    /// <summary>The region is copied physically rather than virtually.</summary>
    public bool PhysicalCopy { get; set; }

    /// <summary>What the count on the wire is multiplied by, where it counts words of elements that are structures.</summary>
    public int Multiplier { get; set; } = 1;
}
