namespace Mach.Bench.Measuring;

/// <summary>A row cannot be measured here; the message is what the row says instead of figures.</summary>
internal sealed class UnavailableException(string message) : Exception(message);
