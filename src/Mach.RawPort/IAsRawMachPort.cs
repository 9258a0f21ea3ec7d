namespace Mach;

/// <summary>Something that owns a right and can lend its name for a while.</summary>
public interface IAsRawMachPort
{
    /// <summary>Lends the name. The owner stays the owner: the borrower must not release the name.</summary>
    /// <returns>
    /// The borrow. Until it is disposed the name keeps its meaning: the owner refuses to give the right away and puts off its release.
    /// A borrower that needs the right for longer makes a right of its own while it borrows.
    /// </returns>
    /// <exception cref="InvalidOperationException">The right is not there any more.</exception>
    [return: ReturnsBorrowed]
    RawMachPortBorrow AsRawMachPort();
}

/// <summary>Is told when a borrow ends. Implemented by owners, called by <see cref="RawMachPortBorrow.Dispose"/> alone.</summary>
public interface IRawMachPortLender
{
    /// <summary>One borrow of that name has ended. Must not throw.</summary>
    /// <param name="port">The name that was lent.</param>
    void EndBorrow(RawMachPort port);
}
