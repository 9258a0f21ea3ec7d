using Mach;

namespace ForeignIOKit;

/// <summary>A device of an imaginary IOKit binding. It owns one send right and deals with any library that knows Mach.RawPort.</summary>
public sealed class IOService : IAsRawMachPort, IIntoRawMachPort, IFromRawMachPort<IOService>, IRawMachPortLender, IDisposable
{
    private RawMachPort _port;
    private int _loans;

    private IOService(RawMachPort port) => _port = port;

    /// <summary>Takes over a right that came as a number: from a message, from C, from another library.</summary>
    [return: ReturnsOwned]
    public static IOService FromRawMachPort([TakesOwnership(Right = RawMachRight.Send)] RawMachPort port) =>
        port.IsValid ? new(port) : throw new ArgumentException("No right has that name.", nameof(port));

    /// <summary>Lends the name to a call.</summary>
    [return: ReturnsBorrowed]
    public RawMachPortBorrow AsRawMachPort()
    {
        ObjectDisposedException.ThrowIf(_port.IsNull, this);
        _loans++;
        return new(_port, this);
    }

    /// <summary>Hands the right to somebody else.</summary>
    [return: ReturnsOwned]
    public RawMachPort IntoRawMachPort()
    {
        ObjectDisposedException.ThrowIf(_port.IsNull, this);
        if (_loans != 0)
            throw new InvalidOperationException("The right is on loan.");
        (var port, _port) = (_port, RawMachPort.Null);
        return port;
    }

    /// <summary>Asks to be told of events on any port that its owner lends us, whatever library the owner is from.</summary>
    public void NotifyOn<TPort>([Borrows] TPort port)
        where TPort : IAsRawMachPort
    {
        using var mine = AsRawMachPort();
        using var theirs = port.AsRawMachPort();
        IOFramework.SetNotificationPort(mine.Port, theirs.Port);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_port.IsValid)
            IOFramework.Release(IntoRawMachPort());
    }

    void IRawMachPortLender.EndBorrow(RawMachPort port) => _loans--;
}
