namespace Mach;

/// <summary>What a name service allows. Whoever asks for more is answered <c>BOOTSTRAP_NO_MEMORY</c>.</summary>
public sealed record BootstrapServerOptions
{
    /// <summary>Names that it keeps at most.</summary>
    public int MostServices { get; init; } = 4096;

    /// <summary>Names that one process may have at most.</summary>
    public int MostServicesOfOneProcess { get; init; } = 256;
}
