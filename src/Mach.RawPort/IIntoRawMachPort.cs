namespace Mach;

/// <summary>Something that owns a right and can give it away.</summary>
public interface IIntoRawMachPort
{
    /// <summary>Gives the right away. Afterwards this object owns nothing and its disposal has no effect.</summary>
    /// <returns>The name; from now on the caller owns the right and must release it, or hand it to someone who does.</returns>
    /// <exception cref="InvalidOperationException">The right is not there any more, or is on loan. The object still owns what it owned.</exception>
    [return: ReturnsOwned]
    RawMachPort IntoRawMachPort();
}
