using System.Diagnostics.CodeAnalysis;

namespace Mach;

/// <summary>A kernel or a server answered with a code that is no success.</summary>
public sealed class MachException : Exception
{
    /// <summary>An exception for a code.</summary>
    /// <param name="code">What was answered.</param>
    /// <param name="routine">The C name of what was asked.</param>
    /// <param name="port">The port it was about; the null port when there is none.</param>
    public MachException(kern_return_t code, string routine, RawMachPort port = default)
        : base(Describe(code, routine, port))
    {
        Code = code;
        Routine = routine;
        Port = port;
    }

    /// <summary>What was answered; codes that nobody listed are kept.</summary>
    public kern_return_t Code { get; }

    /// <summary>The C name of what was asked.</summary>
    public string Routine { get; }

    /// <summary>The port it was about; the null port when there is none.</summary>
    public RawMachPort Port { get; }

    internal static void ThrowIfFailed(kern_return_t code, string routine, uint port = 0)
    {
        if (code != KERN_SUCCESS)
            Throw(code, routine, port);
    }

    [DoesNotReturn]
    internal static void Throw(kern_return_t code, string routine, uint port) =>
        throw new MachException(code, routine, new RawMachPort(port));

    private static string Describe(kern_return_t code, string routine, RawMachPort port)
    {
        string subject = port == default ? "" : $"(0x{port.Name:x})";
        return $"{routine}{subject}: {code.Text()} ({code.Name()}, {(int)code}).";
    }
}
