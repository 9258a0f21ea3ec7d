using System.Runtime.InteropServices;

namespace Mach.Darwin;

/// <summary>libSystem as this process has it loaded.</summary>
internal sealed class LibSystem : SystemLibrary
{
    private const string Path = "/usr/lib/libSystem.B.dylib";

    private readonly nint _handle = NativeLibrary.Load(Path);

    /// <inheritdoc/>
    public override string Description => $"libSystem of {RuntimeInformation.OSDescription} ({Environment.OSVersion.VersionString})";

    /// <inheritdoc/>
    protected override nint Load(string function) => NativeLibrary.TryGetExport(_handle, function, out var address) ? address : 0;
}
