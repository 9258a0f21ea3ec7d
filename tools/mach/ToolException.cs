namespace Mach.Tool;

/// <summary>Something a person can mend: printed as one line, without a stack.</summary>
internal sealed class ToolException(string message, int code = ExitCode.Failed) : Exception(message)
{
    /// <summary>Prints the message and gives the exit code.</summary>
    public int Report()
    {
        Console.Error.WriteLine($"mach: {Message}");
        return code;
    }
}
