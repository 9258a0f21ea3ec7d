using System.Runtime.InteropServices;

namespace Mach.Abi;

/// <summary>A constant of the headers that differs between targets.</summary>
/// <remarks>
/// It reads as the number of the running target wherever that number's type is wanted; the indexer gives any target's, which a tool
/// that looks at another machine's tasks or core files needs.
/// </remarks>
/// <typeparam name="T">Type of the number: that of the arguments and fields that take it.</typeparam>
public readonly struct TargetConstant<T>
    where T : unmanaged
{
    private readonly T _arm64;
    private readonly T _x64;

    // The two systems on arm64 have the same numbers so far.
    internal TargetConstant(T arm64, T x86_64)
    {
        _arm64 = arm64;
        _x64 = x86_64;
    }

    /// <summary>The number on a target.</summary>
    public T this[MachTarget target] => target is MachTarget.MacOSX64 ? _x64 : _arm64;

    /// <summary>The number on the running target.</summary>
    public T Here => this[TargetConstant.Here];

    /// <summary>The number on the running target.</summary>
    public static implicit operator T(TargetConstant<T> constant) => constant.Here;

    /// <inheritdoc/>
    public override string ToString() => $"{Here}";
}

/// <summary>The target that constants mean when none is named.</summary>
public static class TargetConstant
{
    /// <summary>The running target; on systems that are not Apple's, macOS on the same processor.</summary>
    public static MachTarget Here { get; } =
        OperatingSystem.IsIOS() || OperatingSystem.IsTvOS() ? MachTarget.IOSArm64
        : RuntimeInformation.ProcessArchitecture is Architecture.Arm64 ? MachTarget.MacOSArm64
        : MachTarget.MacOSX64;
}
