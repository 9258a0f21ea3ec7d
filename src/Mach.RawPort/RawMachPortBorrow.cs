namespace Mach;

/// <summary>A name on loan. It cannot be stored or live across an <c>await</c>; disposing it ends the loan.</summary>
/// <remarks><c>using var loan = right.AsRawMachPort(); call(loan.Port);</c> A copy of it is the same loan, which ends with the first disposal
/// of either: pass it on by <c>in</c>.</remarks>
public ref struct RawMachPortBorrow : IDisposable
{
    private IRawMachPortLender? _lender;

    /// <summary>Lends a name.</summary>
    /// <param name="port">The name.</param>
    /// <param name="lender">Who is told when the loan ends; null when the name outlives every loan anyway.</param>
    public RawMachPortBorrow([Borrows] RawMachPort port, IRawMachPortLender? lender)
    {
        Port = port;
        _lender = lender;
    }

    /// <summary>The name; means nothing any more once the loan has ended.</summary>
    [ReturnsBorrowed]
    public RawMachPort Port { get; }

    /// <summary>Ends the loan. Again: no effect.</summary>
    public void Dispose()
    {
        var lender = _lender;
        _lender = null;
        lender?.EndBorrow(Port);
    }
}
