namespace Mach;

/// <summary>A name that somebody can be reached by.</summary>
/// <param name="Name">The name.</param>
/// <param name="Port">The name service's own send right to the port.</param>
/// <param name="Owner">The process that checked it in or registered it.</param>
internal sealed record Service(string Name, SendRight Port, int Owner) : IDisposable
{
    public void Dispose() => Port.Dispose();
}
