namespace Mach.Abi;

/// <summary>One descriptor of a message as a MIG server sees it, with the right or memory that it carries.</summary>
/// <typeparam name="TRight">How the server's world holds a right: a name in user space, an object in a kernel.</typeparam>
public struct MigDescriptor<TRight>
{
    /// <summary>The descriptor's type: <c>MACH_MSG_PORT_DESCRIPTOR</c>, …</summary>
    public byte Type;

    /// <summary>The disposition, in received form in requests (16, 17, 18) and in sender's form in replies.</summary>
    public byte Disposition;

    /// <summary>Out-of-line data is to be freed by the receiver, or is taken from the server.</summary>
    public bool Deallocate;

    /// <summary>Out-of-line data of a reply is copied at once rather than page by page.</summary>
    public bool PhysicalCopy;

    /// <summary>The right of a port descriptor.</summary>
    public TRight Right;

    /// <summary>The rights of an out-of-line port array.</summary>
    public TRight[]? Rights;

    /// <summary>The bytes of an out-of-line region.</summary>
    public ReadOnlyMemory<byte> Memory;
}

/// <summary>A request as a MIG server reads it: the bytes from the header on, and what its descriptors carry.</summary>
/// <remarks>
/// A routine that succeeds has consumed what the descriptors carry, and they are set to default. When it fails they stay as they are,
/// and whoever called <see cref="MigServer{TCaller, TRight}.Dispatch"/> destroys what they carry.
/// </remarks>
public ref struct MigRequest<TRight>
{
    /// <summary>Header, descriptors as they lie on the wire, body; without trailer.</summary>
    public ReadOnlySpan<byte> Bytes;

    /// <summary>The trailer as received; empty in a kernel.</summary>
    public ReadOnlySpan<byte> Trailer;

    /// <summary>What the descriptors carry, in order.</summary>
    public Span<MigDescriptor<TRight>> Descriptors;

    /// <summary>The port that the message was sent to.</summary>
    public TRight Destination;
}

/// <summary>A reply as a MIG server writes it.</summary>
/// <remarks>
/// Room is for the largest reply of the subsystem; it must not overlap the request. The server writes everything but the names of
/// ports, in header and descriptors, and addresses; whoever sends the reply puts those in, and adds dispositions to the header's bits.
/// A disposition says what the routine handed over, in the sender's words: a kernel whose routines hand over rights that they hold
/// takes copy-send (19) and make-send (20) as move-send (17).
/// </remarks>
public ref struct MigReply<TRight>
{
    /// <summary>Header, descriptors' place, NDR record, body.</summary>
    public Span<byte> Bytes;

    /// <summary>How much of <see cref="Bytes"/> is the message.</summary>
    public int Length;

    /// <summary>What the descriptors carry; <see cref="DescriptorCount"/> of them count.</summary>
    public Span<MigDescriptor<TRight>> Descriptors;

    /// <summary>How many descriptors the reply has; 0 makes it simple.</summary>
    public int DescriptorCount;
}

/// <summary>The receiving end of a MIG subsystem; its body is generated from the interface.</summary>
/// <typeparam name="TCaller">Who asks, as the server's world knows it.</typeparam>
/// <typeparam name="TRight">How the server's world holds a right.</typeparam>
public abstract class MigServer<TCaller, TRight>
{
    /// <summary>The number of the first routine.</summary>
    public abstract int First { get; }

    /// <summary>The number after the last routine.</summary>
    public abstract int End { get; }

    /// <summary>The subsystem's name.</summary>
    public abstract string Name { get; }

    /// <summary>Most bytes of any reply: what a caller of <see cref="Dispatch"/> makes room for.</summary>
    public abstract int LargestReply { get; }

    /// <summary>Most descriptors of any reply: what a caller of <see cref="Dispatch"/> makes room for.</summary>
    public abstract int MostReplyDescriptors { get; }

    /// <summary>Checks the request, calls the routine and writes the reply.</summary>
    /// <returns>
    /// The routine's code. On <c>KERN_SUCCESS</c> the reply is complete; <c>MIG_NO_REPLY</c> wants none;
    /// any other code means that the reply is the 36-byte error reply carrying it (already written).
    /// <c>MIG_BAD_ID</c> when the number is not of this subsystem.
    /// </returns>
    public abstract kern_return_t Dispatch(TCaller caller, ref MigRequest<TRight> request, ref MigReply<TRight> reply);
}
