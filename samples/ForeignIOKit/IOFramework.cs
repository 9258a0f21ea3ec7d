using Mach;

namespace ForeignIOKit;

/// <summary>Stands for the C framework that a real binding would call; says what it is asked.</summary>
internal static class IOFramework
{
    internal static void SetNotificationPort([Borrows] RawMachPort service, [Borrows] RawMachPort port) =>
        Console.WriteLine($"framework: events of {service} go to {port}");

    internal static void Release([TakesOwnership(Right = RawMachRight.Send)] RawMachPort service) =>
        Console.WriteLine($"framework: {service} released");
}
