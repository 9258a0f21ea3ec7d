namespace Mach;

/// <summary>A message does not hold what the receiver asked it for. The message itself is whole; asking with a <c>TryTake…</c> method never throws.</summary>
public sealed class MessageFormatException : FormatException
{
    internal MessageFormatException(string message)
        : base(message)
    {
    }
}
