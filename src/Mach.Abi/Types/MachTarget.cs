namespace Mach.Abi;

/// <summary>A system on a processor whose headers the constants and records were compared with.</summary>
public enum MachTarget : byte
{
    /// <summary>macOS on arm64.</summary>
    MacOSArm64,

    /// <summary>macOS on x86_64.</summary>
    MacOSX64,

    /// <summary>iOS on arm64.</summary>
    IOSArm64,
}
