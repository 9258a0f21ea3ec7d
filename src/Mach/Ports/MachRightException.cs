namespace Mach;

/// <summary>What was wrong with the use of a right.</summary>
public enum RightFault
{
    /// <summary>The right is not owned any more: it was moved, taken or disposed.</summary>
    Gone,

    /// <summary>The right cannot move while it is lent or in use.</summary>
    Lent,

    /// <summary>The right belongs to another task than the one that is to use it.</summary>
    WrongTask,
}

/// <summary>A right was used in a way that its owner does not allow: a mistake of the program, never of a peer.</summary>
public sealed class MachRightException : InvalidOperationException
{
    internal MachRightException(RightFault fault, string message)
        : base(message) => Fault = fault;

    /// <summary>What was wrong.</summary>
    public RightFault Fault { get; }
}
