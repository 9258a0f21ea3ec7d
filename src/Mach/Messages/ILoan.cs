namespace Mach;

/// <summary>Something that a message borrows until it has left.</summary>
internal interface ILoan
{
    /// <summary>Ends the borrow.</summary>
    void EndLoan();
}
