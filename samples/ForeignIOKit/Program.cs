using Mach;

namespace ForeignIOKit;

/// <summary>Hands rights to and fro between two libraries that know nothing of each other.</summary>
public static class Program
{
    /// <summary>Runs the sample.</summary>
    public static int Main()
    {
        using var disk = IOService.FromRawMachPort(RawMachPort.Parse("0x1203"));
        using var listener = IOService.FromRawMachPort(new RawMachPort(0x1307));
        disk.NotifyOn(listener);

        // A loan keeps the right where it is; a gift empties its owner.
        using (listener.AsRawMachPort())
            Console.WriteLine($"on loan: {Refusal(listener)}");
        var moved = IOService.FromRawMachPort(listener.IntoRawMachPort());
        Console.WriteLine($"moved: {Refusal(listener)}");
        moved.Dispose();
        return 0;
    }

    private static string Refusal<TOwner>(TOwner owner)
        where TOwner : IIntoRawMachPort
    {
        try
        {
            return $"{owner.IntoRawMachPort()} given away";
        }
        catch (InvalidOperationException refusal)
        {
            return refusal.GetType().Name;
        }
    }
}
