using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Mach;

/// <summary>Finds a kernel for this process among the packages that the program references.</summary>
internal static class KernelFactory
{
    private static bool IsApple =>
        OperatingSystem.IsMacOS() || OperatingSystem.IsIOS() || OperatingSystem.IsTvOS() || OperatingSystem.IsWatchOS();

    /// <summary>The kernel that this process belongs to.</summary>
    internal static IKernelHost OfProcess() => Choose(IsApple, Make(FindDarwin()), Make(FindManaged()));

    /// <summary>A kernel of the process's own, on any system.</summary>
    internal static IKernelHost Own() => (Make(FindManaged()) ?? throw Missing(apple: false, darwin: false))();

    /// <summary>The system's own kernel before one of the process's own; each may be missing.</summary>
    internal static IKernelHost Choose(bool apple, Func<IKernelHost>? darwin, Func<IKernelHost>? own)
    {
        Func<IKernelHost>? chosen = apple ? darwin ?? own : own;
        return (chosen ?? throw Missing(apple, darwin is not null))();
    }

    private static PlatformNotSupportedException Missing(bool apple, bool darwin) => new(
        "No kernel: reference the package "
        + (apple ? "Mach.Darwin to reach XNU, or Mach.Kernel to have one in this process."
        : darwin ? "Mach.Kernel to have one in this process; Mach.Darwin is for Apple systems."
        : "Mach.Kernel to have one in this process."));

    private static Func<IKernelHost>? Make([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] Type? kernel)
    {
        ConstructorInfo? constructor = kernel?.GetConstructors().MinBy(static found => found.GetParameters().Length);
        return constructor is null
            ? null
            : () => (IKernelHost)constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, new object?[constructor.GetParameters().Length], null);
    }

    [return: DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)]
    private static Type? FindManaged() => Type.GetType("Mach.Kernel.ManagedKernel, Mach.Kernel", throwOnError: false);

    [return: DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)]
    private static Type? FindDarwin() => Type.GetType("Mach.Darwin.DarwinKernel, Mach.Darwin", throwOnError: false);
}
