namespace Mach.Kernel;

/// <summary>How often a routine was asked for by message.</summary>
/// <param name="Id">The number of its request.</param>
/// <param name="Succeeded">How often it answered <c>KERN_SUCCESS</c>.</param>
/// <param name="Failed">How often it answered any other code.</param>
public sealed record RoutineTally(int Id, long Succeeded, long Failed);

/// <summary>How often a trap was made.</summary>
/// <param name="Number">Its number, negative.</param>
/// <param name="Made">How often it was made.</param>
/// <param name="Succeeded">How often it returned 0 without having slept: <c>KERN_SUCCESS</c> where its result is a code.</param>
public sealed record TrapTally(int Number, long Made, long Succeeded);

/// <summary>What a kernel has done since it booted. Every figure only grows.</summary>
/// <param name="MessagesSent">Sends that succeeded, to queues and to the kernel itself.</param>
/// <param name="MessagesReceived">Receives that succeeded.</param>
/// <param name="QueueFull">Sends that found no room in a queue, whether they then waited or not.</param>
/// <param name="Traps">The traps that were made, by number.</param>
/// <param name="Routines">The routines that were asked for by message, by number.</param>
public sealed record KernelTally(
    long MessagesSent, long MessagesReceived, long QueueFull, IReadOnlyList<TrapTally> Traps, IReadOnlyList<RoutineTally> Routines);
