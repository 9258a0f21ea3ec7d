namespace Mach;

/// <summary>A type that can take over a right which until now was only a number.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IFromRawMachPort<TSelf>
    where TSelf : IFromRawMachPort<TSelf>
{
    /// <summary>Takes the right over. This is the only place where ownership is claimed from a number.</summary>
    /// <param name="port">A name of the current task under which the caller owns the kind of right that <typeparamref name="TSelf"/> stands for.
    /// The caller must not release it afterwards.</param>
    /// <returns>The new owner, which releases the right.</returns>
    /// <exception cref="ArgumentException">The name is null or dead. Nothing was taken over.</exception>
    [return: ReturnsOwned]
    static abstract TSelf FromRawMachPort([TakesOwnership] RawMachPort port);
}
